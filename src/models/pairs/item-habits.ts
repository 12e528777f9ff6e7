import type { PairHistory } from "./pair-history";

/** How an item is bought, all customers taken together. */
export interface ItemHabits {
  /** Orders that hold the item. */
  readonly orders: Uint32Array;
  /** Orders that hold it though their customer had it before. */
  readonly reorders: Uint32Array;
}

/**
 * Counts for each item the orders that hold it, and those by customers who had it before. O(lines).
 *
 * @example itemHabits(split.history).orders[7] // orders with item 7
 */
export function itemHabits({ customers, items, orderStarts, lineStarts, lines }: PairHistory): ItemHabits {
  const orders = new Uint32Array(items.length);
  const reorders = new Uint32Array(items.length);
  /** The last customer, counted from 1, who was seen to buy the item. */
  const buyer = new Uint32Array(items.length);
  for (let customer = 0; customer < customers.length; customer++) {
    const end = lineStarts[orderStarts[customer + 1]!]!;
    for (let line = lineStarts[orderStarts[customer]!]!; line < end; line++) {
      const item = lines[line]!;
      orders[item]!++;
      if (buyer[item] === customer + 1) reorders[item]!++;
      buyer[item] = customer + 1;
    }
  }
  return { orders, reorders };
}
