import type { Interval } from "../stats/interval";
import { itemRows, rowsWith } from "./count-rows";
import { confidence, lift } from "./measures";
import { numberValues } from "./numbering";
import type { Rule } from "./rule";
import type { Transactions } from "./transactions";
import { influenceOf, rowsOfUnits } from "./unit-influence";

/** Confidence and lift of a rule with intervals of 95 % over customers. */
export interface CustomerIntervals {
  readonly confidence: Interval;
  readonly lift: Interval;
  /** Customers who have baskets with both sides: a rule of many baskets may rest on few customers. */
  readonly customers: number;
}

/** The normal quantile of 95 % coverage. */
const Z = 1.959963984540054;

/**
 * Intervals of rules that know that baskets of one customer are alike, which those of `rules` do not: the variance of the
 * logarithm is that of the customers' influences on it (linearisation). O(rules × (rows with A or B + customers)).
 *
 * @param found such as `rules(…).rules`, by the item numbers of these transactions
 * @param customer who each basket is of
 * @returns as many, in the same order; ends are NaN where all baskets are of one customer
 * @throws RangeError when the customers do not fit the baskets, one is missing, or no basket holds a rule
 * @see Cochran (1977), "Sampling Techniques", section 6.4, for ratios over clusters
 * @example customerIntervals(transactions, found.rules, customer)[0]?.lift // { estimate: 22, low: 18, high: 27 }
 */
export function customerIntervals(
  transactions: Transactions,
  found: readonly Pick<Rule, "left" | "right">[],
  customer: ArrayLike<number> | ArrayLike<string | null>,
): CustomerIntervals[] {
  const { rows, names } = transactions;
  if (customer.length !== rows)
    throw new RangeError(`${customer.length} customers for ${rows} baskets: give one for each.`);
  const { ids, values } = numberValues("customer", customer);
  const every = Uint32Array.from({ length: rows }, (_, row) => row);
  const rowsOf = rowsOfUnits(every, ids, values.length);
  const held = itemRows(transactions);
  const scale = values.length > 1 ? values.length / (values.length - 1) : Number.NaN;
  return found.map(({ left, right }) => {
    const own = {
      a: rowsWith(held, left),
      b: rowsWith(held, right),
      both: rowsWith(held, [...left, ...right]),
    };
    const counts = { n: rows, a: own.a.length, b: own.b.length, both: own.both.length };
    if (counts.both === 0) {
      const items = [...left, ...right].map((item) => names[item]);
      throw new RangeError(`No basket holds ${items.join(", ")}: there is nothing to estimate.`);
    }
    const influence = influenceOf(own, counts, ids, rowsOf);
    const around = (estimate: number, pulls: Float64Array): Interval => {
      const squares = pulls.reduce((sum, pull) => sum + pull * pull, 0);
      const factor = Math.exp(Z * Math.sqrt(scale * squares));
      return { estimate, low: estimate / factor, high: estimate * factor };
    };
    return {
      confidence: around(confidence(counts), influence.confidence),
      lift: around(lift(counts), influence.lift),
      customers: new Set(own.both.map((row) => ids[row] as number)).size,
    };
  });
}

/**
 * Rules whose intervals of confidence and lift are over customers instead of baskets, with the number of customers who
 * have such a basket. As {@link customerIntervals} otherwise.
 *
 * @throws RangeError as `customerIntervals`
 * @example overCustomers(transactions, found.rules, customer)[0]?.liftInterval
 */
export function overCustomers<R extends Rule>(
  transactions: Transactions,
  found: readonly R[],
  customer: ArrayLike<number> | ArrayLike<string | null>,
): (R & { readonly customers: number })[] {
  const intervals = customerIntervals(transactions, found, customer);
  return found.map((rule, i) => {
    const { confidence, lift, customers } = intervals[i] as CustomerIntervals;
    return { ...rule, confidenceInterval: confidence, liftInterval: lift, customers };
  });
}
