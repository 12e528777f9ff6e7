import { squaredDistance } from "../distance";
import type { Points } from "./points";

/** Sums and counts of the rows of each cluster, kept while rows change clusters. */
export interface Sums {
  /** k sums, row after row. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Adds row i to cluster c, or takes it away with `sign` −1. O(columns). */
export function addRow(points: Points, { sums, counts }: Sums, i: number, c: number, sign: 1 | -1): void {
  const { columns, values } = points;
  counts[c] = (counts[c] as number) + sign;
  for (let j = 0; j < columns; j++) {
    sums[c * columns + j] = (sums[c * columns + j] as number) + sign * (values[i * columns + j] as number);
  }
}

/**
 * Moves each centre to the mean of its rows, and notes how far it went. A cluster without rows is moved to the row
 * farthest from its centre, which no longer counts for its former cluster, as in scikit-learn; the row itself is put
 * there when rows are next assigned. O(k × columns), and O(rows × columns) when a cluster is empty.
 *
 * @returns the sum of the squared moves
 */
export function moveCentres(
  points: Points,
  labels: Int32Array,
  kept: Sums,
  centres: Float64Array,
  moves: Float64Array,
): number {
  const { columns } = points;
  const { sums, counts } = kept.counts.includes(0) ? fillEmpty(points, labels, kept, centres) : kept;
  let total = 0;
  for (let c = 0; c < counts.length; c++) {
    const count = counts[c] as number;
    let move = 0;
    for (let p = c * columns; count > 0 && p < (c + 1) * columns; p++) {
      const mean = (sums[p] as number) / count;
      const step = mean - (centres[p] as number);
      move += step * step;
      centres[p] = mean;
    }
    moves[c] = Math.sqrt(move);
    total += move;
  }
  return total;
}

/** A copy of the sums in which each empty cluster has got one of the farthest rows. */
function fillEmpty(points: Points, labels: Int32Array, { sums, counts }: Sums, centres: Float64Array): Sums {
  const filled: Sums = { sums: sums.slice(), counts: counts.slice() };
  const distance = Float64Array.from(labels, (c, i) =>
    squaredDistance(points.values, i, centres, c, points.columns),
  );
  counts.forEach((count, empty) => {
    if (count > 0) return;
    let farthest = 0;
    for (let i = 1; i < distance.length; i++) {
      if ((distance[i] as number) > (distance[farthest] as number)) farthest = i;
    }
    if (!((distance[farthest] as number) > 0)) return;
    distance[farthest] = 0;
    addRow(points, filled, farthest, labels[farthest] as number, -1);
    addRow(points, filled, farthest, empty, 1);
  });
  return filled;
}
