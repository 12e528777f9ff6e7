import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import { fisherStrata } from "../../stats/fisher-strata";
import { type ItemRows, itemRows } from "../count-rows";
import { customerIntervals } from "../evidence/customer-intervals";
import type { Strata } from "../evidence/strata";
import { describeRule, type Rule, tieOrder } from "../rule";
import { type MeasureName, strengthBy } from "../rule-measures";
import type { Transactions } from "../transactions";

/** What is often in the basket together with one item: the rule from the item to it. */
export interface Companion extends Rule {
  /** The label of the companion. Text from data: escape it. */
  readonly item: string;
  /** Customers with both in a basket; null where no customers were given. */
  readonly customers: number | null;
  /** Fisher's exact test that the two go together more than chance gives, within the strata where there are some. */
  readonly p: number;
  /** Corrected for all items that could have come out. */
  readonly adjustedP: number;
}

/** How {@link companions} looks. */
export interface CompanionOptions {
  /** Least number of baskets with both. */
  readonly minCount: number;
  /** Who each basket is of: then the intervals are over customers, else over baskets. */
  readonly customer?: ArrayLike<number> | ArrayLike<string | null>;
  /** Kinds of baskets within which to test, such as `sizeStrata(transactions)`; all baskets as one by default. */
  readonly strata?: Strata;
  /** Holm's by default. */
  readonly correction?: Correction;
  /** The measure by which they stand; `confidence` by default, which puts those most often bought with the item first. */
  readonly rankBy?: MeasureName;
  /** Most companions to give; 20 by default. */
  readonly top?: number;
}

/** The companions of an item. */
export interface Companions {
  readonly companions: readonly Companion[];
  /** Baskets with the item. */
  readonly baskets: number;
  /** How many items reach the least count; what is beyond the most to give is left out. */
  readonly found: number;
  /** Items that could have come out, for which p values were corrected: all in enough baskets. */
  readonly searched: number;
}

/**
 * The basket of one product: what is bought with it, how often, and how much more often than chance gives.
 * O(items of the baskets with it + companions × (rows with either + strata)).
 *
 * @throws RangeError when there is no such item, or `minCount`, `top`, customers or strata do not fit
 * @example companions(transactions, "JUMBO BAG RED RETROSPOT", { minCount: 30, customer }).companions[0]?.confidence
 */
export function companions(transactions: Transactions, item: string, options: CompanionOptions): Companions {
  const { minCount, customer, strata, correction = "holm", rankBy = "confidence", top = 20 } = options;
  const { names, rows, starts, items } = transactions;
  const from = names.indexOf(item);
  if (from < 0) throw new RangeError(`No basket holds "${item}": give one of the ${names.length} items.`);
  if (!Number.isInteger(minCount) || minCount < 1)
    throw new RangeError(`Least count ${minCount}: take a whole number from 1.`);
  if (!(top >= 0)) throw new RangeError(`At most ${top} companions: take a number from 0 up.`);
  const held = itemRows(transactions);
  const own = rowsOf(held, from);
  const together = new Uint32Array(names.length);
  for (const row of own) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
      together[items[i] as number] = (together[items[i] as number] as number) + 1;
  }
  const all = names.map((_, other) => other).filter((other) => other !== from);
  const searched = all.filter((other) => rowsOf(held, other).length >= minCount).length;
  const reached = all.filter((other) => (together[other] as number) >= minCount);
  const test = strataTest(own, strata, rows);
  const p = reached.map((other) => test(rowsOf(held, other)));
  const adjusted = adjustPValues(p, correction, searched);
  const strength = strengthBy(rankBy);
  const ranked = reached
    .map((other, i) => ({
      left: Uint32Array.of(from),
      right: Uint32Array.of(other),
      counts: { n: rows, a: own.length, b: rowsOf(held, other).length, both: together[other] as number },
      p: p[i] as number,
      adjustedP: adjusted[i] as number,
    }))
    .sort((one, other) => strength(other.counts) - strength(one.counts) || tieOrder(one, other))
    .slice(0, top);
  const intervals = customer && customerIntervals(transactions, ranked, customer);
  return {
    companions: ranked.map((rule, i) => {
      const over = intervals?.[i];
      return {
        ...describeRule(names, rule),
        ...(over && { confidenceInterval: over.confidence, liftInterval: over.lift }),
        item: names[rule.right[0] as number] as string,
        customers: over?.customers ?? null,
        p: rule.p,
        adjustedP: rule.adjustedP,
      };
    }),
    baskets: own.length,
    found: reached.length,
    searched,
  };
}

const rowsOf = ({ starts, rows }: ItemRows, item: number) => rows.subarray(starts[item], starts[item + 1]);

/** Fisher's test, within strata, of the rows with one item against those with another. */
function strataTest(own: Uint32Array, strata: Strata | undefined, rows: number) {
  const of = strata?.of ?? new Uint32Array(rows);
  if (of.length !== rows) throw new RangeError(`${of.length} strata for ${rows} baskets: give one for each.`);
  let many = 0;
  for (let row = 0; row < rows; row++) many = Math.max(many, (of[row] as number) + 1);
  const countBy = (list: Iterable<number>) => {
    const counts = new Uint32Array(many);
    for (const row of list) counts[of[row] as number] = (counts[of[row] as number] as number) + 1;
    return counts;
  };
  const n = countBy(Array.from({ length: rows }, (_, row) => row));
  const a = countBy(own);
  const isOwn = new Uint8Array(rows);
  for (const row of own) isOwn[row] = 1;
  return (list: Uint32Array): number => {
    const [b, both] = [countBy(list), countBy(list.filter((row) => isOwn[row] === 1))];
    return fisherStrata(
      Array.from(n, (all, s) => ({
        n: all,
        a: a[s] as number,
        b: b[s] as number,
        both: both[s] as number,
      })),
    );
  };
}
