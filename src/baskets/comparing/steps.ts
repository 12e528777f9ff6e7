import { numberValues } from "../numbering";
import { takeBaskets } from "../regroup";
import type { Transactions } from "../transactions";

/** Steps from one order of a customer to the next: row i of both transactions is step i. */
export interface Steps {
  readonly first: Transactions;
  readonly next: Transactions;
  /** The customer of each step, numbered from 0. */
  readonly customerOf: Uint32Array;
}

/**
 * Pairs each basket with the next one of the same customer. Customers with a single basket have no step. O(items + rows
 * log rows).
 *
 * @throws RangeError when customers or times do not fit the baskets, a customer is missing, a time is not finite, or two
 * baskets of a customer are of one time, so that neither is the next
 * @example stepsOf(transactions, customer, orderNumber).first.rows
 */
export function stepsOf(
  transactions: Transactions,
  customer: ArrayLike<number> | ArrayLike<string | null>,
  time: ArrayLike<number>,
): Steps {
  const { rows } = transactions;
  if (customer.length !== rows || time.length !== rows) {
    throw new RangeError(
      `${customer.length} customers and ${time.length} times for ${rows} baskets: give one for each.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(time[row])) throw new RangeError(`Row ${row} has the time ${time[row]}.`);
  }
  const { ids } = numberValues("customer", customer);
  const id = (row: number) => ids[row] as number;
  const at = (row: number) => time[row] as number;
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (one, other) => id(one) - id(other) || at(one) - at(other),
  );
  const [from, to] = [new Uint32Array(rows), new Uint32Array(rows)];
  let steps = 0;
  for (let i = 1; i < rows; i++) {
    const [one, other] = [order[i - 1] as number, order[i] as number];
    if (id(one) !== id(other)) continue;
    if (at(one) === at(other)) {
      throw new RangeError(
        `Rows ${one} and ${other} are of customer ${customer[one]} and of one time: say which comes first, or join them.`,
      );
    }
    from[steps] = one;
    to[steps++] = other;
  }
  const taken = from.subarray(0, steps);
  return {
    first: takeBaskets(transactions, taken),
    next: takeBaskets(transactions, to.subarray(0, steps)),
    customerOf: taken.map(id),
  };
}
