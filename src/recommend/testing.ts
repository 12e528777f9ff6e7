import fc from "fast-check";
import { type LineColumns, type Purchases, purchasesOf } from "./purchases";

/** Purchases by hand: for each customer its orders, the earliest first. @example shopOf({ ann: [["tea"], ["milk"]] }) */
export function shopOf(orders: Readonly<Record<string, readonly (readonly string[])[]>>): Purchases {
  return purchasesOf(columnsOf(Object.entries(orders)));
}

/** Columns of small random shops: 1 to 6 customers with 1 to 5 orders of 1 to 4 out of 7 items. */
export const anyLines: fc.Arbitrary<LineColumns & { items: string[] }> = fc
  .array(
    fc.array(
      fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((shop) => columnsOf(shop.map((orders, c) => [`c${c}`, orders])));

function columnsOf(shop: readonly (readonly [string, readonly (readonly string[])[]])[]) {
  const lines = shop.flatMap(([customer, orders]) =>
    orders.flatMap((items, time) => items.map((item) => ({ customer, time, item }))),
  );
  return {
    customers: lines.map(({ customer }) => customer),
    orders: lines.map(({ customer, time }) => `${customer}/${time}`),
    times: lines.map(({ time }) => time),
    items: lines.map(({ item }) => item),
  };
}
