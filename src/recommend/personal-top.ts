import type { Purchases } from "./purchases";
import type { Reason, Recommender } from "./recommender";

/**
 * Recommends to each customer what that customer has had in most orders: the baseline that a method for repeat buying has
 * to beat. The score of an item is the number of the customer's orders with it, plus a fraction below 1 for recency (the
 * place of its last order among the customer's orders, from 0, over their number), so that of items had equally often
 * the one bought last stands first. Nothing to learn; O(items + lines of the customer) a customer.
 *
 * @example topItems(personalTop(history), history, 0, { n: 10, bought: "kept" })
 */
export function personalTop(history: Purchases): Recommender {
  const { orderStarts, lineStarts, lines, items } = history;
  const scores = new Float64Array(items.length);
  return {
    name: "Personal top",
    scores: (customer) => {
      scores.fill(-Infinity);
      const begin = orderStarts[customer]!;
      const end = orderStarts[customer + 1]!;
      for (let o = begin; o < end; o++) {
        for (let i = lineStarts[o]!; i < lineStarts[o + 1]!; i++) {
          const item = lines[i]!;
          const orders = scores[item] === -Infinity ? 0 : Math.floor(scores[item]!);
          scores[item] = orders + 1 + (o - begin) / (end - begin);
        }
      }
      return scores;
    },
    reason: (customer, item) => boughtBefore(history, customer, item),
  };
}

/** In how many of a customer's orders an item was. O(lines of the customer). @example boughtBefore(history, 0, 3) */
export function boughtBefore(history: Purchases, customer: number, item: number): Reason {
  const { orderStarts, lineStarts, lines } = history;
  const begin = orderStarts[customer]!;
  const end = orderStarts[customer + 1]!;
  let orders = 0;
  for (let o = begin; o < end; o++) {
    if (lines.subarray(lineStarts[o], lineStarts[o + 1]).includes(item)) orders++;
  }
  return { kind: "bought before", orders, of: end - begin };
}
