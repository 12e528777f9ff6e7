import { type Matrix, requireFiniteCells } from "./matrix";

/** Rows sorted by their cluster: the rows of cluster c are `rows.subarray(starts[c], starts[c + 1])`. */
export interface Grouping {
  /** Number of clusters, one more than the largest label; some may be empty. */
  readonly k: number;
  readonly sizes: readonly number[];
  readonly rows: Int32Array;
  readonly starts: readonly number[];
}

/**
 * Sorts rows by cluster, keeping their order within a cluster, and checks the labels on the way. O(rows + k).
 *
 * @param labels whole numbers from 0, one a row
 * @throws RangeError when a label is no whole number from 0, naming its row, or is not below the number of rows
 * @example groupRows([1, 0, 1]).rows // [1, 0, 2]
 */
export function groupRows(labels: ArrayLike<number>): Grouping {
  let k = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (!Number.isInteger(label) || label < 0 || label >= labels.length) {
      throw new RangeError(
        `Label ${label} of row ${i + 1} names no cluster: labels are whole numbers from 0, below the number of rows.`,
      );
    }
    k = Math.max(k, label + 1);
  }
  const sizes = new Array<number>(k).fill(0);
  for (let i = 0; i < labels.length; i++) sizes[labels[i] as number]!++;
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) as number) + size);
  const next = starts.slice();
  const rows = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) rows[next[labels[i] as number]!++] = i;
  return { k, sizes, rows, starts };
}

/**
 * Groups the rows of a matrix as {@link groupRows}, and refuses what a measure of clusters cannot be computed from.
 *
 * @throws RangeError when there is not one label a row, fewer than two clusters have rows, or a value is not finite,
 * naming its row and column
 * @example groupedRows(matrix, clustering.labels).sizes
 */
export function groupedRows(matrix: Matrix, labels: ArrayLike<number>): Grouping {
  if (labels.length !== matrix.rows) {
    throw new RangeError(`${labels.length} labels for ${matrix.rows} rows: give each row one label.`);
  }
  requireFiniteCells(matrix);
  const groups = groupRows(labels);
  if (groups.sizes.filter((size) => size > 0).length < 2) {
    throw new RangeError("All rows are in one cluster: a measure of clusters needs two at least.");
  }
  return groups;
}

/**
 * Means of the clusters' rows, cluster after cluster; zeros for an empty cluster. O(rows × columns).
 *
 * @example clusterMeans(matrix, groupRows(labels)) // as long as k × columns
 */
export function clusterMeans(
  { columns, values }: Matrix,
  { k, sizes, rows, starts }: Grouping,
): Float64Array {
  const means = new Float64Array(k * columns);
  for (let c = 0; c < k; c++) {
    for (let at = starts[c] as number; at < (starts[c + 1] as number); at++) {
      const from = (rows[at] as number) * columns;
      for (let j = 0; j < columns; j++) means[c * columns + j]! += values[from + j] as number;
    }
    for (let j = 0; j < columns; j++) means[c * columns + j]! /= (sizes[c] as number) || 1;
  }
  return means;
}
