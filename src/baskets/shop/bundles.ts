import type { Interval } from "../../stats/interval";
import { type Candidate, countOf, without } from "../candidates";
import { itemRows, rowsWith } from "../count-rows";
import { customerIntervals } from "../evidence/customer-intervals";
import { type Itemsets, itemsOf } from "../itemsets";
import { lift } from "../measures";
import type { FoundRule } from "../rules";
import type { Transactions } from "../transactions";

/** Items to offer together. */
export interface Bundle {
  /** Labels, by item number. Text from data: escape it. */
  readonly items: readonly string[];
  /** Baskets that hold all of them, and their share of all baskets. */
  readonly baskets: number;
  readonly support: number;
  /** Customers who have such a basket. */
  readonly customers: number;
  /**
   * How many times more often the item that goes least with all the others is there with them than overall; interval of
   * 95 % over customers. Of two items this is their lift.
   */
  readonly lift: Interval;
  /** The item that goes least with the others. */
  readonly weakest: string;
  /** Baskets more than if that item went with the others by chance, at the lower end of the lift: baskets × (1 − 1 / low). */
  readonly surplus: number;
  /** What the baskets are worth in all, in the unit of `worth`, and as a share of all baskets. */
  readonly revenue: number;
  readonly revenueShare: number;
}

/** What {@link bundles} needs beside itemsets and rules. */
export interface BundleOptions {
  /** Who each basket is of. */
  readonly customer: ArrayLike<number> | ArrayLike<string | null>;
  /** What each basket is worth. */
  readonly worth: ArrayLike<number>;
}

/**
 * Bundles for a shop: frequent sets of which every two items go together, that is, are a rule among those given; of
 * these only the largest, since a smaller one comes with it. The largest surplus first.
 * O(sets × items² + sets of which every two go together, squared + bundles × (rows with an item + customers)).
 *
 * @param sets all frequent itemsets that the rules were made of
 * @param found rules that passed a test: all of them (`top: Infinity`, nothing redundant left out)
 * @throws RangeError when customers or worths do not fit the baskets
 * @example bundles(transactions, sets, rules(sets, { minConfidence: 0, significance, top: Infinity }).rules, { customer, worth })
 */
export function bundles(
  transactions: Transactions,
  sets: Itemsets,
  found: readonly Pick<FoundRule, "left" | "right">[],
  { customer, worth }: BundleOptions,
): Bundle[] {
  const { rows, names } = transactions;
  if (customer.length !== rows || worth.length !== rows)
    throw new RangeError(
      `${customer.length} customers and ${worth.length} worths for ${rows} baskets: give one for each.`,
    );
  const held = itemRows(transactions);
  let all = 0;
  for (let row = 0; row < rows; row++) all += worth[row] as number;
  const weakest = largest(joined(sets, found)).map((items) => weakestRule(sets, items));
  const intervals = customerIntervals(transactions, weakest, customer);
  return weakest
    .map(({ left, right }, i): Bundle => {
      const items = Uint32Array.of(...left, ...right).sort();
      const own = rowsWith(held, items);
      const revenue = own.reduce((sum, row) => sum + (worth[row] as number), 0);
      const over = intervals[i] as (typeof intervals)[number];
      return {
        items: Array.from(items, (item) => names[item] as string),
        baskets: own.length,
        support: own.length / rows,
        customers: over.customers,
        lift: over.lift,
        weakest: names[right[0] as number] as string,
        surplus: own.length * (1 - 1 / over.lift.low),
        revenue,
        revenueShare: revenue / all,
      };
    })
    .sort(
      (one, other) => other.surplus - one.surplus || (one.items.join("\0") < other.items.join("\0") ? -1 : 1),
    );
}

/** The sets of two items and more of which every two are a rule. */
function joined(sets: Itemsets, found: readonly Pick<FoundRule, "left" | "right">[]): Uint32Array[] {
  const pairs = new Set<string>();
  for (const { left, right } of found) {
    if (left.length !== 1 || right.length !== 1) continue;
    pairs.add(`${left[0]} ${right[0]}`);
    pairs.add(`${right[0]} ${left[0]}`);
  }
  const all: Uint32Array[] = [];
  for (let index = 0; index < sets.size; index++) {
    const items = itemsOf(sets, index);
    const together = items.every((one, i) =>
      items.subarray(i + 1).every((other) => pairs.has(`${one} ${other}`)),
    );
    if (items.length > 1 && together) all.push(items);
  }
  return all;
}

/** Those that no other holds. */
function largest(sets: readonly Uint32Array[]): Uint32Array[] {
  return sets.filter(
    (own) => !sets.some((other) => other.length > own.length && own.every((item) => other.includes(item))),
  );
}

/** The rule of least lift from all items of a set but one to that one. */
function weakestRule(sets: Itemsets, items: Uint32Array): Candidate {
  const both = countOf(sets, items);
  const rules = Array.from(items, (_, i): Candidate => {
    const right = items.subarray(i, i + 1);
    const left = without(items, right);
    return { left, right, counts: { n: sets.rows, a: countOf(sets, left), b: countOf(sets, right), both } };
  });
  return rules.reduce((least, rule) => (lift(rule.counts) < lift(least.counts) ? rule : least));
}
