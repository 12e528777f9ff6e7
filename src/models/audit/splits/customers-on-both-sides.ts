import type { CustomerIds } from "../../splits/splits";
import type { Finding } from "../finding";
import { counted, shareText, whole } from "../wording";
import { type Sides, sideRows } from "./sides";

export const CUSTOMERS_ON_BOTH_SIDES = "customers on both sides";

/**
 * Customers that a model both learns from and is tested on, unless all of the test is later than all that is learnt from:
 * then it is a forecast, which is about customers one knows. Never raises a false alarm: it counts. O(rows).
 *
 * @param of.customers one a row of the table that is split
 * @param of.times when each row's outcome was known, in any unit, where the split may be one by time
 * @throws RangeError when a row of a side is none of the table's, or a side is empty
 * @example auditCustomers(split, { customers })[0]?.figure // "1,690 of 1,792 customers of the test (94.3 %)"
 */
export function auditCustomers(
  split: Sides,
  { customers, times }: { readonly customers: CustomerIds; readonly times?: ArrayLike<number> | undefined },
): Finding[] {
  const { train, test } = sideRows(split, customers.length);
  if (times !== undefined && isForecast(times, train, test)) return [];
  const learnt = customersOf(customers, train);
  const tested = customersOf(customers, test);
  const both = [...tested].filter((customer) => learnt.has(customer)).length;
  if (both === 0) return [];
  const rows = test.filter((row) => learnt.has(customers[row]!)).length;
  return [
    {
      check: CUSTOMERS_ON_BOTH_SIDES,
      severity: "error",
      what: `Customers stand on both sides: ${shareText(rows / test.length)} of the test's rows belong to customers the model has learnt from, so it is judged on what it may know by heart.`,
      where: "split",
      figure: `${whole(both)} of ${counted(tested.size, "customer")} of the test (${shareText(both / tested.size)})`,
      advice: "Split by customer, or by time with the test later than all that is learnt from.",
    },
  ];
}

/** The customers of some rows. O(rows). @example customersOf(["a", "b"], Uint32Array.of(1)) // "b" */
export function customersOf(customers: CustomerIds, rows: Uint32Array): Set<number | string> {
  const own = new Set<number | string>();
  for (const row of rows) own.add(customers[row]!);
  return own;
}

/** Whether every row of the test is later than every row that is learnt from. */
export function isForecast(times: ArrayLike<number>, train: Uint32Array, test: Uint32Array): boolean {
  let last = -Infinity;
  for (const row of train) last = Math.max(last, times[row]!);
  return test.every((row) => times[row]! > last);
}
