import { checkedOptions, type InstacartGenerateOptions } from "./options";
import { type CustomerType, customerTypes } from "./types";
import { planUser } from "./users";

/** What the engine would aggregate from the generated files, one entry a customer, ordered by customer id. */
export interface InstacartUserTable {
  /** Ids: 1, 2, 3 … */
  readonly customer: Int32Array;
  /** Number of orders, the last one (of the train or test set) included: the frequency. */
  readonly orders: Float64Array;
  /** Days between the last two orders, capped at 30: the recency of a shop without dates. */
  readonly lastGap: Float64Array;
  /** Sum of all gaps, in days: the length. */
  readonly length: Float64Array;
  /** Number of lines; test orders have none: the volume. */
  readonly items: Float64Array;
  /** The planted type of each customer: an index into `types`. */
  readonly type: Int32Array;
  readonly types: readonly CustomerType[];
}

/**
 * The numbers of orders, gaps and lines of every customer of the generated Instacart data, without drawing a product:
 * the same as the engine aggregates from the files of these options. O(orders): 206,209 customers take about 2 s.
 * @throws RangeError when the options are out of range.
 * @example instacartUserTable({ seed: 1, users: 206_209 }).orders
 */
export function instacartUserTable(options: InstacartGenerateOptions): InstacartUserTable {
  const { seed, users, separation } = checkedOptions(options);
  const types = customerTypes(separation);
  const table = {
    customer: Int32Array.from({ length: users }, (_, i) => i + 1),
    orders: new Float64Array(users),
    lastGap: new Float64Array(users),
    length: new Float64Array(users),
    items: new Float64Array(users),
    type: new Int32Array(users),
    types,
  };
  for (let i = 0; i < users; i++) {
    const { type, orders, last } = planUser(types, seed, i);
    table.type[i] = type;
    table.orders[i] = orders.length;
    table.lastGap[i] = orders[orders.length - 1]!.gap;
    for (const [k, { gap, size }] of orders.entries()) {
      if (k > 0) table.length[i]! += gap;
      if (last === "train" || k < orders.length - 1) table.items[i]! += size;
    }
  }
  return table;
}
