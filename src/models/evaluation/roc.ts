import { requireBothLabels } from "./both-labels";
import { cumulativeCounts } from "./cumulative-counts";
import type { ScoreTally } from "./score-tally";

/** A receiver operating characteristic, from (0, 0) to (1, 1): one point for choosing nobody, then one for each score. */
export interface RocCurve {
  /** Rows that score this or more are chosen; the first is Infinity, for nobody. */
  readonly thresholds: Float64Array;
  /** Share of the rows of label 0 that are chosen. */
  readonly falsePositiveRate: Float64Array;
  /** Share of the rows of label 1 that are chosen: the recall. */
  readonly truePositiveRate: Float64Array;
}

/**
 * The ROC curve. Tied rows are chosen together, so that a tie is one slanted step. O(different scores).
 *
 * @throws RangeError when either label has no rows
 * @see Fawcett (2006), "An introduction to ROC analysis"
 * @example rocCurve(tallyScores(rankScores(labels, scores))).truePositiveRate
 */
export function rocCurve(tally: ScoreTally): RocCurve {
  requireBothLabels(tally, "A ROC curve");
  const { thresholds, hits, chosen } = cumulativeCounts(tally);
  return {
    thresholds,
    falsePositiveRate: chosen.map((rows, i) => (rows - hits[i]!) / tally.totalNegatives),
    truePositiveRate: hits.map((rows) => rows / tally.totalPositives),
  };
}

/**
 * The area under the ROC curve: the chance that a random row of label 1 scores above a random row of label 0, where a tie
 * counts one half. It is the rank-sum statistic with midranks. O(different scores).
 *
 * @returns from 0 to 1; 0.5 for scores that tell nothing
 * @throws RangeError when either label has no rows
 * @see Hanley & McNeil (1982), "The meaning and use of the area under a receiver operating characteristic (ROC) curve"
 * @example rocAuc(tallyScores(rankScores([1, 0, 1, 0], [0.9, 0.4, 0.4, 0.1]))) // 0.875
 */
export function rocAuc(tally: ScoreTally): number {
  requireBothLabels(tally, "An AUC");
  let above = 0;
  let won = 0;
  for (let i = 0; i < tally.thresholds.length; i++) {
    won += tally.negatives[i]! * (above + tally.positives[i]! / 2);
    above += tally.positives[i]!;
  }
  return won / (tally.totalPositives * tally.totalNegatives);
}
