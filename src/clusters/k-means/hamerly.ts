import { squaredDistance } from "../distance";
import { addRow, moveCentres, type Sums } from "./means";
import { nearestCentres } from "./nearest-centres";
import type { Limits, Points, Settled } from "./points";

/**
 * Lloyd's k-means from given centres, with Hamerly's bounds: a row whose distance to its centre is surely below the
 * distance to any other is not looked at again, which spares most distances once the centres move little. The result
 * is that of the plain method; a row equally far from two centres goes to the lower number. Stops as scikit-learn
 * does: when no row changed its cluster, or the centres' moves come below `limits.rest`.
 * O(rows × columns × k) a round at worst, O(rows) at best.
 *
 * @param starts k centres, row after row; left as they are
 * @see Hamerly (2010), "Making k-means even faster"
 * @example hamerly(matrix, plusPlus(matrix, 4, random), { maxIterations: 300, rest: 1e-4 })
 */
export function hamerly(points: Points, starts: Float64Array, limits: Limits): Settled {
  const { rows, columns } = points;
  const k = starts.length / columns;
  const centres = starts.slice();
  const labels = new Int32Array(rows).fill(-1);
  const bounds: Bounds = { upper: new Float64Array(rows).fill(Infinity), lower: new Float64Array(rows) };
  const kept: Sums = { sums: new Float64Array(k * columns), counts: new Float64Array(k) };
  const moves = new Float64Array(k);
  const slack = roundingOf(points);

  let changed = assign(points, centres, moves, labels, bounds, kept, slack);
  let iterations = 1;
  let converged = false;
  for (; ; iterations++) {
    const moved = moveCentres(points, labels, kept, centres, moves);
    converged = changed === 0 || moved <= limits.rest;
    if (converged || iterations >= limits.maxIterations) break;
    changed = assign(points, centres, moves, labels, bounds, kept, slack);
  }
  return { centres, iterations, converged, inertia: nearestCentres(points, centres).inertia };
}

/** For each row: no less than the distance to its own centre, no more than that to any other. */
interface Bounds {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/** Gives each row its nearest centre where the bounds leave that open; returns how many rows changed. */
function assign(
  points: Points,
  centres: Float64Array,
  moves: Float64Array,
  labels: Int32Array,
  { upper, lower }: Bounds,
  kept: Sums,
  slack: number,
): number {
  const { rows, columns, values } = points;
  const k = moves.length;
  const half = halfGaps(centres, k, columns);
  const [farthest, largest, second] = twoLargest(moves);
  let changed = 0;
  for (let i = 0; i < rows; i++) {
    const label = labels[i] as number;
    if (label >= 0) {
      const low = (lower[i] as number) - (label === farthest ? second : largest);
      const safe = Math.max(half[label] as number, low) - slack;
      let high = (upper[i] as number) + (moves[label] as number);
      if (high >= safe) high = Math.sqrt(squaredDistance(values, i, centres, label, columns));
      upper[i] = high;
      lower[i] = low;
      if (high < safe) continue;
    }
    let least = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    let nearest = 0;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(values, i, centres, c, columns);
      if (distance < least) {
        next = least;
        least = distance;
        nearest = c;
      } else if (distance < next) next = distance;
    }
    upper[i] = Math.sqrt(least);
    lower[i] = Math.sqrt(next);
    if (nearest === label) continue;
    if (label >= 0) addRow(points, kept, i, label, -1);
    addRow(points, kept, i, nearest, 1);
    labels[i] = nearest;
    changed++;
  }
  return changed;
}

/** Half the distance of each centre to the nearest other one: no row closer than that can belong elsewhere. */
function halfGaps(centres: Float64Array, k: number, columns: number): Float64Array {
  return Float64Array.from({ length: k }, (_, c) => {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < k; other++) {
      if (other !== c) least = Math.min(least, squaredDistance(centres, c, centres, other, columns));
    }
    return Math.sqrt(least) / 2;
  });
}

/** The index of the largest number, that number, and the largest of the others. */
function twoLargest(values: Float64Array): [index: number, largest: number, second: number] {
  let index = 0;
  let second = 0;
  for (let c = 1; c < values.length; c++) {
    const value = values[c] as number;
    if (value > (values[index] as number)) {
      second = values[index] as number;
      index = c;
    } else if (value > second) second = value;
  }
  return [index, values[index] as number, second];
}

/** More than the bounds can be wrong by rounding: they are sums of distances, of which none exceeds the diameter. */
function roundingOf({ values, columns }: Points): number {
  let largest = 0;
  for (let p = 0; p < values.length; p++) largest = Math.max(largest, Math.abs(values[p] as number));
  return 1e-12 * largest * Math.sqrt(columns);
}
