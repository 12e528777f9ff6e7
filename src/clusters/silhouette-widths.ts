import { squaredDistance } from "./distance";
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
export function distanceSums(matrix: Matrix, measured: Int32Array, blocks: Blocks): Float64Array {
  const { columns } = matrix;
  const points = gathered(matrix, blocks.rows);
  const from = gathered(matrix, measured);
  const count = blocks.starts.length - 1;
  const sums = new Float64Array(measured.length * count);
  for (let at = 0; at < measured.length; at++) {
    for (let b = 0; b < count; b++) {
      let sum = 0;
      for (let p = blocks.starts[b] as number; p < (blocks.starts[b + 1] as number); p++) {
        sum += Math.sqrt(squaredDistance(from, at, points, p, columns));
      }
      sums[at * count + b] = sum;
    }
  }
  return sums;
}

/**
 * {@link distanceSums} of all rows of the blocks, in the blocks' order; each distance is measured once for both its
 * ends. O(rows² × columns / 2).
 *
 * @example mutualDistanceSums(matrix, { rows: Int32Array.of(1, 2), starts: [0, 2] }) // row 1, then row 2
 */
export function mutualDistanceSums(matrix: Matrix, { rows, starts }: Blocks): Float64Array {
  const { columns } = matrix;
  const points = gathered(matrix, rows);
  const count = starts.length - 1;
  const sums = new Float64Array(rows.length * count);
  // What the rows of the present block add to the later rows.
  const later = new Float64Array(rows.length);
  for (let own = 0; own < count; own++) {
    const end = starts[own + 1] as number;
    later.fill(0);
    for (let p = starts[own] as number; p < end; p++) {
      for (let b = own; b < count; b++) {
        let sum = 0;
        for (let q = Math.max(p + 1, starts[b] as number); q < (starts[b + 1] as number); q++) {
          const distance = Math.sqrt(squaredDistance(points, p, points, q, columns));
          sum += distance;
          later[q]! += distance;
        }
        sums[p * count + b]! += sum;
      }
    }
    for (let q = starts[own] as number; q < rows.length; q++) sums[q * count + own]! += later[q] as number;
  }
  return sums;
}

/** Copies of rows one after another, so that a whole block adds up in one run through memory. */
function gathered({ columns, values }: Matrix, rows: Int32Array): Float64Array {
  const points = new Float64Array(rows.length * columns);
  rows.forEach((row, p) => {
    points.set(values.subarray(row * columns, (row + 1) * columns), p * columns);
  });
  return points;
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
