import type { Transactions } from "../transactions";

/** Kinds of baskets within which items are compared: what differs between kinds is no evidence for a rule. */
export interface Strata {
  /** Those that were mined. */
  readonly transactions: Transactions;
  /** The stratum of each row: whole numbers from 0. */
  readonly of: ArrayLike<number>;
}

/**
 * Parts baskets by their number of items, those of one size together, into strata of about as many baskets. In shops
 * whose baskets differ in size, any two frequent items go together more than chance gives, because large baskets have
 * more of everything; within a size they do not. Since two items that go together also make a basket larger, tests within
 * sizes err on the side of finding less. O(items + largest basket).
 *
 * @param most number of strata at most
 * @throws RangeError when there are no baskets, or `most` is no whole number from 1
 * @see Gionis, Mannila, Mielikäinen & Tsaparas (2007), "Assessing data mining results via swap randomization", on why sizes matter
 * @example sizeStrata(transactions).of
 */
export function sizeStrata(transactions: Transactions, most = 20): Strata {
  const { rows, starts } = transactions;
  if (rows === 0) throw new RangeError("There are no baskets to part by size.");
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`${most} strata: take 1 at least.`);
  const size = (row: number) => (starts[row + 1] as number) - (starts[row] as number);
  let largest = 0;
  for (let row = 0; row < rows; row++) largest = Math.max(largest, size(row));
  const baskets = new Float64Array(largest + 1);
  for (let row = 0; row < rows; row++) baskets[size(row)] = (baskets[size(row)] as number) + 1;
  const stratum = new Uint32Array(largest + 1);
  for (let s = 0, passed = 0; s <= largest; s++) {
    stratum[s] = Math.min(most - 1, Math.floor((passed * most) / rows));
    passed += baskets[s] as number;
  }
  return { transactions, of: Uint32Array.from({ length: rows }, (_, row) => stratum[size(row)] as number) };
}
