/**
 * The squared Euclidean distance between row i of one array and row j of another, both laid out row after row.
 * O(columns).
 *
 * @example squaredDistance(matrix.values, i, clustering.centres, cluster, matrix.columns)
 */
export function squaredDistance(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  columns: number,
): number {
  let sum = 0;
  let p = i * columns;
  let q = j * columns;
  for (const end = p + columns; p < end; p++, q++) {
    const difference = (a[p] as number) - (b[q] as number);
    sum += difference * difference;
  }
  return sum;
}
