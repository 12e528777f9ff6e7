import type { Features } from "../features/features";
import { takeRows } from "../features/features";
import type { ReorderPairs } from "./reorder-pairs";

/** Labelled orders with their pairs, one after the other. */
export interface LabelledOrders {
  readonly features: Features;
  readonly labels: Uint8Array;
  /** The customer and the product of each pair. */
  readonly customers: Int32Array;
  readonly products: Int32Array;
  /** Order o has the pairs `starts[o]` up to, without, `starts[o + 1]`. */
  readonly starts: Uint32Array;
  /** The customer of each order. */
  readonly orderCustomers: Int32Array;
}

/** Some of the orders of a {@link ReorderPairs}, in its order. */
export interface TakenOrders extends LabelledOrders {
  /** For each pair its number in the whole. */
  readonly rows: Uint32Array;
}

/**
 * The orders of some customers, whole: with all their pairs. O(pairs × features).
 *
 * @param wanted tells of a customer's id whether his order is taken
 * @throws RangeError when nobody is wanted
 * @example takeOrders(pairs, (customer) => tested.has(customer)).labels
 */
export function takeOrders(
  pairs: Pick<ReorderPairs, "features" | "labels" | "customers" | "products" | "starts">,
  wanted: (customer: number) => boolean,
): TakenOrders {
  const rows: number[] = [];
  const starts = [0];
  const orderCustomers: number[] = [];
  for (let o = 0; o + 1 < pairs.starts.length; o++) {
    const [from, to] = [pairs.starts[o]!, pairs.starts[o + 1]!];
    const customer = pairs.customers[from]!;
    if (!wanted(customer)) continue;
    for (let pair = from; pair < to; pair++) rows.push(pair);
    starts.push(rows.length);
    orderCustomers.push(customer);
  }
  if (rows.length === 0)
    throw new RangeError(`None of the ${pairs.starts.length - 1} orders is of a wanted customer.`);
  return {
    features: takeRows(pairs.features, rows),
    labels: Uint8Array.from(rows, (row) => pairs.labels[row]!),
    customers: Int32Array.from(rows, (row) => pairs.customers[row]!),
    products: Int32Array.from(rows, (row) => pairs.products[row]!),
    starts: Uint32Array.from(starts),
    orderCustomers: Int32Array.from(orderCustomers),
    rows: Uint32Array.from(rows),
  };
}
