import { type IdColumn, numberAscending } from "../baskets/numbering";
import { countedOrder } from "./counted-order";
import { numberOrders, placeOrders } from "./order-places";

/** What customers bought, order by order, in typed arrays. Customers and items are numbered from 0. */
export interface Purchases {
  /** Id of each customer, ascending: text by code units, numbers by value. */
  readonly customers: readonly (number | string)[];
  /** Label of each item, ascending by code units. Text from data: escape it. */
  readonly items: readonly string[];
  /** Customer c has the orders `orderStarts[c]` up to, without, `orderStarts[c + 1]`, the earliest first. */
  readonly orderStarts: Uint32Array;
  /** When each order was, in any unit that ascends with time: order numbers, milliseconds. */
  readonly times: Float64Array;
  /** Order o has the lines `lineStarts[o]` up to, without, `lineStarts[o + 1]`. */
  readonly lineStarts: Uint32Array;
  /** Item numbers, ascending within an order, none twice. */
  readonly lines: Uint32Array;
}

/** Columns of order lines, all of one length. */
export interface LineColumns {
  readonly customers: IdColumn;
  readonly orders: IdColumn;
  /** When the line's order was: any number that ascends with time. Lines of one order may differ: the least counts. */
  readonly times: ArrayLike<number>;
  readonly items: ArrayLike<string | null>;
}

/**
 * Purchases from columns of order lines, in any order: an item twice in an order counts once; a customer's orders of one
 * time stand by their ids. An order is one customer's: the same order id of two customers is two orders.
 * O(lines + orders × log orders); six numbers a line of working memory.
 *
 * @throws RangeError when columns differ in length, or a cell is missing (names column and row, counted from 1)
 * @example purchasesOf({ customers: ["a", "a"], orders: [1, 2], times: [0, 9], items: ["tea", "milk"] })
 */
export function purchasesOf({ customers, orders, times, items }: LineColumns): Purchases {
  const length = items.length;
  for (const [name, column] of Object.entries({ customers, orders, times })) {
    if (column.length !== length) {
      throw new RangeError(
        `There are ${column.length} ${name} and ${length} items: give columns of one length.`,
      );
    }
  }
  const customer = numberAscending("customer", customers);
  const item = numberAscending("item", items);
  const orderOf = numberOrders(customer.ids, numberAscending("order", orders));
  const { placeOf, orderStarts, times: sortedTimes } = placeOrders(customer.values.length, orderOf, times);

  // Lines by order and, within it, by item: counted into place by item first, then by order.
  const byItem = countedOrder(item.ids, item.values.length);
  const places = byItem.map((line) => placeOf[orderOf.ids[line]!]!);
  const within = countedOrder(places, sortedTimes.length);
  const lineStarts = new Uint32Array(sortedTimes.length + 1);
  const lines = new Uint32Array(length);
  let kept = 0;
  let order = -1;
  for (const at of within) {
    const number = item.ids[byItem[at]!]!;
    if (places[at] === order && lines[kept - 1] === number) continue;
    if (places[at] !== order) order = places[at]!;
    lines[kept++] = number;
    lineStarts[order + 1] = kept;
  }
  return {
    customers: customer.values,
    items: item.values.map(String),
    orderStarts,
    times: sortedTimes,
    lineStarts,
    lines: lines.slice(0, kept),
  };
}
