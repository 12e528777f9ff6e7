import { requireFinite } from "./finite";
import { type BootstrapOptions, bootstrap, type Interval } from "./interval";

/**
 * The ratio of two sums over units, such as the share of revenue that goes abroad over customers, with a percentile
 * bootstrap interval over the units. O(resamples × n).
 *
 * @param part one number a unit
 * @param whole one number a unit, in the same order; their sum is not zero
 * @throws RangeError when the lengths differ, there are no units, a number is not finite, or the sum of the whole is
 * zero, over all units or over those of a resample
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example ratioOfSums([1, 0, 2], [1, 4, 5]).estimate // 0.3
 */
export function ratioOfSums(
  part: ArrayLike<number>,
  whole: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval {
  const n = whole.length;
  if (part.length !== n) throw new RangeError(`${part.length} parts of ${n} wholes: lengths must be equal`);
  requireFinite(part);
  requireFinite(whole);
  const ratio = (weights: Float64Array) => {
    let above = 0;
    let below = 0;
    for (let i = 0; i < n; i++) {
      above += (weights[i] as number) * (part[i] as number);
      below += (weights[i] as number) * (whole[i] as number);
    }
    if (below === 0) throw new RangeError("the wholes add up to zero: no ratio");
    return [above / below];
  };
  return bootstrap(n, ratio, options)[0] as Interval;
}
