import { type Interval, percentileInterval, type Resampled } from "./interval";

/**
 * The difference of two statistics of the same resamples (`other` less `base`, both their places among the statistics):
 * its percentile interval, and its two-sided p value, which is twice the smaller share of resamples on either side of 0,
 * with one added to each count. The p value is that of the interval: it is below 1 − level where the interval leaves out
 * 0, but for rounding. O(resamples × log resamples).
 *
 * @throws RangeError when there are no draws, or the coverage is not between 0 and 1
 * @see Davison & Hinkley (1997), "Bootstrap Methods and their Application", 4.4
 * @example drawDifference(resampled(3, (w) => [mean(a, w), mean(b, w)]), 0, 1).p
 */
export function drawDifference(
  { estimates, draws }: Resampled,
  base: number,
  other: number,
  level = 0.95,
): { difference: Interval; p: number } {
  const drawn = draws[other]!.map((value, r) => value - draws[base]![r]!);
  let [above, below] = [1, 1];
  for (const value of drawn) {
    if (value >= 0) above++;
    if (value <= 0) below++;
  }
  const p = Math.min(1, (2 * Math.min(above, below)) / (drawn.length + 1));
  return { difference: percentileInterval(estimates[other]! - estimates[base]!, drawn, level), p };
}
