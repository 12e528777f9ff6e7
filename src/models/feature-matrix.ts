/** What a model reads: a row for each case, a column for each feature, in one typed array. */
export interface FeatureMatrix {
  /** Names of the columns, such as `uxp_times_bought`. */
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Row after row: row i, column j stands at `i * columns + j`. */
  readonly values: Float64Array;
}

/**
 * Checks that a matrix has as many names and numbers as it says, and that each number is finite. O(rows × columns).
 *
 * @throws RangeError naming the row (from 0), the column and the value, or the sizes that do not fit
 * @example requireFeatures({ names: ["a"], rows: 1, columns: 1, values: Float64Array.of(Infinity) }) // throws
 */
export function requireFeatures({ names, rows, columns, values }: FeatureMatrix): void {
  if (names.length !== columns || values.length !== rows * columns) {
    throw new RangeError(
      `A matrix of ${rows} rows and ${columns} columns has ${names.length} names and ${values.length} numbers: ` +
        `give ${columns} and ${rows * columns}.`,
    );
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Row ${Math.floor(bad / columns)} has ${values[bad]} in column "${names[bad % columns]}": ` +
        "fill missing features in, or leave such rows out.",
    );
  }
}

/**
 * Checks labels: one a row, each 0 or 1. O(rows).
 *
 * @returns how many labels are 1
 * @throws RangeError naming the first label that is neither, or the count that does not fit
 * @example requireLabels([0, 1, 1], 3) // 2
 */
export function requireLabels(labels: ArrayLike<number>, rows: number): number {
  if (labels.length !== rows)
    throw new RangeError(`${labels.length} labels for ${rows} rows: give one a row.`);
  let ones = 0;
  for (let i = 0; i < rows; i++) {
    if (labels[i] !== 0 && labels[i] !== 1)
      throw new RangeError(`The label of row ${i} is ${labels[i]}: take 0 or 1.`);
    ones += labels[i] as number;
  }
  return ones;
}
