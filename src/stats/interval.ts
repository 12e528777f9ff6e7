import { quantileSorted } from "./quantile";
import { createRandom } from "./random";

/** The normal quantile of a two-sided coverage of 95 %: Φ⁻¹(0.975). */
export const Z95 = 1.959963984540054;

/** An estimate with the interval around it; all three in the unit of the statistic. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How {@link bootstrap} draws; every field has a default. */
export interface BootstrapOptions {
  /** Number of resamples; default 1,000. */
  readonly resamples?: number;
  /** Coverage of the interval, 0 to 1; default 0.95. */
  readonly level?: number;
  /** Seed of the draws; default 1. The same seed gives the same interval. */
  readonly seed?: number;
}

/** Statistics on the units as they are and on every resample of them. */
export interface Resampled {
  readonly estimates: readonly number[];
  /** For each statistic its value on every resample; the same index is the same resample. */
  readonly draws: readonly Float64Array[];
}

/**
 * Statistics of resamples of `n` units, drawn with replacement, all computed on the same resamples, so that two of them
 * can be compared resample by resample. O(resamples × cost of the statistics).
 *
 * @param n number of units
 * @param statistics called with the units' weights (how often each was drawn; all ones first), returns the values
 * @throws RangeError when there are no units, the options are out of range, or a statistic is not finite (such as a
 * ratio whose denominator is zero on a resample)
 * @example resampled(3, (w) => [mean(a, w), mean(b, w)]).draws[1] // the means of b
 */
export function resampled(
  n: number,
  statistics: (weights: Float64Array) => ArrayLike<number>,
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Resampled {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`bootstrap of ${n} units: at least one is needed`);
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new RangeError(`${resamples} resamples: take at least one`);
  const random = createRandom(seed);
  const weights = new Float64Array(n).fill(1);
  const computed = (on: string) => {
    const values = Array.from(statistics(weights));
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new RangeError(`bootstrap: statistic ${bad + 1} is ${values[bad]} on ${on}`);
    return values;
  };
  const estimates = computed("the units as they are");
  const draws = estimates.map(() => new Float64Array(resamples));
  for (let r = 0; r < resamples; r++) {
    weights.fill(0);
    for (let i = 0; i < n; i++) {
      const unit = random.int(n);
      weights[unit] = (weights[unit] as number) + 1;
    }
    const values = computed(`resample ${r + 1}`);
    for (const [s, all] of draws.entries()) all[r] = values[s] as number;
  }
  return { estimates, draws };
}

/**
 * The interval between the outer quantiles of a statistic's draws. O(resamples × log resamples).
 *
 * @throws RangeError when there are no draws, or the coverage is not between 0 and 1
 * @example percentileInterval(0.2, Float64Array.of(0.1, 0.2, 0.3), 0.95)
 */
export function percentileInterval(estimate: number, draws: Float64Array, level = 0.95): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`coverage ${level} is not between 0 and 1`);
  const sorted = draws.slice().sort();
  return {
    estimate,
    low: quantileSorted(sorted, (1 - level) / 2),
    high: quantileSorted(sorted, (1 + level) / 2),
  };
}

/**
 * Percentile bootstrap: for each statistic its estimate on the units as they are and the interval between the outer
 * quantiles of resamples ({@link resampled}: cost and parameters). The units should be what was sampled (customers, not
 * their order lines).
 *
 * @throws RangeError as {@link resampled}, and when the coverage is not between 0 and 1
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example bootstrap(3, (w) => [mean(spend, w)], { seed: 7 })[0] // { estimate, low, high }
 */
export function bootstrap(
  n: number,
  statistics: (weights: Float64Array) => ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval[] {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`coverage ${level} is not between 0 and 1`);
  const { estimates, draws } = resampled(n, statistics, options);
  return estimates.map((estimate, s) => percentileInterval(estimate, draws[s] as Float64Array, level));
}

/**
 * Wilson's score interval of a share, `successes` of `n`. O(1).
 *
 * @param z normal quantile of the coverage, above 0; the default is that of 95 %
 * @throws RangeError when `n` is not above 0, the successes are not between 0 and n, or `z` is not above 0
 * @see Wilson (1927), "Probable inference, the law of succession, and statistical inference"
 * @example wilson(13, 100) // { estimate: .13, low: .0776, high: .2098 }
 */
export function wilson(successes: number, n: number, z = Z95): Interval {
  if (!(n > 0 && n < Infinity) || !(successes >= 0 && successes <= n)) {
    throw new RangeError(`${successes} of ${n} is not a share: take 0 to n of at least one`);
  }
  if (!(z > 0 && z < Infinity)) throw new RangeError(`z ${z} is not above 0: 1.96 is that of 95 %`);
  const p = successes / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // Where all or none succeed an end is the estimate itself, but for rounding.
  return {
    estimate: p,
    low: Math.max(0, Math.min(p, centre - half)),
    high: Math.min(1, Math.max(p, centre + half)),
  };
}
