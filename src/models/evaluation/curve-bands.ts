import type { BootstrapOptions, Interval } from "../../stats/interval";
import { gainCurve } from "./gain";
import { thresholdCurve } from "./precision-recall";
import { type Campaign, profitCurve } from "./profit";
import type { RankedScores } from "./ranked-scores";
import { rocCurve } from "./roc";
import { scoreIntervals } from "./score-intervals";
import type { ScoreTally } from "./score-tally";

/** An interval for a curve's height at each of some places along it: pointwise, not for the whole curve at once. */
export interface CurveBand {
  /** Places along the x axis, ascending. */
  readonly at: ArrayLike<number>;
  /** The curve's height at each place. */
  readonly intervals: readonly Interval[];
}

/** How bands are drawn: as intervals over customers, at so many places. */
export interface BandOptions extends BootstrapOptions {
  /** Number of places along the x axis, evenly from its one end to the other; default 41. */
  readonly places?: number;
}

type Bands = (
  models: readonly RankedScores[],
  customers: ArrayLike<number> | ArrayLike<string>,
  options?: BandOptions,
) => CurveBand[];

/** Bands of a height that is known for every place from 0 to 1. */
const bands =
  (heights: (tally: ScoreTally, at: readonly number[]) => number[]): Bands =>
  (models, customers, { places = 41, ...options } = {}) => {
    if (!Number.isInteger(places) || places < 2)
      throw new RangeError(`${places} places: a band needs at least two, such as 41.`);
    const at = Array.from({ length: places }, (_, i) => i / (places - 1));
    const all = scoreIntervals(
      models,
      customers,
      (tallies) => tallies.flatMap((tally) => heights(tally, at)),
      options,
    );
    return models.map((_, m) => ({ at, intervals: all.slice(m * places, (m + 1) * places) }));
  };

/**
 * Bands of ROC curves: the true positive rate at even false positive rates, by bootstrap over customers.
 * Cost as `scoreIntervals`.
 *
 * @returns one band a model
 * @throws RangeError as `scoreIntervals`, and for fewer than two places
 * @see Macskassy & Provost (2004), "Confidence bands for ROC curves: methods and an empirical study", vertical averaging
 * @example rocBands([boosted, logistic], customers, { seed: 7 })[0]?.intervals
 */
export const rocBands: Bands = bands((tally, at) => {
  const { falsePositiveRate, truePositiveRate } = rocCurve(tally);
  return straight(falsePositiveRate, truePositiveRate, at);
});

/**
 * Bands of precision-recall curves: the precision of the fewest rows that reach each recall, by bootstrap over customers.
 * Cost as `scoreIntervals`.
 *
 * @returns one band a model
 * @throws RangeError as `scoreIntervals`, and for fewer than two places
 * @example precisionBands([boosted], customers, { seed: 7 })[0]?.intervals
 */
export const precisionBands: Bands = bands((tally, at) => {
  const { recall, precision } = thresholdCurve(tally);
  let i = 0;
  return at.map((x) => {
    while (i < recall.length - 1 && (recall[i]! < x || recall[i] === 0)) i++;
    return precision[i]!;
  });
});

/**
 * Bands of gain curves: the share of label 1 among the best rows of even shares, by bootstrap over customers.
 * Cost as `scoreIntervals`.
 *
 * @returns one band a model
 * @throws RangeError as `scoreIntervals`, and for fewer than two places
 * @example gainBands([boosted], customers, { seed: 7 })[0]?.intervals
 */
export const gainBands: Bands = bands((tally, at) => {
  const { shares, gains } = gainCurve(tally);
  return straight(shares, gains, at);
});

/**
 * Bands of profit curves: the profit of contacting the best rows of even shares, by bootstrap over customers. A resample
 * has as many customers as there are. Cost as `scoreIntervals`.
 *
 * @returns one band a model
 * @throws RangeError as `scoreIntervals` and `profitCurve`, and for fewer than two places
 * @example profitBands([boosted], customers, { cost: 1, margin: 12 }, { seed: 7 })[0]?.intervals
 */
export function profitBands(
  models: readonly RankedScores[],
  customers: ArrayLike<number> | ArrayLike<string>,
  campaign: Campaign,
  options: BandOptions = {},
): CurveBand[] {
  return bands((tally, at) => {
    const { shares, profits } = profitCurve(tally, campaign);
    return straight(shares, profits, at);
  })(models, customers, options);
}

/** Heights of a curve that runs straight between its points; where it rises upright, the upper end. */
function straight(xs: Float64Array, ys: Float64Array, at: readonly number[]): number[] {
  let i = 0;
  return at.map((x) => {
    while (i < xs.length - 1 && xs[i + 1]! <= x) i++;
    if (i === xs.length - 1) return ys[i]!;
    return ys[i]! + ((x - xs[i]!) / (xs[i + 1]! - xs[i]!)) * (ys[i + 1]! - ys[i]!);
  });
}
