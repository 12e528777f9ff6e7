import type { PairHistory } from "./pair-history";

/** How one customer orders, over the known orders. */
export interface CustomerHabits {
  readonly orders: number;
  /** Mean number of different items in an order. */
  readonly basketSize: number;
  /** Share of the lines that are items the customer had before. */
  readonly reorderRatio: number;
  /** Weekday of most orders, 0 for Sunday, in UTC; of equal ones the first in the week. */
  readonly weekday: number;
  /** Hour of most orders, 0 to 23, in UTC; of equal ones the earliest. */
  readonly hour: number;
  /** The different items, in the order in which they were first bought. */
  readonly items: ReadonlyMap<number, ItemOfCustomer>;
}

/** How a customer buys one item. */
export interface ItemOfCustomer {
  /** Orders with the item. */
  times: number;
  /** The order that first held it, counted from 1. */
  readonly first: number;
  /** Orders with it among the customer's last five. */
  lastFive: number;
}

const HOUR = 3_600_000;

/**
 * The habits of one customer with at least one known order. O(the customer's lines).
 *
 * @example customerHabits(split.history, 12).reorderRatio
 */
export function customerHabits(history: PairHistory, customer: number): CustomerHabits {
  const [begin, end] = [history.orderStarts[customer]!, history.orderStarts[customer + 1]!];
  const items = new Map<number, ItemOfCustomer>();
  const weekdays = new Uint32Array(7);
  const hours = new Uint32Array(24);
  for (let order = begin; order < end; order++) {
    // 1970 began on a Thursday, the fifth day of the week from Sunday.
    const hour = Math.floor(history.times[order]! / HOUR);
    hours[hour % 24]!++;
    weekdays[(Math.floor(hour / 24) + 4) % 7]!++;
    const lately = order >= end - 5 ? 1 : 0;
    for (let line = history.lineStarts[order]!; line < history.lineStarts[order + 1]!; line++) {
      const item = history.lines[line]!;
      const known = items.get(item);
      if (known === undefined) items.set(item, { times: 1, first: order - begin + 1, lastFive: lately });
      else {
        known.times++;
        known.lastFive += lately;
      }
    }
  }
  const orders = end - begin;
  const lines = history.lineStarts[end]! - history.lineStarts[begin]!;
  return {
    orders,
    basketSize: lines / orders,
    reorderRatio: 1 - items.size / lines,
    weekday: mostOf(weekdays),
    hour: mostOf(hours),
    items,
  };
}

const mostOf = (counts: Uint32Array): number => counts.indexOf(Math.max(...counts));
