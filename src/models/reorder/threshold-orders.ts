import { requireStarts } from "../orders/order-starts";

/** The mean F1 of orders when all candidates from a score up are foretold, for some scores. */
export interface OrderThresholdCurve {
  readonly thresholds: Float64Array;
  /** {@link import("../orders/order-f1").meanOrderF1} of the orders, "None" being foretold where no candidate is. */
  readonly orderF1: Float64Array;
}

/**
 * The mean per-order F1 at each of the given thresholds, all orders in one pass each. Beside `thresholdCurve`, whose F1 is
 * of pairs thrown together, it shows that the two measures want different thresholds. O(candidates × log candidates +
 * candidates + orders × thresholds).
 *
 * @param bought for each candidate 1 if the order held it, else 0
 * @param thresholds ascending
 * @throws RangeError when the starts or lengths do not fit, there are no orders or thresholds, they do not ascend, or a score
 * is NaN
 * @example orderThresholdCurve([0, 2], [1, 0], [0.9, 0.2], [0.1, 0.5]).orderF1 // 2/3, 1
 */
export function orderThresholdCurve(
  starts: ArrayLike<number>,
  bought: ArrayLike<number>,
  scores: ArrayLike<number>,
  thresholds: ArrayLike<number>,
): OrderThresholdCurve {
  const orders = requireStarts(starts, scores.length);
  if (orders === 0) throw new RangeError("There are no orders to take the mean of.");
  if (bought.length !== scores.length)
    throw new RangeError(
      `${bought.length} candidates bought or not, ${scores.length} scores: give one of each.`,
    );
  const grid = Float64Array.from(thresholds);
  if (grid.length === 0) throw new RangeError("There are no thresholds: give at least one.");
  grid.forEach((threshold, t) => {
    if (!(t === 0 ? !Number.isNaN(threshold) : threshold > grid[t - 1]!))
      throw new RangeError(`Threshold ${t + 1} is ${threshold}: let them be numbers that ascend.`);
  });
  const sums = new Float64Array(grid.length);
  for (let o = 0; o < orders; o++) {
    const own = Array.from({ length: starts[o + 1]! - starts[o]! }, (_, i) => starts[o]! + i);
    const nan = own.find((i) => Number.isNaN(scores[i]!));
    if (nan !== undefined) throw new RangeError(`The score of candidate ${nan} is not a number.`);
    own.sort((a, b) => scores[b]! - scores[a]!);
    const truly = own.reduce((sum, i) => sum + bought[i]!, 0);
    let [chosen, hits] = [0, 0];
    for (let t = grid.length - 1; t >= 0; t--) {
      for (; chosen < own.length && scores[own[chosen]!]! >= grid[t]!; chosen++)
        hits += bought[own[chosen]!]!;
      if (chosen > 0) sums[t]! += (2 * hits) / (Math.max(1, truly) + chosen);
      else if (truly === 0) sums[t]! += 1;
    }
  }
  return { thresholds: grid, orderF1: sums.map((sum) => sum / orders) };
}

/**
 * The threshold of the highest mean per-order F1; of equal ones the highest. Found on the orders it is judged on, its F1
 * flatters: find it on other orders. O(thresholds).
 *
 * @example bestOrderThreshold(orderThresholdCurve(starts, bought, scores, [0.1, 0.2, 0.3])).threshold
 */
export function bestOrderThreshold({ thresholds, orderF1 }: OrderThresholdCurve): {
  readonly threshold: number;
  readonly orderF1: number;
} {
  let best = 0;
  for (let t = 1; t < orderF1.length; t++) if (orderF1[t]! >= orderF1[best]!) best = t;
  return { threshold: thresholds[best]!, orderF1: orderF1[best]! };
}
