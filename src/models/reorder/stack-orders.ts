import { stackFeatures } from "../features/stack-features";
import type { LabelledOrders } from "./take-orders";

/**
 * Labelled orders one table after the other, such as each customer's last orders and those before: more rows to learn
 * from. A customer may then have several orders, so split by customer. O(pairs × features).
 *
 * @throws RangeError when there are no tables, or as `stackFeatures`
 * @example stackOrders([takeOrders(last, learnt), takeOrders(before, learnt)])
 */
export function stackOrders(tables: readonly LabelledOrders[]): LabelledOrders {
  const features = stackFeatures(tables.map((table) => table.features));
  const starts = [0];
  for (const table of tables) {
    const before = starts.at(-1)!;
    for (let o = 1; o < table.starts.length; o++) starts.push(before + table.starts[o]!);
  }
  const all = <T>(part: (table: LabelledOrders) => Iterable<T>): T[] =>
    tables.flatMap((table) => [...part(table)]);
  return {
    features,
    labels: Uint8Array.from(all((table) => table.labels)),
    customers: Int32Array.from(all((table) => table.customers)),
    products: Int32Array.from(all((table) => table.products)),
    starts: Uint32Array.from(starts),
    orderCustomers: Int32Array.from(all((table) => table.orderCustomers)),
  };
}
