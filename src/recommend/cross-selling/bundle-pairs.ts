import { itemRows, rowsWith } from "../../baskets/count-rows";
import { customerIntervals } from "../../baskets/evidence/customer-intervals";
import { improvementTest } from "../../baskets/evidence/improvement-test";
import type { Strata } from "../../baskets/evidence/strata";
import { frequentItemsets } from "../../baskets/frequent-itemsets";
import { itemsOf } from "../../baskets/itemsets";
import { type PairCounts, support } from "../../baskets/measures";
import type { Transactions } from "../../baskets/transactions";
import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import type { Interval } from "../../stats/interval";

/** Two products that are bought together. */
export interface BundlePair {
  /** Labels, in the order of the item numbers. Text from data: escape it. */
  readonly items: readonly [string, string];
  readonly counts: PairCounts;
  /** Share of the baskets that hold both. */
  readonly support: number;
  /** 95 %, over customers. */
  readonly lift: Interval;
  /** Customers who have bought both at once: a bundle of many baskets may rest on few. */
  readonly customers: number;
  /** Fisher's exact test against more of both than chance gives. */
  readonly p: number;
  /** Corrected for all pairs of frequent items. */
  readonly adjustedP: number;
}

/** Pairs by falling count, and how many were looked at. */
export interface BundlePairs {
  readonly bundles: readonly BundlePair[];
  /** All pairs of items that are frequent by themselves: so many hypotheses the p values are corrected for. */
  readonly searched: number;
}

/** Which bundles {@link bundlePairs} looks for. */
export interface BundleOptions {
  /** Least share of the baskets that hold both. */
  readonly minSupport: number;
  /** Who each basket is of. */
  readonly customer: readonly string[];
  /** Holm by default. */
  readonly correction?: Correction;
  /** Kinds of baskets within which to test, such as `sizeStrata`; all baskets as one by default. */
  readonly strata?: Strata;
}

/**
 * Pairs of products that enough baskets hold, each with what it rests on: counts, lift with an interval over customers,
 * and a p value corrected for all pairs that were looked at. O(pairs × rows of their products).
 *
 * @throws RangeError when the support is out of range, or customers or strata do not fit the baskets
 * @example (await bundlePairs(baskets, { minSupport: 0.01, customer })).bundles[0]?.lift
 */
export async function bundlePairs(transactions: Transactions, options: BundleOptions): Promise<BundlePairs> {
  const { minSupport, customer, correction = "holm", strata } = options;
  const sets = await frequentItemsets(transactions, { minSupport, maxLength: 2 });
  const pairs: { left: Uint32Array; right: Uint32Array; counts: PairCounts }[] = [];
  const countOf = new Map<number, number>();
  for (let set = 0; set < sets.size; set++) {
    const held = itemsOf(sets, set);
    if (held.length === 1) countOf.set(held[0]!, sets.counts[set]!);
    else {
      const [a, b] = [countOf.get(held[0]!)!, countOf.get(held[1]!)!];
      const counts = { n: sets.rows, a, b, both: sets.counts[set]! };
      pairs.push({ left: held.slice(0, 1), right: held.slice(1), counts });
    }
  }
  const searched = (countOf.size * (countOf.size - 1)) / 2;
  const p = pairs.map(improvementTest(sets, strata));
  const adjusted = adjustPValues(p, correction, searched);
  const intervals = customerIntervals(transactions, pairs, customer);
  const bundles = pairs.map(({ left, right, counts }, i): BundlePair => {
    const names = [left, right].map((side) => sets.names[side[0]!]!) as [string, string];
    const { lift, customers } = intervals[i]!;
    return {
      items: names,
      counts,
      support: support(counts),
      lift,
      customers,
      p: p[i]!,
      adjustedP: adjusted[i]!,
    };
  });
  return { bundles: bundles.sort((one, other) => other.counts.both - one.counts.both), searched };
}

/** What baskets say of a pair of products, bought together or not. */
export interface PairFound {
  readonly items: readonly [string, string];
  readonly counts: PairCounts;
  readonly support: number;
  /** 95 %, over customers; null where no basket holds both. */
  readonly lift: Interval | null;
  /** Customers who have bought both at once. */
  readonly customers: number;
}

/**
 * What baskets say of given pairs, frequent or not; counts are 0 where a product is in no basket.
 * O(pairs × (rows of their products + customers)).
 *
 * @param customer who each basket is of
 * @throws RangeError when there are no baskets, or customers do not fit them
 * @example pairsFound(baskets, [["Product_0184", "Product_0185"]], baskets.customer)[0].counts.both
 */
export function pairsFound(
  transactions: Transactions,
  pairs: readonly (readonly [string, string])[],
  customer: readonly string[],
): PairFound[] {
  const { names, rows } = transactions;
  if (rows === 0) throw new RangeError("There are no baskets to count pairs in.");
  const held = itemRows(transactions);
  const numberOf = new Map(names.map((name, item) => [name, item]));
  const rowsOf = (items: readonly number[]) => (items.includes(-1) ? 0 : rowsWith(held, items).length);
  const found = pairs.map((items) => {
    const [left, right] = items.map((item) => numberOf.get(item) ?? -1) as [number, number];
    const counts = { n: rows, a: rowsOf([left]), b: rowsOf([right]), both: rowsOf([left, right]) };
    return { items, left: Uint32Array.of(left), right: Uint32Array.of(right), counts };
  });
  const together = found.filter(({ counts }) => counts.both > 0);
  const intervals = customerIntervals(transactions, together, customer);
  return found.map((pair): PairFound => {
    const over = intervals[together.indexOf(pair)];
    const { items, counts } = pair;
    return {
      items,
      counts,
      support: support(counts),
      lift: over?.lift ?? null,
      customers: over?.customers ?? 0,
    };
  });
}
