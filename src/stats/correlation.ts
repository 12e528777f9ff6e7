import { requireFinite } from "./finite";
import { rank } from "./rank";

/**
 * Pearson's correlation of two variables of equal length, −1 to 1. O(n).
 *
 * @throws RangeError when the lengths differ, there are fewer than two values, one is not finite, or one variable is
 * constant
 * @see Pearson (1895), "Notes on regression and inheritance in the case of two parents"
 * @example pearson([1, 2, 3], [2, 4, 6]) // 1
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (n !== y.length)
    throw new RangeError(`correlation of ${n} values with ${y.length}: lengths must be equal`);
  if (n < 2) throw new RangeError(`correlation needs two values or more, got ${n}`);
  requireFinite(x);
  requireFinite(y);
  const [meanX, meanY] = [mean(x), mean(y)];
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (!(xx > 0) || !(yy > 0)) throw new RangeError("correlation with a constant variable is not defined");
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** The mean, summed from the first value on, so that a mean that is large against the spread keeps its digits. */
function mean(values: ArrayLike<number>): number {
  const first = values[0] as number;
  let above = 0;
  for (let i = 0; i < values.length; i++) above += (values[i] as number) - first;
  return first + above / values.length;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties by their mean rank. O(n log n).
 *
 * @throws RangeError as {@link pearson}
 * @see Spearman (1904), "The proof and measurement of association between two things"
 * @example spearman([1, 2, 3], [1, 8, 27]) // 1
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(rank(x), rank(y));
}
