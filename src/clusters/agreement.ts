import { groupRows } from "./labels";

/**
 * How many rows two groupings of the same rows put together, group by group: entry `[a][b]` counts the rows in group a
 * of the first and b of the second, or adds their weights up. O(rows + k²).
 *
 * @param weights one number a row, such as its order lines; 1 each by default
 * @throws RangeError when the lengths differ or a label is no whole number from 0
 * @example crossTable([0, 0, 1], [1, 0, 0]) // [[1, 1], [1, 0]]
 */
export function crossTable(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number[][] {
  if (first.length !== second.length) {
    throw new RangeError(
      `${first.length} labels against ${second.length}: compare groupings of the same rows.`,
    );
  }
  if (weights !== undefined && weights.length !== first.length) {
    throw new RangeError(`${weights.length} weights for ${first.length} rows: give each row one.`);
  }
  const k = groupRows(second).k;
  const table = Array.from({ length: groupRows(first).k }, () => new Array<number>(k).fill(0));
  for (let i = 0; i < first.length; i++) {
    (table[first[i] as number] as number[])[second[i] as number]! += weights ? (weights[i] as number) : 1;
  }
  return table;
}

/**
 * The adjusted Rand index: how far two clusterings agree on which pairs of rows belong together, 1 when they are the
 * same up to names, about 0 when they are unrelated, and below 0 when they agree less than by chance.
 * O(rows + k²).
 *
 * @throws RangeError when the lengths differ, there are no rows, or a label is no whole number from 0
 * @see Hubert & Arabie (1985), "Comparing partitions"
 * @example adjustedRand([0, 0, 1, 1], [1, 1, 0, 0]) // 1
 */
export function adjustedRand(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length === 0) throw new RangeError("There are no rows to compare clusterings by.");
  const table = crossTable(first, second);
  const pairs = (counts: readonly number[]) => counts.reduce((sum, m) => sum + (m * (m - 1)) / 2, 0);
  const both = pairs(table.flat());
  const inFirst = pairs(table.map((row) => row.reduce((a, b) => a + b, 0)));
  const inSecond = pairs(
    (table[0] as number[]).map((_, b) => table.reduce((sum, row) => sum + (row[b] as number), 0)),
  );
  const total = (first.length * (first.length - 1)) / 2;
  // Written without the quotient of large numbers, and 1 when both put all rows together or all apart.
  if (both === inFirst && both === inSecond) return 1;
  const expected = (inFirst * inSecond) / total;
  return (both - expected) / ((inFirst + inSecond) / 2 - expected);
}
