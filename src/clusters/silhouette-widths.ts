import type { Matrix } from "./matrix";

/** Rows put into blocks: block b holds `rows.subarray(starts[b], starts[b + 1])`. */
export interface Blocks {
  readonly rows: Int32Array;
  readonly starts: readonly number[];
}

/**
 * Sums of the Euclidean distances from each of some rows to every block of rows: entry `at * blocks + b` for the
 * at-th measured row and block b. O(measured × rows × columns).
 *
 * @example distanceSums(matrix, Int32Array.of(0), { rows: Int32Array.of(1, 2), starts: [0, 2] })[0]
 */
export function distanceSums(
  { columns, values }: Matrix,
  measured: Int32Array,
  blocks: Blocks,
): Float64Array {
  // Rows stand block by block, so that a whole block adds up in one variable.
  const points = new Float64Array(blocks.rows.length * columns);
  blocks.rows.forEach((row, p) => {
    points.set(values.subarray(row * columns, (row + 1) * columns), p * columns);
  });
  const count = blocks.starts.length - 1;
  const sums = new Float64Array(measured.length * count);
  const from = new Float64Array(columns);
  measured.forEach((row, at) => {
    from.set(values.subarray(row * columns, (row + 1) * columns));
    for (let b = 0; b < count; b++) {
      const end = (blocks.starts[b + 1] as number) * columns;
      let sum = 0;
      for (let p = (blocks.starts[b] as number) * columns; p < end; p += columns) {
        let squared = 0;
        for (let j = 0; j < columns; j++) {
          const d = (from[j] as number) - (points[p + j] as number);
          squared += d * d;
        }
        sum += Math.sqrt(squared);
      }
      sums[at * count + b] = sum;
    }
  });
  return sums;
}

/**
 * The silhouette width of a row from the sums of its distances to the clusters, its own among them; 0 when it is alone
 * in its cluster, when there is no other cluster, or when all rows coincide. O(k).
 *
 * @example silhouetteWidth([2, 12], [3, 4], 0) // (3 − 1) / 3
 */
export function silhouetteWidth(sums: ArrayLike<number>, sizes: ArrayLike<number>, own: number): number {
  const others = (sizes[own] as number) - 1;
  if (others < 1) return 0;
  const within = (sums[own] as number) / others;
  let nearest = Infinity;
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && (sizes[c] as number) > 0) {
      nearest = Math.min(nearest, (sums[c] as number) / (sizes[c] as number));
    }
  }
  if (nearest === Infinity) return 0;
  return (nearest - within) / (Math.max(within, nearest) || 1);
}
