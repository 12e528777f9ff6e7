import { type BootstrapOptions, bootstrap, type Interval } from "../../stats/interval";
import type { Split } from "../evaluation/split";
import type { Purchases } from "../purchases";
import { boughtItems } from "../top-items";

/** How a method's recommendations did; intervals over customers. */
export interface TrialResult {
  readonly method: string;
  /** Recommendations given, and how many of them were bought afterwards. */
  readonly given: number;
  readonly hits: number;
  /** Hits over recommendations. */
  readonly precision: Interval;
  /** Precision less that of the baseline, on the same resamples of customers. */
  readonly difference: Interval;
}

/** What {@link crossSellTrial} compares with. */
export interface TrialOptions extends BootstrapOptions {
  /** The method that the others are compared with. */
  readonly baseline: string;
}

/** The name under which {@link crossSellTrial} puts a pick at random. */
export const RANDOM_PICK = "An item at random";

/**
 * Tries lists of items that customers have not bought yet on what they bought later: of the items recommended, how many
 * were bought for the first time in the orders held out. Beside the methods stands a pick at random, by its expectation,
 * as long for each customer as the baseline's list. Customers without an order held out are left aside: the trial is of
 * what they buy when they come, not of whether they come. O(resamples × customers × methods).
 *
 * @param lists by method, for each customer of `split.customers` the items recommended
 * @throws RangeError when a method has not one list a customer, recommends an owned item or one twice, gives nothing at
 * all, the baseline is none of them, or a resample holds nobody to whom a method recommends anything
 * @example crossSellTrial(split, new Map([["Popular", lists]]), { baseline: "Popular" })[0].precision
 */
export function crossSellTrial(
  split: Split,
  lists: ReadonlyMap<string, readonly (readonly number[])[]>,
  { baseline, ...options }: TrialOptions,
): TrialResult[] {
  const { history, customers } = split;
  const owned = Array.from(customers, (customer) => new Set(boughtItems(history, customer)));
  const bought = Array.from(
    customers,
    (_, i) => new Set(split.items.subarray(split.starts[i], split.starts[i + 1])),
  );
  const methods = [...lists].map(([method, of]): Tried => {
    if (of.length !== customers.length)
      throw new RangeError(`"${method}" has ${of.length} lists for ${customers.length} customers.`);
    const given = Float64Array.from(of, (list, i) => {
      const wrong = list.find((item, at) => owned[i]!.has(item) || list.indexOf(item) < at);
      if (wrong !== undefined) {
        const whom = `${method}: ${history.items[wrong]} for customer ${history.customers[customers[i]!]}`;
        throw new RangeError(`${whom} is owned already or recommended twice.`);
      }
      return list.length;
    });
    const hits = Float64Array.from(of, (list, i) => list.filter((item) => bought[i]!.has(item)).length);
    return { method, given, hits };
  });
  const base = methods.find(({ method }) => method === baseline);
  if (base === undefined) throw new RangeError(`There is no method "${baseline}" to compare with.`);
  methods.push({
    method: RANDOM_PICK,
    given: base.given,
    hits: expectedHits(base.given, history, owned, bought),
  });
  for (const { method, given } of methods) {
    if (given.every((n) => n === 0)) throw new RangeError(`"${method}" recommends nothing to anybody.`);
  }
  const at = methods.indexOf(base);
  const precisions = (weights: Float64Array) =>
    methods.map(({ given, hits }) => weightedSum(hits, weights) / weightedSum(given, weights));
  const intervals = bootstrap(
    customers.length,
    (weights) => {
      const all = precisions(weights);
      return [...all, ...all.map((precision) => precision - all[at]!)];
    },
    options,
  );
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
  return methods.map(({ method, given, hits }, m) => ({
    method,
    given: sum(given),
    hits: sum(hits),
    precision: intervals[m]!,
    difference: intervals[methods.length + m]!,
  }));
}

interface Tried {
  readonly method: string;
  /** Recommendations and hits, a customer each. */
  readonly given: Float64Array;
  readonly hits: Float64Array;
}

/** Expected hits of so many different items, each not owned, drawn evenly. */
function expectedHits(
  given: Float64Array,
  { items }: Purchases,
  owned: readonly ReadonlySet<number>[],
  bought: readonly ReadonlySet<number>[],
): Float64Array {
  return Float64Array.from(given, (n, i) => {
    const open = items.length - owned[i]!.size;
    const fresh = [...bought[i]!].filter((item) => !owned[i]!.has(item)).length;
    return open === 0 ? 0 : (n * fresh) / open;
  });
}

function weightedSum(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum;
}
