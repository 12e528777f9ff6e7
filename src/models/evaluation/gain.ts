import { requireBothLabels } from "./both-labels";
import { confusionAtTop, recallOf } from "./confusion";
import { cumulativeCounts } from "./cumulative-counts";
import type { ScoreTally } from "./score-tally";

/** Cumulative gains: from (0, 0) to (1, 1), one point for choosing nobody, then one for each score. */
export interface GainCurve {
  /** Share of all rows that are chosen, the highest scores first. */
  readonly shares: Float64Array;
  /** Share of the rows of label 1 among them. */
  readonly gains: Float64Array;
}

/**
 * The curve of cumulative gains; between its points, that is among tied rows, it runs straight. O(different scores).
 *
 * @throws RangeError when either label has no rows
 * @see Ling & Li (1998), "Data mining for direct marketing: problems and solutions"
 * @example gainCurve(tallyScores(rankScores(labels, scores))).gains
 */
export function gainCurve(tally: ScoreTally): GainCurve {
  requireBothLabels(tally, "A gains curve");
  const { hits, chosen } = cumulativeCounts(tally);
  const rows = tally.totalPositives + tally.totalNegatives;
  return { shares: chosen.map((n) => n / rows), gains: hits.map((n) => n / tally.totalPositives) };
}

/**
 * Gain at a top share: which share of all rows of label 1 one finds in the given share of rows, the highest scores first.
 * Tied rows at the end of the share count in part (as `confusionAtTop`). O(different scores).
 *
 * @param share of all rows, above 0 and up to 1
 * @returns from 0 to 1; the share itself for scores that tell nothing
 * @throws RangeError when the share is out of range, or either label has no rows
 * @example gainAt(tally, 0.2) // 0.6: the best fifth holds 60 % of the buyers
 */
export function gainAt(tally: ScoreTally, share: number): number {
  requireBothLabels(tally, "A gain");
  return recallOf(confusionAtTop(tally, share));
}

/**
 * Lift at a top share: how many times more frequent label 1 is in the given share of rows, the highest scores first, than
 * among all rows; the gain divided by the share. O(different scores).
 *
 * @param share of all rows, above 0 and up to 1
 * @returns from 0 to 1 / share; 1 for scores that tell nothing
 * @throws RangeError when the share is out of range, or either label has no rows
 * @example liftAt(tally, 0.2) // 3
 */
export const liftAt = (tally: ScoreTally, share: number): number => gainAt(tally, share) / share;
