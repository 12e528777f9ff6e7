import type { Purchases } from "../purchases";

/** Purchases before and after: what recommenders may learn from, and what they are tried on. */
export interface Split {
  /** Customers and items are numbered as in the purchases that were split; some may have nothing left here. */
  readonly history: Purchases;
  /** Customers with an order held out, ascending. */
  readonly customers: Uint32Array;
  /** Customer `customers[i]` has the held-out items `starts[i]` up to, without, `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** Item numbers, ascending within a customer. */
  readonly items: Uint32Array;
}

/**
 * Splits purchases by time. `lastOrder` holds out each customer's last order if there are at least `minOrders` (2 by
 * default); other customers' later orders stay in the history. `at` cuts the calendar: all orders before it are history,
 * and a customer's first order from then on is held out; nothing later is seen by anyone. O(lines).
 *
 * @throws RangeError when nothing is held out, or nothing is left to learn from
 * @see Ji, Sun, Zhang & Li (2023), "A critical study on data leakage in recommender system offline evaluation"
 * @example const { history, customers } = splitPurchases(purchases, { by: "lastOrder" });
 */
export function splitPurchases(
  purchases: Purchases,
  rule:
    | { readonly by: "lastOrder"; readonly minOrders?: number }
    | { readonly by: "time"; readonly at: number },
): Split {
  const { orderStarts, lineStarts, lines, times } = purchases;
  const customers: number[] = [];
  const starts = [0];
  const held: number[] = [];
  const keptOrders: number[] = [];
  const historyStarts = new Uint32Array(orderStarts.length);
  for (let c = 0; c < purchases.customers.length; c++) {
    const [begin, end] = [orderStarts[c]!, orderStarts[c + 1]!];
    let cut = end;
    if (rule.by === "lastOrder") {
      if (end - begin >= Math.max(1, rule.minOrders ?? 2)) cut = end - 1;
    } else {
      cut = begin;
      while (cut < end && times[cut]! < rule.at) cut++;
    }
    for (let o = begin; o < cut; o++) keptOrders.push(o);
    historyStarts[c + 1] = keptOrders.length;
    if (cut === end) continue;
    customers.push(c);
    for (let i = lineStarts[cut]!; i < lineStarts[cut + 1]!; i++) held.push(lines[i]!);
    starts.push(held.length);
  }
  if (customers.length === 0)
    throw new RangeError("No order is held out: no customer has one after the split.");
  if (keptOrders.length === 0) throw new RangeError("No order is left to learn from: split later.");
  return {
    history: ordersOf(purchases, keptOrders, historyStarts),
    customers: Uint32Array.from(customers),
    starts: Uint32Array.from(starts),
    items: Uint32Array.from(held),
  };
}

function ordersOf(purchases: Purchases, orders: readonly number[], orderStarts: Uint32Array): Purchases {
  const lineStarts = new Uint32Array(orders.length + 1);
  orders.forEach((o, i) => {
    lineStarts[i + 1] = lineStarts[i]! + purchases.lineStarts[o + 1]! - purchases.lineStarts[o]!;
  });
  const lines = new Uint32Array(lineStarts[orders.length]!);
  orders.forEach((o, i) => {
    lines.set(purchases.lines.subarray(purchases.lineStarts[o], purchases.lineStarts[o + 1]), lineStarts[i]);
  });
  return {
    customers: purchases.customers,
    items: purchases.items,
    orderStarts,
    times: Float64Array.from(orders, (o) => purchases.times[o]!),
    lineStarts,
    lines,
  };
}
