import { expectedKinds } from "../stats/rarefaction";
import type { CategoryCounts } from "./group-shares";

/** How many categories each customer bought from. */
export interface CustomerVariety {
  readonly customer: readonly string[];
  /** Distinct categories in all lines of the customer: more lines, more categories. */
  readonly distinct: Float64Array;
  /** Distinct categories expected in `lines` lines of the customer; NaN for customers with fewer. */
  readonly expected: Float64Array;
}

/**
 * The categories (products, aisles, departments) that each customer bought from, counted plainly and expected in equally
 * many lines of each, so that customers with many and few orders can be compared. O(rows × lines).
 *
 * @param counts one row a customer and category, in any order
 * @param lines order lines that each customer is compared on, from 1
 * @throws RangeError when columns differ in length, a count is not a whole number from 0, or `lines` is none from 1
 * @example customerVariety(aislesOfCustomers, 20).expected
 */
export function customerVariety({ customer, n }: CategoryCounts, lines: number): CustomerVariety {
  if (!Number.isInteger(lines) || lines < 1)
    throw new RangeError(`${lines} lines: take a whole number from 1`);
  if (customer.length !== n.length)
    throw new RangeError(`${customer.length} customers and ${n.length} counts`);
  const counts = new Map<string, number[]>();
  for (const [i, id] of customer.entries()) {
    const own = counts.get(id);
    if (own) own.push(n[i] as number);
    else counts.set(id, [n[i] as number]);
  }
  const all = [...counts.values()];
  return {
    customer: [...counts.keys()],
    distinct: Float64Array.from(all, (own) => own.filter((times) => times > 0).length),
    expected: Float64Array.from(all, (own) =>
      own.reduce((sum, times) => sum + times, 0) < lines ? Number.NaN : expectedKinds(own, lines),
    ),
  };
}
