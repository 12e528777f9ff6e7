import type { ScoreTally } from "./score-tally";

/** Rows by what was chosen and what they are. */
export interface Confusion {
  /** Chosen, label 1. */
  readonly truePositives: number;
  /** Chosen, label 0. */
  readonly falsePositives: number;
  /** Not chosen, label 1. */
  readonly falseNegatives: number;
  /** Not chosen, label 0. */
  readonly trueNegatives: number;
}

/**
 * The confusion table of choosing all rows that score the threshold or more. O(different scores).
 *
 * @param threshold any number, also ±Infinity for nobody and everybody
 * @throws RangeError when the threshold is NaN
 * @example confusionAt(tallyScores(rankScores(labels, scores)), 0.5).truePositives
 */
export function confusionAt(tally: ScoreTally, threshold: number): Confusion {
  if (Number.isNaN(threshold)) throw new RangeError("The threshold is not a number: take a score.");
  let hits = 0;
  let misses = 0;
  for (let i = 0; i < tally.thresholds.length && tally.thresholds[i]! >= threshold; i++) {
    hits += tally.positives[i]!;
    misses += tally.negatives[i]!;
  }
  return confusionOf(tally, hits, misses);
}

/**
 * The confusion table of choosing the given share of rows, the highest scores first. Where the share ends among tied rows
 * they are chosen in part, each as much as the other: the mean over all orders of the tied rows. Counts may therefore be
 * fractions. O(different scores).
 *
 * @param share of all rows, above 0 and up to 1
 * @throws RangeError when the share is out of range
 * @example confusionAtTop(tally, 0.2) // the best fifth
 */
export function confusionAtTop(tally: ScoreTally, share: number): Confusion {
  if (!(share > 0 && share <= 1))
    throw new RangeError(
      `A share of ${share}: take one above 0 and up to 1, such as 0.2 for the best fifth.`,
    );
  let left = share * (tally.totalPositives + tally.totalNegatives);
  let hits = 0;
  let misses = 0;
  for (let i = 0; i < tally.thresholds.length && left > 0; i++) {
    const rows = tally.positives[i]! + tally.negatives[i]!;
    const part = Math.min(1, left / rows);
    hits += tally.positives[i]! * part;
    misses += tally.negatives[i]! * part;
    left -= rows;
  }
  return confusionOf(tally, hits, misses);
}

const confusionOf = (tally: ScoreTally, hits: number, misses: number): Confusion => ({
  truePositives: hits,
  falsePositives: misses,
  falseNegatives: tally.totalPositives - hits,
  trueNegatives: tally.totalNegatives - misses,
});

/**
 * Share of the chosen rows that have label 1; NaN when none is chosen. O(1).
 *
 * @example precisionOf(confusionAt(tally, 0.5))
 */
export const precisionOf = ({ truePositives, falsePositives }: Confusion): number =>
  truePositives / (truePositives + falsePositives);

/**
 * Share of the rows of label 1 that are chosen; NaN when there are none. O(1).
 *
 * @example recallOf(confusionAt(tally, 0.5))
 */
export const recallOf = ({ truePositives, falseNegatives }: Confusion): number =>
  truePositives / (truePositives + falseNegatives);

/**
 * F1, the harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). It is 0 when no hit is chosen, and NaN only when
 * no row is chosen and none has label 1. O(1).
 *
 * @see van Rijsbergen (1979), "Information Retrieval", chapter 7
 * @example f1Of(confusionAt(tally, 0.5))
 */
export const f1Of = ({ truePositives, falsePositives, falseNegatives }: Confusion): number =>
  (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);

/**
 * Share of all rows that are chosen if and only if they have label 1. Beside a rare label it says little: choosing nobody
 * has the share of label 0. O(1).
 *
 * @example accuracyOf(confusionAt(tally, 0.5))
 */
export const accuracyOf = (table: Confusion): number =>
  (table.truePositives + table.trueNegatives) /
  (table.truePositives + table.falsePositives + table.falseNegatives + table.trueNegatives);
