import { rank } from "./rank";

/**
 * Pearson's correlation of two variables of equal length, −1 to 1. O(n).
 *
 * @throws RangeError when the lengths differ, there are fewer than two values, or one variable is constant
 * @example pearson([1, 2, 3], [2, 4, 6]) // 1
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (n !== y.length)
    throw new RangeError(`correlation of ${n} values with ${y.length}: lengths must be equal`);
  if (n < 2) throw new RangeError(`correlation needs two values or more, got ${n}`);
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    // Welford's updates: no cancellation when the mean is large against the spread.
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    meanX += dx / (i + 1);
    meanY += dy / (i + 1);
    xx += dx * ((x[i] as number) - meanX);
    yy += dy * ((y[i] as number) - meanY);
    xy += dx * ((y[i] as number) - meanY);
  }
  if (!(xx > 0) || !(yy > 0)) throw new RangeError("correlation with a constant variable is not defined");
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties by their mean rank. O(n log n).
 *
 * @throws RangeError as {@link pearson}
 * @example spearman([1, 2, 3], [1, 8, 27]) // 1
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(rank(x), rank(y));
}
