import { requireFinite } from "./finite";

/**
 * The quantile of sorted numbers by linear interpolation between order statistics: type 7 of Hyndman & Fan (1996),
 * "Sample quantiles in statistical packages", the default of NumPy, pandas and R.
 *
 * @param sorted numbers in ascending order, at least one, all finite
 * @param q the level, 0 to 1
 * @throws RangeError when `sorted` is empty or `q` is outside 0 to 1
 * @example quantileSorted([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantileSorted(sorted: ArrayLike<number>, q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`quantile level ${q} is outside 0 to 1`);
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  return between(sorted, below, position - below);
}

/**
 * The quantiles that cut sorted numbers into equal parts, at the levels 0, 1/parts, … 1: {@link quantileSorted} without
 * the rounding of levels such as 0.7, which would move a cut that falls on a number to just beside it. O(parts).
 *
 * @param sorted numbers in ascending order, at least one, all finite
 * @param parts a whole number from 1 up
 * @throws RangeError when `sorted` is empty or the parts are no whole number from 1 up
 * @example equalCuts([1, 2, 3, 4], 2) // [1, 2.5, 4]
 */
export function equalCuts(sorted: ArrayLike<number>, parts: number): number[] {
  if (!Number.isSafeInteger(parts) || parts < 1)
    throw new RangeError(`${parts} parts: take a whole number from 1 up`);
  return Array.from({ length: parts + 1 }, (_, i) => {
    const steps = (sorted.length - 1) * i;
    return between(sorted, Math.floor(steps / parts), (steps % parts) / parts);
  });
}

/** The number that lies `weight` of the way from one order statistic to the next. */
function between(sorted: ArrayLike<number>, below: number, weight: number): number {
  if (sorted.length === 0) throw new RangeError("quantile of no values: pass at least one number");
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  // NumPy's form: measured from the nearer end, so that the ends are met exactly.
  return weight >= 0.5 ? high - (high - low) * (1 - weight) : low + (high - low) * weight;
}

/**
 * A sorted copy of numbers, checked to be finite. O(n log n).
 *
 * @throws RangeError naming the first index that is not a finite number
 * @example sortedCopy([3, 1, 2]) // Float64Array [1, 2, 3]
 */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  requireFinite(values);
  return Float64Array.from(values).sort();
}

/**
 * Quantiles of unsorted numbers, type 7 ({@link quantileSorted}). O(n log n).
 *
 * @throws RangeError when there are no values, one is not finite, or a level is outside 0 to 1
 * @example quantiles([4, 1, 3, 2], [0, 0.5, 1]) // [1, 2.5, 4]
 */
export function quantiles(values: ArrayLike<number>, levels: readonly number[]): number[] {
  const sorted = sortedCopy(values);
  return levels.map((q) => quantileSorted(sorted, q));
}

/**
 * The median: the quantile at one half. O(n log n).
 *
 * @throws RangeError when there are no values or one is not finite
 * @example median([5, 1, 3]) // 3
 */
export function median(values: ArrayLike<number>): number {
  return quantileSorted(sortedCopy(values), 0.5);
}
