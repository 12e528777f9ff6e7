import { type Features, rowsOf } from "./features";

/** What a linear model or a distance reads: a row for each case, a column for each feature, in one typed array. */
export interface FeatureMatrix {
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Row after row: row i, column j stands at `i * columns + j`. */
  readonly values: Float64Array;
}

/**
 * Lays a table of features out row after row, for methods that know no missing values. O(rows × columns).
 *
 * @throws RangeError naming the row (from 0) and the feature that is missing, or as `rowsOf`
 * @example featureMatrix({ names: ["a", "b"], columns: [[1, 2], [3, 4]] }).values // 1, 3, 2, 4
 */
export function featureMatrix(features: Features): FeatureMatrix {
  const rows = rowsOf(features);
  const { names } = features;
  const columns = names.length;
  const values = new Float64Array(rows * columns);
  for (const [j, column] of features.columns.entries()) {
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (Number.isNaN(value))
        throw new RangeError(
          `Feature "${names[j]}" is missing in row ${i}: fill missing features in, or leave such rows out.`,
        );
      values[i * columns + j] = value;
    }
  }
  return { names, rows, columns, values };
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
