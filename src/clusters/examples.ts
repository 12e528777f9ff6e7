import { squaredDistance } from "./distance";
import { clusterMeans, groupedRows } from "./labels";
import type { Matrix } from "./matrix";
import { distanceSums } from "./silhouette-widths";

/**
 * Rows that show what a cluster is like: for each cluster those nearest to its mean, nearest first (of equals the
 * earlier row). O(rows × columns + rows × log rows).
 *
 * @param matrix as it was clustered, scaled
 * @param most rows for each cluster; 3 by default
 * @throws RangeError when the labels do not fit the rows, fewer than two clusters have rows, or a value is not finite
 * @example exampleRows(scaled, clustering.labels).map((rows) => rows.map((i) => customers[i]))
 */
export function exampleRows(matrix: Matrix, labels: ArrayLike<number>, most = 3): number[][] {
  const groups = groupedRows(matrix, labels);
  const means = clusterMeans(matrix, groups);
  return groups.sizes.map((_, c) => {
    const members = Array.from(groups.rows.subarray(groups.starts[c], groups.starts[c + 1]), (row) => ({
      row,
      distance: squaredDistance(matrix.values, row, means, c, matrix.columns),
    }));
    return members
      .sort((a, b) => a.distance - b.distance || a.row - b.row)
      .slice(0, most)
      .map(({ row }) => row);
  });
}

/**
 * The medoid of each cluster: the row with the least sum of distances to the others of its cluster (of equals the
 * earlier row); −1 for an empty cluster. Unlike the mean it is a real row. O(sum of the squared sizes × columns).
 *
 * @throws RangeError when the labels do not fit the rows, fewer than two clusters have rows, or a value is not finite
 * @see Kaufman & Rousseeuw (1990), "Finding Groups in Data", chapter 2
 * @example medoids(scaled, clustering.labels).map((i) => customers[i])
 */
export function medoids(matrix: Matrix, labels: ArrayLike<number>): number[] {
  const groups = groupedRows(matrix, labels);
  return groups.sizes.map((size, c) => {
    if (size === 0) return -1;
    const members = groups.rows.slice(groups.starts[c], groups.starts[c + 1]);
    const sums = distanceSums(matrix, members, { rows: members, starts: [0, size] });
    return members[sums.reduce((best, sum, i) => (sum < (sums[best] as number) ? i : best), 0)] as number;
  });
}
