import type { Purchases } from "./purchases";
import type { Recommender } from "./recommender";
import { boughtItems } from "./top-items";

/**
 * Recommends to everyone what most customers have bought. The score of an item is the number of its customers; the reason
 * says of how many, customers without an order in the history aside. O(lines) to learn, O(1) a customer.
 *
 * @example topItems(popular(history), history, 0, { n: 10, bought: "left out" })
 */
export function popular(history: Purchases): Recommender {
  return popularInSegment(history, new Array(history.customers.length).fill(""), "Popular");
}

/**
 * Recommends what most customers of the customer's segment have bought.
 *
 * @param segmentOf the segment of each customer, in the order of `history.customers`
 * @throws RangeError when there are not as many segments as customers
 * @example popularInSegment(history, segmentOf)
 */
export function popularInSegment(
  history: Purchases,
  segmentOf: readonly string[],
  name = "Popular in the segment",
): Recommender {
  if (segmentOf.length !== history.customers.length) {
    throw new RangeError(
      `${segmentOf.length} segments for ${history.customers.length} customers: give one each.`,
    );
  }
  const buyers = new Map<string, Float64Array>();
  const sizes = new Map<string, number>();
  segmentOf.forEach((segment, customer) => {
    const counts = buyers.get(segment) ?? new Float64Array(history.items.length).fill(-Infinity);
    buyers.set(segment, counts);
    const bought = boughtItems(history, customer);
    // Who first comes after the history was no customer then.
    if (bought.length > 0) sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
    for (const item of bought) counts[item] = Math.max(0, counts[item]!) + 1;
  });
  return {
    name,
    scores: (customer) => buyers.get(segmentOf[customer]!)!,
    reason: (customer, item) => {
      const segment = segmentOf[customer]!;
      const customers = buyers.get(segment)![item]!;
      const of = sizes.get(segment)!;
      return { kind: "popular", customers, of, ...(segment === "" ? {} : { segment }) };
    },
  };
}
