import type { Rfm } from "./rfm";

/**
 * Customers for tests, from rows of recency (days), frequency and monetary value; ids count from 1.
 * @example rfmOf([[3, 2, 40.5]]).customer // ["1"]
 */
export function rfmOf(rows: readonly (readonly number[])[]): Rfm {
  const column = (i: number) => Float64Array.from(rows, (row) => row[i] as number);
  return {
    customer: rows.map((_, i) => String(i + 1)),
    recency: column(0),
    frequency: column(1),
    monetary: column(2),
    frequencyOf: "orders",
    reference: 0,
  };
}
