import type { Features } from "../features/features";
import { type CustomerHabits, customerHabits, type ItemOfCustomer } from "./customer-habits";
import { type ItemHabits, itemHabits } from "./item-habits";
import type { HeldOutOrders } from "./pair-history";

/** A row for each customer and each item that he or she has bought: does the held-out order hold it again? */
export interface PairTask {
  /** For each row the number of its customer, ascending. */
  readonly customers: Uint32Array;
  /** For each row the number of its item; a customer's items stand in the order in which they were first bought. */
  readonly items: Uint32Array;
  /** 1 where the held-out order holds the item, else 0. */
  readonly labels: Uint8Array;
  /** What study 002 asks of a pair, by its names; nothing of the held-out order or later. */
  readonly features: Features;
}

type Value = (
  pair: ItemOfCustomer,
  customer: CustomerHabits,
  item: { orders: number; reorders: number },
) => number;

/** The study's features by its names. The place in the cart it asks as well; an invoice does not know it. */
const FEATURES: readonly [name: string, value: Value][] = [
  ["uxp_times_bought", ({ times }) => times],
  ["uxp_reorder_ratio", ({ times, first }, { orders }) => times / (orders - first + 1)],
  ["uxp_last_five", ({ lastFive }) => lastFive],
  ["uxp_ratio_last_five", ({ lastFive }) => lastFive / 5],
  ["u_num_of_orders", (_, { orders }) => orders],
  ["u_avg_prd", (_, { basketSize }) => basketSize],
  ["dow_u_most", (_, { weekday }) => weekday],
  ["hod_u_most", (_, { hour }) => hour],
  ["u_reorder_ratio", (_, { reorderRatio }) => reorderRatio],
  ["p_reorder_ratio", (_, __, { orders, reorders }) => reorders / orders],
  ["p_num_of_times", (_, __, { orders }) => orders],
];

/**
 * The pairs of study 002 on any purchases: who buys again what he or she has bought before? Candidates are all items of a
 * customer's history; features know the history alone, the label is read from the held-out order. Customers without an
 * order held out, or without a history, have no rows. O(lines).
 *
 * @throws RangeError when no customer has both a history and an order held out
 * @example pairTask(splitPurchases(purchases, { by: "time", at: Date.parse("2011-10-09T00:00Z") })).labels
 */
export function pairTask({ history, customers, starts, items }: HeldOutOrders): PairTask {
  const ofItem: ItemHabits = itemHabits(history);
  const rows: { customers: number[]; items: number[]; labels: number[] } = {
    customers: [],
    items: [],
    labels: [],
  };
  const columns = FEATURES.map((): number[] => []);
  for (const [i, customer] of customers.entries()) {
    if (history.orderStarts[customer] === history.orderStarts[customer + 1]) continue;
    const bought = new Set(items.subarray(starts[i], starts[i + 1]));
    const habits = customerHabits(history, customer);
    for (const [item, pair] of habits.items) {
      rows.customers.push(customer);
      rows.items.push(item);
      rows.labels.push(bought.has(item) ? 1 : 0);
      const all = { orders: ofItem.orders[item]!, reorders: ofItem.reorders[item]! };
      for (const [f, [, value]] of FEATURES.entries()) columns[f]!.push(value(pair, habits, all));
    }
  }
  if (rows.labels.length === 0)
    throw new RangeError(
      "No customer has both earlier orders and one that is held out: split at another moment.",
    );
  return {
    customers: Uint32Array.from(rows.customers),
    items: Uint32Array.from(rows.items),
    labels: Uint8Array.from(rows.labels),
    features: {
      names: FEATURES.map(([name]) => name),
      columns: columns.map((column) => Float64Array.from(column)),
    },
  };
}
