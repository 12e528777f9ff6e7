import { squaredDistance } from "./distance";
import { clusterMeans, groupedRows } from "./labels";
import type { Matrix } from "./matrix";

/**
 * The Calinski–Harabasz criterion: variance between clusters over variance within, each by its degrees of freedom;
 * more is better, without upper bound. Infinite when every row lies at its centre. O(rows × columns).
 *
 * @param labels whole numbers from 0, one a row
 * @throws RangeError when the labels do not fit the rows, a value is not finite, fewer than two clusters have rows, or
 * each row is a cluster
 * @see Calinski & Harabasz (1974), "A dendrite method for cluster analysis"
 * @example calinskiHarabasz(matrix, clustering.labels)
 */
export function calinskiHarabasz(matrix: Matrix, labels: ArrayLike<number>): number {
  const groups = groupedRows(matrix, labels);
  const { rows, columns, values } = matrix;
  const k = groups.sizes.filter((size) => size > 0).length;
  if (k === rows) throw new RangeError("Each row is a cluster of its own: nothing varies within clusters.");
  const means = clusterMeans(matrix, groups);
  const overall = clusterMeans(matrix, { k: 1, sizes: [rows], rows: groups.rows, starts: [0, rows] });
  let between = 0;
  groups.sizes.forEach((size, c) => {
    between += size * squaredDistance(means, c, overall, 0, columns);
  });
  let within = 0;
  for (let i = 0; i < rows; i++) {
    within += squaredDistance(values, i, means, labels[i] as number, columns);
  }
  return between / (k - 1) / (within / (rows - k));
}

/**
 * The Davies–Bouldin criterion: each cluster's worst ratio of scatter (mean distance to the centre, of both clusters)
 * to the distance between the centres, averaged over clusters; less is better, 0 at best. Infinite when two centres
 * coincide. O(rows × columns + k²).
 *
 * @param labels whole numbers from 0, one a row
 * @throws RangeError when the labels do not fit the rows, a value is not finite, or fewer than two clusters have rows
 * @see Davies & Bouldin (1979), "A cluster separation measure"
 * @example daviesBouldin(matrix, clustering.labels)
 */
export function daviesBouldin(matrix: Matrix, labels: ArrayLike<number>): number {
  const groups = groupedRows(matrix, labels);
  const { rows, columns, values } = matrix;
  const means = clusterMeans(matrix, groups);
  const scatter = new Float64Array(groups.k);
  for (let i = 0; i < rows; i++) {
    const c = labels[i] as number;
    scatter[c]! += Math.sqrt(squaredDistance(values, i, means, c, columns)) / (groups.sizes[c] as number);
  }
  const filled = groups.sizes.flatMap((size, c) => (size > 0 ? [c] : []));
  const worst = filled.map((a) =>
    Math.max(
      ...filled
        .filter((b) => b !== a)
        .map((b) => {
          const apart = Math.sqrt(squaredDistance(means, a, means, b, columns));
          return ((scatter[a] as number) + (scatter[b] as number)) / apart;
        }),
    ),
  );
  return worst.reduce((a, b) => a + b, 0) / filled.length;
}
