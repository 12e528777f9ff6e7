import { confusionAt, f1Of } from "../../evaluation/confusion";
import { bestThreshold } from "../../evaluation/precision-recall";
import { rankScores } from "../../evaluation/ranked-scores";
import { tallyScores } from "../../evaluation/score-tally";
import type { Finding } from "../finding";

export const TUNED_ON_TEST = "a threshold chosen on the test";

/** Labels and scores of the same rows. */
export interface ScoredRows {
  readonly labels: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

/** With fewer different scores the best threshold of the test is easily also the best elsewhere. */
const FEWEST_SCORES = 100;
/** A round threshold, as 0.2, was not read off one row's score. */
const ROUND = 1000;

/**
 * A threshold that is, to the digit, the score of the test's own row at which F1 is highest there: it was chosen on the test,
 * and its F1 flatters. Silent for round thresholds, for fewer than 100 different scores, and where it is the best of the
 * rows it is said to be chosen on. A threshold chosen elsewhere is such a score by coincidence only: in none of the cases
 * where scores of different rows differ. O(n log n).
 *
 * @param of.test rows the score is reported on
 * @param of.chosenOn rows the threshold was chosen on, if they are at hand: then the figure tells what choosing honestly gives
 * @throws RangeError when labels and scores are not as many, or either label has no rows
 * @example auditThreshold({ threshold, test: { labels, scores }, chosenOn: training })
 */
export function auditThreshold(of: {
  readonly threshold: number;
  readonly test: ScoredRows;
  readonly chosenOn?: ScoredRows | undefined;
}): Finding[] {
  const { threshold, test, chosenOn } = of;
  const [judged, elsewhere] = [test, chosenOn].map((rows) =>
    rows ? tallyScores(rankScores(rows.labels, rows.scores)) : undefined,
  );
  if (judged === undefined || Number.isInteger(threshold * ROUND)) return [];
  if (judged.thresholds.length < FEWEST_SCORES || bestThreshold(judged).threshold !== threshold) return [];
  const honest = elsewhere && bestThreshold(elsewhere).threshold;
  if (honest === threshold) return [];
  const f1 = (at: number) => f1Of(confusionAt(judged, at)).toFixed(3);
  return [
    {
      check: TUNED_ON_TEST,
      severity: "warning",
      what: "The threshold is the one that happens to be best on the test itself: its F1 there is the highest of many tries, not what to expect.",
      where: `threshold ${threshold.toPrecision(4)}`,
      figure: `F1 ${f1(threshold)}${honest === undefined ? "" : `; with the threshold of other rows ${f1(honest)}`}`,
      advice:
        "Choose the threshold on rows that are learnt from, or on a third part, then judge it on the test once.",
    },
  ];
}
