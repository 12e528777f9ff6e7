import { type BootstrapOptions, bootstrap, type Interval } from "./interval";
import { sortedCopy } from "./quantile";

/**
 * The median with a percentile bootstrap interval. The values are sorted once; each resample walks them.
 * O(n log n + resamples × n).
 *
 * @throws RangeError when there are no values or one is not finite
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example medianInterval([1, 2, 3, 4, 50]).estimate // 3
 */
export function medianInterval(values: ArrayLike<number>, options: BootstrapOptions = {}): Interval {
  const sorted = sortedCopy(values);
  const n = sorted.length;
  // The weights say how often each value was drawn; the median of the draws is between these two of them.
  const [below, above] = [Math.floor((n - 1) / 2), Math.floor(n / 2)];
  const medianOf = (weights: Float64Array) => {
    let drawn = 0;
    let low: number | undefined;
    for (let i = 0; i < n; i++) {
      drawn += weights[i] as number;
      if (low === undefined && drawn > below) low = sorted[i] as number;
      if (drawn > above) return [((low as number) + (sorted[i] as number)) / 2];
    }
    return [Number.NaN];
  };
  return bootstrap(n, medianOf, options)[0] as Interval;
}
