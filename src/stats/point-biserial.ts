import { requireFinite } from "./finite";
import { type BootstrapOptions, bootstrap, type Interval } from "./interval";

/**
 * Point-biserial correlation (Pearson's, of rows that are 0 or 1) with a number that all rows of a unit share, such as of
 * an order line's being a reorder with its customer's grade; with a percentile bootstrap interval over the units, as rows
 * of one unit are alike. Needs only the units' counts. O(resamples × units).
 *
 * @param ones rows that are 1, of each unit
 * @param rows all rows of each unit
 * @param values the number of each unit
 * @throws RangeError when lengths differ, a count is not from 0 or above the unit's rows, a value is not finite, or all
 * rows, or the numbers of all rows, are the same, also in a resample
 * @example pointBiserial([3, 1], [4, 4], [6, 1]).estimate // 0.5
 */
export function pointBiserial(
  ones: ArrayLike<number>,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval {
  const units = rows.length;
  if (ones.length !== units || values.length !== units)
    throw new RangeError(`${ones.length} counts of ones, ${units} of rows and ${values.length} values`);
  requireFinite(values);
  for (let i = 0; i < units; i++) {
    if (!((ones[i] as number) >= 0 && (ones[i] as number) <= (rows[i] as number)))
      throw new RangeError(`unit ${i} has ${ones[i]} ones of ${rows[i]} rows`);
  }
  const correlation = (weights: Float64Array) => {
    let [n, one, value, square, both] = [0, 0, 0, 0, 0];
    for (let i = 0; i < units; i++) {
      const [w, r, k, v] = [weights[i], rows[i], ones[i], values[i]] as [number, number, number, number];
      n += w * r;
      one += w * k;
      value += w * r * v;
      square += w * r * v * v;
      both += w * k * v;
    }
    const spread = (one / n - (one / n) ** 2) * (square / n - (value / n) ** 2);
    if (!(spread > 0)) throw new RangeError("all rows, or all their values, are the same: no correlation");
    return [(both / n - (one / n) * (value / n)) / Math.sqrt(spread)];
  };
  return bootstrap(units, correlation, options)[0] as Interval;
}
