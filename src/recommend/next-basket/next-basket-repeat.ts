import type { Purchases } from "../purchases";
import type { Ratings } from "../ratings";

/** How much of a customer's past counts. */
export interface Recency {
  /** What an order counts, relative to the one after it: above 0, up to 1, where all count alike. */
  readonly decay?: number;
  /** How many of the customer's last orders count at all; every one unless said. */
  readonly window?: number;
}

/**
 * Ratings by the customer's own habit: the weighted share of the customer's orders with the item, where the last order
 * weighs 1, the one before it `decay`, the one before that `decay²` and so on. 1 for an item in every order. Unless said,
 * decay is 0.9. Memory and cost O(lines × log lines of a customer).
 *
 * @throws RangeError when decay is not above 0 and up to 1, or window is no whole number from 1 up
 * @see Hu, He, Gao & Zhang (2020), "Modeling personalized item frequency information for next-basket recommendation", for
 * the decay; Faggioli, Polato & Aiolli (2020), "Recency aware collaborative filtering for next basket recommendation", for
 * the window
 * @example habitRatings(history, { decay: 0.8 }).values
 */
export function habitRatings(history: Purchases, { decay = 0.9, window = Infinity }: Recency = {}): Ratings {
  if (!(decay > 0 && decay <= 1)) throw new RangeError(`decay is ${decay}; take a number above 0, up to 1.`);
  if (window !== Infinity && !(Number.isInteger(window) && window >= 1))
    throw new RangeError(`window is ${window}; take a whole number of orders from 1 up, or Infinity.`);
  const { orderStarts, lineStarts, lines } = history;
  const customers = history.customers.length;
  const starts = new Uint32Array(customers + 1);
  const itemOf = new Uint32Array(lines.length);
  const values = new Float64Array(lines.length);
  const sums = new Float64Array(history.items.length);
  let kept = 0;
  for (let customer = 0; customer < customers; customer++) {
    const [begin, end] = [orderStarts[customer]!, orderStarts[customer + 1]!];
    const first = kept;
    let weight = 1;
    let all = 0;
    for (let order = end - 1; order >= Math.max(begin, end - window); order--, weight *= decay) {
      all += weight;
      for (let i = lineStarts[order]!; i < lineStarts[order + 1]!; i++) {
        const item = lines[i]!;
        if (sums[item] === 0) itemOf[kept++] = item;
        sums[item]! += weight;
      }
    }
    itemOf.subarray(first, kept).sort();
    for (let i = first; i < kept; i++) {
      values[i] = sums[itemOf[i]!]! / all;
      sums[itemOf[i]!] = 0;
    }
    starts[customer + 1] = kept;
  }
  return {
    customers,
    items: history.items.length,
    starts,
    itemOf: itemOf.slice(0, kept),
    values: values.slice(0, kept),
  };
}
