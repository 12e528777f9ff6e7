import { type Interval, wilson, Z95 } from "../../stats/interval";
import { itemRows, rowsWith } from "../count-rows";
import { confidence, lift, type PairCounts } from "../measures";
import { numberValues } from "../numbering";
import type { Rule } from "../rule";
import type { Transactions } from "../transactions";
import { influenceOf, rowsOfUnits } from "./unit-influence";

/** Confidence and lift of a rule with intervals of 95 % over customers. */
export interface CustomerIntervals {
  readonly confidence: Interval;
  readonly lift: Interval;
  /** Customers who have baskets with both sides: a rule of many baskets may rest on few customers. */
  readonly customers: number;
}

/**
 * Intervals of rules that know that baskets of one customer are alike, which those of `rules` do not: the variance of the
 * logarithm (of the lift; of the confidence its logit) is that of the customers' influences on it (linearisation). O(rules × (rows with A or B + customers)).
 *
 * @param found such as `rules(…).rules`, by the item numbers of these transactions
 * @param customer who each basket is of
 * @returns as many, in the same order; ends are NaN where all baskets are of one customer (but of a confidence of 1)
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
    const error = (pulls: Float64Array) =>
      Math.sqrt(scale * pulls.reduce((sum, pull) => sum + pull * pull, 0));
    const ratio = lift(counts);
    const factor = Math.exp(Z95 * error(influence.lift));
    return {
      confidence: shareInterval(
        counts,
        error(influence.confidence),
        new Set(own.a.map((row) => ids[row] as number)).size,
      ),
      lift: { estimate: ratio, low: ratio / factor, high: ratio * factor },
      customers: new Set(own.both.map((row) => ids[row] as number)).size,
    };
  });
}

/**
 * The interval of a confidence, symmetric around its logit, so that it stays below 1. Where every basket with A has B
 * there is no spread to go by: Wilson's then, each customer with A counting once.
 */
function shareInterval(counts: PairCounts, errorOfLog: number, customersWithA: number): Interval {
  const estimate = confidence(counts);
  if (estimate === 1) return wilson(customersWithA, customersWithA);
  const middle = Math.log(estimate / (1 - estimate));
  const spread = (Z95 * errorOfLog) / (1 - estimate);
  const share = (logit: number) => 1 / (1 + Math.exp(-logit));
  return { estimate, low: share(middle - spread), high: share(middle + spread) };
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
