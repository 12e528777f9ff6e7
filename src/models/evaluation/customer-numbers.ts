/** Rows' customers as numbers from 0. */
export interface CustomerNumbers {
  /** How many customers there are. */
  readonly count: number;
  /** For each row its customer's number. */
  readonly numbers: Uint32Array;
}

/**
 * Numbers customers by their sorted identifiers, so that neither the order of the rows nor that of the customers matters
 * to what is drawn among them. O(rows + customers × log customers).
 *
 * @param customers identifier of the customer of each row
 * @throws RangeError when a row has none (NaN), or there are fewer than two customers
 * @example numberCustomers(["b", "a", "b"]).numbers // 1, 0, 1
 */
export function numberCustomers(customers: ArrayLike<number> | ArrayLike<string>): CustomerNumbers {
  const numberOf = new Map<number | string, number>();
  for (let row = 0; row < customers.length; row++) {
    const id = customers[row]!;
    if (Number.isNaN(id))
      throw new RangeError(`Row ${row + 1} has no customer (NaN): leave such rows out, and say how many.`);
    numberOf.set(id, 0);
  }
  const sorted = [...numberOf.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorted.length < 2)
    throw new RangeError(`Rows of ${sorted.length} customer: an interval over customers needs at least two.`);
  for (const [number, id] of sorted.entries()) numberOf.set(id, number);
  const numbers = new Uint32Array(customers.length);
  for (let row = 0; row < customers.length; row++) numbers[row] = numberOf.get(customers[row]!)!;
  return { count: sorted.length, numbers };
}
