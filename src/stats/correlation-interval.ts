import { pearson, spearman } from "./correlation";
import { type BootstrapOptions, bootstrap, type Interval } from "./interval";

/**
 * A correlation of two variables with a percentile bootstrap interval over the units. O(resamples × n log n).
 *
 * @param of `spearman` (ranks, the default) or `pearson`
 * @throws RangeError when the lengths differ, there are fewer than two values, one is not finite, or a variable is
 * constant, be it on one resample
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example correlationInterval(tenure, spend, { seed: 1 }) // { estimate: 0.012, low: −0.04, high: 0.07 }
 */
export function correlationInterval(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: BootstrapOptions & { readonly of?: "spearman" | "pearson" } = {},
): Interval {
  const { of = "spearman", ...rest } = options;
  const measure = of === "spearman" ? spearman : pearson;
  if (x.length !== y.length) {
    throw new RangeError(`correlation of ${x.length} values with ${y.length}: lengths must be equal`);
  }
  const [drawnX, drawnY] = [new Float64Array(x.length), new Float64Array(x.length)];
  const statistic = (weights: Float64Array) => {
    let next = 0;
    weights.forEach((times, i) => {
      for (let t = 0; t < times; t++, next++) {
        drawnX[next] = x[i] as number;
        drawnY[next] = y[i] as number;
      }
    });
    return [measure(drawnX, drawnY)];
  };
  return bootstrap(x.length, statistic, rest)[0] as Interval;
}
