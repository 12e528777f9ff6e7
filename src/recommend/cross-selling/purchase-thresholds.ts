import { type BootstrapOptions, bootstrap, type Interval } from "../../stats/interval";

/**
 * A quantile of purchases with a percentile bootstrap interval over customers: purchases of one customer are drawn
 * together. Between two purchases the quantile is interpolated as in NumPy. O(n log n + resamples × n).
 *
 * @param values one a purchase, such as the units of a day
 * @param customers whose each purchase is
 * @param level of the quantile, 0 to 1
 * @throws RangeError when there are no purchases, lengths differ, a value is not finite, or the level is out of range
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example purchaseThreshold(unitsOfDay, customerOfDay, 0.75).estimate
 */
export function purchaseThreshold(
  values: ArrayLike<number>,
  customers: readonly string[],
  level: number,
  options: BootstrapOptions = {},
): Interval {
  if (values.length !== customers.length)
    throw new RangeError(`${values.length} purchases of ${customers.length} customers: give one each.`);
  if (!(level >= 0 && level <= 1)) throw new RangeError(`A quantile at ${level}: take 0 to 1.`);
  const bad = Array.from(values).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`Purchase ${bad + 1} is ${values[bad]}: values are finite numbers.`);
  const numberOf = new Map([...new Set(customers)].map((customer, i) => [customer, i]));
  const ascending = Array.from(values, (value, i) => ({ value, unit: numberOf.get(customers[i]!)! }));
  ascending.sort((a, b) => a.value - b.value);
  const quantile = (weights: Float64Array) => {
    const n = ascending.reduce((sum, { unit }) => sum + weights[unit]!, 0);
    const at = level * (n - 1);
    let [drawn, low] = [0, Number.NaN];
    for (const { value, unit } of ascending) {
      if (weights[unit] === 0) continue;
      drawn += weights[unit]!;
      if (Number.isNaN(low) && drawn > Math.floor(at)) low = value;
      if (drawn > Math.ceil(at)) return [low + (value - low) * (at - Math.floor(at))];
    }
    return [Number.NaN];
  };
  return bootstrap(numberOf.size, quantile, options)[0]!;
}
