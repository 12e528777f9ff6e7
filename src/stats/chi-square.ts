import { upperGamma } from "./gamma";

/** Whether two groupings of the same things have to do with each other. */
export interface ChiSquare {
  /** Pearson's statistic: the sum of (found − expected)² / expected. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** How often groupings that have nothing to do with each other give so large a statistic, 0 to 1. */
  readonly p: number;
  /** Cramér's V: the strength of the association, from 0 (none) to 1, whatever the number of things. */
  readonly cramersV: number;
  /** The smallest count expected; the p value is rough where it is below 5. */
  readonly smallestExpected: number;
}

/**
 * Pearson's χ² test of independence of the rows and columns of a table of counts, without continuity correction. Rows
 * and columns without any count are left out. The things counted must be independent of each other: lines of one
 * customer often are not, and then the p value is too small. O(cells).
 *
 * @throws RangeError when the rows differ in length, a count is negative or not finite, or fewer than two rows or
 * columns hold a count
 * @see Pearson (1900); Cramér (1946), "Mathematical Methods of Statistics", section 21.9
 * @example chiSquare([[10, 20], [20, 10]]).p // .0098
 */
export function chiSquare(counts: readonly (readonly number[])[]): ChiSquare {
  const columns = counts[0]?.length ?? 0;
  const rowSums = counts.map((row, i) => {
    if (row.length !== columns) {
      throw new RangeError(`row ${i} has ${row.length} counts and row 0 ${columns}: give rows of one length`);
    }
    const bad = row.findIndex((n) => !(n >= 0 && n < Infinity));
    if (bad >= 0)
      throw new RangeError(`the count at row ${i}, column ${bad} is ${row[bad]}: counts are 0 or more`);
    return row.reduce((a, b) => a + b, 0);
  });
  const columnSums = Array.from({ length: columns }, (_, j) =>
    counts.reduce((sum, row) => sum + (row[j] as number), 0),
  );
  const usedRows = rowSums.filter((sum) => sum > 0).length;
  const usedColumns = columnSums.filter((sum) => sum > 0).length;
  if (usedRows < 2 || usedColumns < 2) {
    throw new RangeError(
      `${usedRows} rows and ${usedColumns} columns hold counts: independence needs two of each`,
    );
  }
  const total = rowSums.reduce((a, b) => a + b, 0);
  let statistic = 0;
  let smallestExpected = Infinity;
  counts.forEach((row, i) => {
    row.forEach((found, j) => {
      const expected = ((rowSums[i] as number) * (columnSums[j] as number)) / total;
      if (expected === 0) return;
      statistic += (found - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    });
  });
  const degreesOfFreedom = (usedRows - 1) * (usedColumns - 1);
  return {
    statistic,
    degreesOfFreedom,
    p: upperGamma(degreesOfFreedom / 2, statistic / 2),
    cramersV: Math.sqrt(statistic / (total * Math.min(usedRows - 1, usedColumns - 1))),
    smallestExpected,
  };
}
