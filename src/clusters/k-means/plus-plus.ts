import type { Random } from "../../stats/random";
import { squaredDistance } from "../distance";
import type { Points } from "./points";

/**
 * Starting centres by greedy k-means++, as scikit-learn draws them: each next centre is the best of 2 + ⌊ln k⌋ rows
 * drawn with probability proportional to the squared distance to the centres so far. The rows must hold at least k
 * different ones. O(rows × columns × k log k).
 *
 * @returns k centres, row after row
 * @see Arthur & Vassilvitskii (2007), "k-means++: the advantages of careful seeding"
 * @example plusPlus(matrix, 4, createRandom(1))
 */
export function plusPlus(points: Points, k: number, random: Random): Float64Array {
  const { rows, columns, values } = points;
  const trials = 2 + Math.floor(Math.log(k));
  const centres = new Float64Array(k * columns);
  const take = (row: number, c: number) =>
    centres.set(values.subarray(row * columns, (row + 1) * columns), c * columns);

  let nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let trial = new Float64Array(rows);
  let best = new Float64Array(rows);
  const first = random.int(rows);
  take(first, 0);
  let potential = lowerTo(points, first, nearest, nearest);

  for (let c = 1; c < k; c++) {
    let least = Number.POSITIVE_INFINITY;
    let chosen = 0;
    for (let t = 0; t < trials; t++) {
      const row = drawRow(nearest, random.next() * potential);
      const sum = lowerTo(points, row, nearest, trial);
      if (sum < least) {
        least = sum;
        chosen = row;
        [best, trial] = [trial, best];
      }
    }
    take(chosen, c);
    [nearest, best] = [best, nearest];
    potential = least;
  }
  return centres;
}

/** Writes each row's squared distance to the nearer of `nearest` and the given row, and returns their sum. */
function lowerTo(points: Points, row: number, nearest: Float64Array, into: Float64Array): number {
  const { rows, columns, values } = points;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(values, i, values, row, columns);
    const lower = Math.min(distance, nearest[i] as number);
    into[i] = lower;
    sum += lower;
  }
  return sum;
}

/** The row in which the running sum of the weights passes `target`; never one of weight zero. */
function drawRow(weights: Float64Array, target: number): number {
  let left = target;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    last = i;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}
