import type { Transactions } from "../baskets/transactions";
import type { Purchases } from "./purchases";

/**
 * The orders of purchases as baskets, customer after customer: to mine rules from what recommenders may know and nothing
 * else. Shares the arrays. O(1).
 *
 * @example const sets = await frequentItemsets(basketsOf(history), { minSupport: 0.01 });
 */
export function basketsOf({ items, times, lineStarts, lines }: Purchases): Transactions {
  return { names: items, rows: times.length, starts: lineStarts, items: lines };
}
