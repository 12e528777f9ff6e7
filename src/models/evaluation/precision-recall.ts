import { requireBothLabels } from "./both-labels";
import { cumulativeCounts } from "./cumulative-counts";
import type { ScoreTally } from "./score-tally";

/** Precision, recall and F1 of choosing all rows from a score up, for each score, the highest first. */
export interface ThresholdCurve {
  /** Rows that score this or more are chosen. */
  readonly thresholds: Float64Array;
  /** Share of the chosen rows that have label 1. */
  readonly precision: Float64Array;
  /** Share of the rows of label 1 that are chosen. */
  readonly recall: Float64Array;
  /** Harmonic mean of both. */
  readonly f1: Float64Array;
  /** Share of all rows that are chosen. */
  readonly shares: Float64Array;
}

/**
 * Precision, recall and F1 by threshold; precision against recall is the PR curve. Tied rows are chosen together. There is
 * no point for choosing nobody, whose precision is not defined (scikit-learn adds one at precision 1).
 * O(different scores).
 *
 * @throws RangeError when either label has no rows
 * @see Davis & Goadrich (2006), "The relationship between precision-recall and ROC curves"
 * @example thresholdCurve(tallyScores(rankScores(labels, scores))).f1
 */
export function thresholdCurve(tally: ScoreTally): ThresholdCurve {
  requireBothLabels(tally, "A threshold curve");
  const counts = cumulativeCounts(tally);
  const hits = counts.hits.subarray(1);
  const chosen = counts.chosen.subarray(1);
  const rows = tally.totalPositives + tally.totalNegatives;
  return {
    thresholds: tally.thresholds,
    precision: hits.map((n, i) => n / chosen[i]!),
    recall: hits.map((n) => n / tally.totalPositives),
    f1: hits.map((n, i) => (2 * n) / (chosen[i]! + tally.totalPositives)),
    shares: chosen.map((n) => n / rows),
  };
}

/**
 * Average precision: the sum over thresholds of precision times the recall gained there, a sum of steps without
 * interpolation (scikit-learn's definition). Tied rows are one step. O(different scores).
 *
 * @returns from above 0 to 1; about the share of label 1 for scores that tell nothing
 * @throws RangeError when either label has no rows
 * @example averagePrecision(tallyScores(rankScores([1, 0, 1], [0.9, 0.6, 0.4]))) // (1 + 2 / 3) / 2
 */
export function averagePrecision(tally: ScoreTally): number {
  requireBothLabels(tally, "An average precision");
  let [sum, hits, chosen] = [0, 0, 0];
  for (let i = 0; i < tally.thresholds.length; i++) {
    hits += tally.positives[i]!;
    chosen += tally.positives[i]! + tally.negatives[i]!;
    sum += (hits / chosen) * tally.positives[i]!;
  }
  return sum / tally.totalPositives;
}

/** A threshold and what choosing all rows from it up gives. */
export interface ChosenThreshold {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of all rows that are chosen. */
  readonly share: number;
}

/**
 * The threshold of the highest F1; of equal ones the highest threshold, which chooses the fewest. Found on the rows it is
 * judged on, its F1 flatters: find it on training rows, then judge by `confusionAt` on others. O(different scores).
 *
 * @throws RangeError when either label has no rows
 * @example bestThreshold(training).threshold
 */
export function bestThreshold(tally: ScoreTally): ChosenThreshold {
  const { thresholds, precision, recall, f1, shares } = thresholdCurve(tally);
  let best = 0;
  for (let i = 1; i < f1.length; i++) if (f1[i]! > f1[best]!) best = i;
  return {
    threshold: thresholds[best]!,
    precision: precision[best]!,
    recall: recall[best]!,
    f1: f1[best]!,
    share: shares[best]!,
  };
}
