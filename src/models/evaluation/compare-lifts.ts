import { adjustPValues } from "../../stats/adjust-p-values";
import { drawDifference } from "../../stats/draw-difference";
import { type BootstrapOptions, type Interval, percentileInterval, resampled } from "../../stats/interval";
import { requireBothLabels } from "./both-labels";
import { confusionAtTop, precisionOf } from "./confusion";
import { gainAt } from "./gain";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";

/** What a model's best rows of some share hold. */
export interface LiftComparison {
  readonly model: string;
  /** Share of the rows that is chosen, the highest scores first. */
  readonly share: number;
  /** How many times more frequent label 1 is there than among all rows. */
  readonly lift: Interval;
  /** Share of the chosen rows that have label 1. */
  readonly precision: Interval;
  /** Share of the rows of label 1 that are chosen. */
  readonly gain: Interval;
  /** Its lift less that of the first model, over the same rows; null for the first. */
  readonly difference: Interval | null;
  /** Two-sided p value of the difference, by Holm for all differences of the answer; null for the first model. */
  readonly p: number | null;
  /** `better` or `worse` only if the interval of the difference leaves out 0 and p is at most 1 − level. */
  readonly verdict: "better" | "worse" | "not told apart" | null;
}

/**
 * Compares how far models gather label 1 in their best rows, with percentile bootstrap intervals over customers, one row a
 * customer. All models are judged on the same resamples. Tied rows at the end of a share count in part.
 * O(resamples × models × (rows + shares × different scores)).
 *
 * @param scores of each model by its name, the baseline first
 * @param labels one 0 or 1 a customer
 * @param shares such as [0.05, 0.1, 0.2]
 * @returns a row for each share and model
 * @throws RangeError when there are no models or shares, a share, score or label is out of range, lengths differ, or a label
 * is missing (also on a resample)
 * @see Efron & Tibshirani (1993), chapter 13; Holm (1979)
 * @example compareLifts({ spend, boosted }, labels, [0.1], { seed: 7 })[1]!.difference
 */
export function compareLifts(
  scores: Readonly<Record<string, ArrayLike<number>>>,
  labels: ArrayLike<number>,
  shares: readonly number[],
  { level = 0.95, ...drawing }: BootstrapOptions = {},
): LiftComparison[] {
  const models = Object.keys(scores);
  if (models.length === 0 || shares.length === 0)
    throw new RangeError("There is nothing to compare: give the scores of a model, and a share.");
  const ranked = Object.values(scores).map((own) => rankScores(labels, own));
  const all = resampled(
    labels.length,
    (weights) =>
      ranked.flatMap((own) => {
        const tally = tallyScores(own, weights);
        requireBothLabels(tally, "A lift");
        return shares.flatMap((share) => {
          const gain = gainAt(tally, share);
          return [gain / share, precisionOf(confusionAtTop(tally, share)), gain];
        });
      }),
    drawing,
  );
  const at = (model: number, share: number) => 3 * (model * shares.length + share);
  const interval = (place: number) => percentileInterval(all.estimates[place]!, all.draws[place]!, level);
  const compared = shares.map((_, s) =>
    models.slice(1).map((__, m) => drawDifference(all, at(0, s), at(m + 1, s), level)),
  );
  const p = adjustPValues(
    compared.flat().map((one) => one.p),
    "holm",
  );
  return shares.flatMap((share, s) =>
    models.map((model, m): LiftComparison => {
      const place = at(m, s);
      const own = {
        model,
        share,
        lift: interval(place),
        precision: interval(place + 1),
        gain: interval(place + 2),
      };
      if (m === 0) return { ...own, difference: null, p: null, verdict: null };
      const { difference } = compared[s]![m - 1]!;
      const corrected = p[s * (models.length - 1) + m - 1]!;
      const sure = corrected <= 1 - level && (difference.low > 0 || difference.high < 0);
      const verdict = sure ? (difference.low > 0 ? "better" : "worse") : "not told apart";
      return { ...own, difference, p: corrected, verdict };
    }),
  );
}
