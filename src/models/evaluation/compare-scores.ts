import { adjustPValues } from "../../stats/adjust-p-values";
import { drawDifference } from "../../stats/draw-difference";
import { type BootstrapOptions, type Interval, percentileInterval, resampled } from "../../stats/interval";
import { requireBothLabels } from "./both-labels";
import { customerLosses } from "./customer-losses";
import { numberCustomers } from "./customer-numbers";
import { customerRanking } from "./customer-ranking";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";

/** The measures that models are compared by. */
export const SCORE_MEASURES = [
  "AUC",
  "average precision",
  "F1 at the threshold",
  "F1 at the top",
  "log loss",
  "Brier score",
] as const;

/** One of the measures. */
export type ScoreMeasure = (typeof SCORE_MEASURES)[number];

/** A model by one measure, and what it is beside the first model. */
export interface ScoreComparison extends Interval {
  readonly model: string;
  readonly measure: ScoreMeasure;
  /** The measure less the first model's, over the same customers; null for the first. */
  readonly difference: Interval | null;
  /** Two-sided p value of the difference, by Holm for all models compared by this measure; null for the first. */
  readonly p: number | null;
  /** `better` or `worse` only if the interval of the difference leaves out 0 and p is at most 1 − level. */
  readonly verdict: "better" | "worse" | "not told apart" | null;
}

/** How {@link compareScores} compares. */
export interface CompareScoresOptions extends BootstrapOptions {
  /** Rows that score this or more are chosen; one for all models, or one for each by its name; default 0.5. */
  readonly threshold?: number | Readonly<Record<string, number>>;
  /** Share of the rows, the best first, that is chosen for F1 at the top, above 0 and up to 1; default 0.2. */
  readonly topShare?: number;
}

/**
 * Compares the scores of models on the same rows, with percentile bootstrap intervals over customers: they are drawn with
 * all their rows, the same ones for all models, so that a difference is of the same customers. A threshold that was found
 * on these rows flatters: find it on those that were learnt from. O(resamples × models × rows): 130,000 rows, 1,000
 * resamples and 4 models take a few seconds.
 *
 * @param scores of each model by its name, the baseline first; the higher the likelier the 1
 * @param labels one 0 or 1 a row
 * @param customers identifier of the customer of each row
 * @returns a row for each measure and model; without log loss and Brier score where a score is no probability
 * @throws RangeError when there is no model, a model scores more or fewer rows than there are, a label or score is out of
 * range, a label is missing (also on a resample: too few customers have it), there are fewer than two customers, or an
 * option is out of range
 * @see Field & Welsh (2007), "Bootstrapping clustered data"; Davison & Hinkley (1997), 4.4; Holm (1979)
 * @example compareScores({ habit, boosted }, labels, users, { seed: 7 }).filter(({ measure }) => measure === "AUC")
 */
export function compareScores(
  scores: Readonly<Record<string, ArrayLike<number>>>,
  labels: ArrayLike<number>,
  customers: ArrayLike<number> | ArrayLike<string>,
  { threshold = 0.5, topShare = 0.2, level = 0.95, ...drawing }: CompareScoresOptions = {},
): ScoreComparison[] {
  const models = Object.entries(scores);
  requireSameRows(models, labels.length, customers.length);
  if (!(topShare > 0 && topShare <= 1))
    throw new RangeError(`A top share of ${topShare}: take one above 0 and up to 1, such as 0.2.`);
  const { count, numbers } = numberCustomers(customers);
  const judges = models.map(([model, own]) => {
    const ranked = rankScores(labels, own);
    requireBothLabels(tallyScores(ranked), "Comparing models");
    const ranking = customerRanking(ranked, numbers, topShare);
    const losses = customerLosses(labels, own, numbers, count, thresholdOf(model, threshold));
    return (weights: Float64Array): readonly number[] => {
      const { auc, averagePrecision, f1AtTop } = ranking(weights);
      const { f1, logLoss, brierScore } = losses(weights);
      return [auc, averagePrecision, f1, f1AtTop, logLoss, brierScore];
    };
  });
  const probabilities = models.every(([, own]) => Array.from(own).every((score) => score >= 0 && score <= 1));
  const measures = SCORE_MEASURES.slice(0, probabilities ? 6 : 4);
  const all = resampled(
    count,
    (weights) => judges.flatMap((judge) => judge(weights).slice(0, measures.length)),
    drawing,
  );
  return measures.flatMap((measure, m) => {
    const at = (model: number) => model * measures.length + m;
    const compared = models.slice(1).map((_, other) => drawDifference(all, at(0), at(other + 1), level));
    const p = adjustPValues(
      compared.map((one) => one.p),
      "holm",
    );
    return models.map(([model], i): ScoreComparison => {
      const interval = percentileInterval(all.estimates[at(i)]!, all.draws[at(i)]!, level);
      if (i === 0) return { model, measure, ...interval, difference: null, p: null, verdict: null };
      const { difference } = compared[i - 1]!;
      const verdict = p[i - 1]! <= 1 - level ? sideOf(difference, measure) : "not told apart";
      return { model, measure, ...interval, difference, p: p[i - 1]!, verdict };
    });
  });
}

function sideOf({ low, high }: Interval, measure: ScoreMeasure): "better" | "worse" | "not told apart" {
  if (low <= 0 && high >= 0) return "not told apart";
  const loss = measure === "log loss" || measure === "Brier score";
  return low > 0 === loss ? "worse" : "better";
}

function thresholdOf(model: string, threshold: number | Readonly<Record<string, number>>): number {
  const own =
    typeof threshold === "number"
      ? threshold
      : Object.hasOwn(threshold, model)
        ? threshold[model]
        : undefined;
  if (own === undefined || Number.isNaN(own))
    throw new RangeError(
      `Model "${model}" has no threshold: give each model one by its name, or one for all.`,
    );
  return own;
}

function requireSameRows(
  models: readonly (readonly [string, ArrayLike<number>])[],
  labels: number,
  customers: number,
): void {
  if (models.length === 0) throw new RangeError("There are no models to compare: give the scores of one.");
  if (customers !== labels)
    throw new RangeError(`${customers} customers of ${labels} labels: give one of each for a row.`);
  for (const [model, own] of models)
    if (own.length !== labels)
      throw new RangeError(
        `Model "${model}" scores ${own.length} rows, but there are ${labels}: models are only comparable on the same rows, in the same order.`,
      );
}
