import type { Purchases } from "./purchases";
import { boughtItems } from "./top-items";

/** How much each customer is taken to like each item: a sparse matrix, customer after customer. What is not in it is 0. */
export interface Ratings {
  /** Number of customers and of items; both are numbered as in the purchases they come from. */
  readonly customers: number;
  readonly items: number;
  /** Customer c has the entries `starts[c]` up to, without, `starts[c + 1]`. */
  readonly starts: Uint32Array;
  /** Item of each entry, ascending within a customer. */
  readonly itemOf: Uint32Array;
  /** Rating of each entry, above 0. */
  readonly values: Float64Array;
}

/**
 * Ratings by purchases: 1 for every item bought, or the number of the customer's orders with it. O(lines × log).
 *
 * @example ratingsOf(history, "orders").values.length // pairs of a customer and an item
 */
export function ratingsOf(history: Purchases, by: "bought" | "orders"): Ratings {
  const { orderStarts, lineStarts, lines } = history;
  const customers = history.customers.length;
  const starts = new Uint32Array(customers + 1);
  const itemOf = new Uint32Array(lines.length);
  const values = new Float64Array(lines.length).fill(1);
  let kept = 0;
  for (let c = 0; c < customers; c++) {
    if (by === "bought") {
      const items = boughtItems(history, c);
      itemOf.set(items, kept);
      kept += items.length;
    } else {
      const sorted = lines.slice(lineStarts[orderStarts[c]!], lineStarts[orderStarts[c + 1]!]).sort();
      sorted.forEach((item, i) => {
        if (i > 0 && item === sorted[i - 1]) values[kept - 1]!++;
        else itemOf[kept++] = item;
      });
    }
    starts[c + 1] = kept;
  }
  return {
    customers,
    items: history.items.length,
    starts,
    itemOf: itemOf.slice(0, kept),
    values: values.slice(0, kept),
  };
}

/** Columns of ratings, all of one length. */
export interface RatingColumns {
  readonly customers: ArrayLike<number> | ArrayLike<string | null>;
  readonly items: ArrayLike<string | null>;
  readonly values: ArrayLike<number>;
}

/**
 * Ratings from columns, such as the quantity of each order line; of several rows of one customer and item the mean. Give
 * only rows of the history: those of orders held out would tell what is to be guessed. O(rows × log).
 *
 * @throws RangeError when columns differ in length, a value is not finite and above 0, or the history has no such purchase
 * (names the row, counted from 1)
 * @example meanRatings(history, { customers, items, values: quantities })
 */
export function meanRatings(history: Purchases, { customers, items, values }: RatingColumns): Ratings {
  if (customers.length !== values.length || items.length !== values.length) {
    throw new RangeError(
      `There are ${customers.length} customers, ${items.length} items and ${values.length} values: give columns of one length.`,
    );
  }
  const bought = ratingsOf(history, "bought");
  const customerAt = new Map(history.customers.map((id, at) => [id, at]));
  const itemAt = new Map(history.items.map((label, at) => [label, at]));
  const sums = new Float64Array(bought.values.length);
  const rows = new Uint32Array(bought.values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value > 0 && value < Infinity))
      throw new RangeError(`Row ${i + 1} has the value ${value}: ratings are finite and above 0.`);
    const customer = customerAt.get(customers[i] as number | string);
    const item = itemAt.get(items[i] as string);
    const entry = customer === undefined || item === undefined ? -1 : entryOf(bought, customer, item);
    if (entry < 0) {
      throw new RangeError(
        `Row ${i + 1}: the history has no purchase of ${items[i]} by customer ${customers[i]}. Give rows of the history only.`,
      );
    }
    sums[entry]! += value;
    rows[entry]!++;
  }
  const unrated = rows.indexOf(0);
  if (unrated >= 0) {
    const customer = bought.starts.findIndex((start) => start > unrated) - 1;
    throw new RangeError(
      `No row rates ${history.items[bought.itemOf[unrated]!]}, which customer ${history.customers[customer]} has bought: give every line's.`,
    );
  }
  return { ...bought, values: sums.map((sum, entry) => sum / rows[entry]!) };
}

/** Where the customer's rating of an item stands, or −1. */
function entryOf({ starts, itemOf }: Ratings, customer: number, item: number): number {
  let low = starts[customer]!;
  let high = starts[customer + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemOf[middle]! < item) low = middle + 1;
    else high = middle;
  }
  return low < starts[customer + 1]! && itemOf[low] === item ? low : -1;
}

/** The same ratings, item after item. */
export interface RatingsByItem {
  /** Item i has the entries `starts[i]` up to, without, `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** Customer of each entry, ascending within an item. */
  readonly customerOf: Uint32Array;
  readonly values: Float64Array;
}

/** Ratings turned about: item after item. O(ratings). @example ratingsByItem(ratingsOf(history, "bought")) */
export function ratingsByItem(ratings: Ratings): RatingsByItem {
  const starts = new Uint32Array(ratings.items + 1);
  for (const item of ratings.itemOf) starts[item + 1]!++;
  for (let i = 0; i < ratings.items; i++) starts[i + 1]! += starts[i] as number;
  const next = starts.slice();
  const customerOf = new Uint32Array(ratings.itemOf.length);
  const values = new Float64Array(ratings.itemOf.length);
  for (let c = 0; c < ratings.customers; c++) {
    for (let e = ratings.starts[c]!; e < ratings.starts[c + 1]!; e++) {
      const at = next[ratings.itemOf[e]!]!++;
      customerOf[at] = c;
      values[at] = ratings.values[e]!;
    }
  }
  return { starts, customerOf, values };
}
