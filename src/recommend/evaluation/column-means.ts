import { type BootstrapOptions, bootstrap, type Interval } from "../../stats/interval";

/**
 * Means of the columns of a table by the rows' weights, which add up to the number of rows, as those of a bootstrap do.
 *
 * @param values row by row
 * @example weightedMeans(Float64Array.of(1, 2, 3, 4), 2)(Float64Array.of(1, 1)) // [2, 3]
 */
export function weightedMeans(values: Float64Array, width: number): (weights: Float64Array) => Float64Array {
  return (weights) => {
    const sums = new Float64Array(width);
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i]!;
      if (weight === 0) continue;
      const row = i * width;
      for (let c = 0; c < width; c++) sums[c]! += weight * values[row + c]!;
    }
    return sums.map((sum) => sum / weights.length);
  };
}

/**
 * The mean of each column with its percentile bootstrap interval, over the rows where it is not NaN; null where it always
 * is. Columns that miss the same rows are drawn together. O(resamples × rows × columns).
 *
 * @param columns of one length
 * @throws RangeError as {@link bootstrap}
 * @example columnMeans([Float64Array.of(1, NaN, 3)])[0]?.estimate // 2
 */
export function columnMeans(
  columns: readonly Float64Array[],
  drawing: BootstrapOptions = {},
): (Interval | null)[] {
  const alike = new Map<string, number[]>();
  columns.forEach((column, c) => {
    const there = column.reduce((text, value) => text + (Number.isNaN(value) ? "-" : "x"), "");
    const group = alike.get(there);
    if (group) group.push(c);
    else alike.set(there, [c]);
  });
  const means: (Interval | null)[] = columns.map(() => null);
  for (const group of alike.values()) {
    const kept = group.map((c) => columns[c]!.filter((value) => !Number.isNaN(value)));
    const rows = kept[0]!.length;
    if (rows === 0) continue;
    const table = new Float64Array(rows * group.length);
    kept.forEach((column, g) => {
      column.forEach((value, i) => {
        table[i * group.length + g] = value;
      });
    });
    const found = bootstrap(rows, weightedMeans(table, group.length), drawing);
    group.forEach((c, g) => {
      means[c] = found[g]!;
    });
  }
  return means;
}
