/**
 * The least count whose share of `rows` reaches `minSupport`: ceil(minSupport × rows) in exact arithmetic, at least 1.
 * The rounding of the product plays no part: 0.07 of 100 rows are 7, though 0.07 × 100 gives 7.000000000000001.
 *
 * @throws RangeError unless minSupport is above 0 and at most 1
 * @example minCountOf(0.01, 9835) // 99
 */
export function minCountOf(minSupport: number, rows: number): number {
  if (!(minSupport > 0 && minSupport <= 1)) {
    throw new RangeError(
      `minSupport is ${minSupport}; take a share of the baskets above 0 and up to 1 (or give minCount, in baskets).`,
    );
  }
  let count = Math.max(1, Math.ceil(minSupport * rows));
  // A quotient is rounded once, so the double nearest to 7 / 100 is the number that was written as 0.07.
  while (count > 1 && (count - 1) / rows >= minSupport) count--;
  while (count < rows && count / rows < minSupport) count++;
  return count;
}
