import type { RankedScores } from "./ranked-scores";

/**
 * How many rows of either label have each score: all that a measure of ranking, choice or calibration needs. Counts are
 * sums of weights where rows have weights. Made by {@link tallyScores}; every score has rows.
 */
export interface ScoreTally {
  /** The different scores, the highest first. */
  readonly thresholds: Float64Array;
  /** For each score its rows of label 1. */
  readonly positives: Float64Array;
  /** For each score its rows of label 0. */
  readonly negatives: Float64Array;
  /** All rows of label 1. */
  readonly totalPositives: number;
  /** All rows of label 0. */
  readonly totalNegatives: number;
}

/**
 * Counts the rows of either label for each score. A row of weight 2 counts as two such rows, one of weight 0 as none:
 * scores whose rows all weigh 0 are left out. O(n).
 *
 * @param weights one a row, finite and from 0 up; all 1 when left out
 * @throws RangeError when the lengths differ, a weight is out of range, or all weights are 0
 * @example tallyScores(rankScores([1, 0, 1], [0.9, 0.4, 0.4])).positives // 1, 1
 */
export function tallyScores(
  { labels, thresholds, places }: RankedScores,
  weights?: ArrayLike<number>,
): ScoreTally {
  if (weights !== undefined && weights.length !== labels.length)
    throw new RangeError(`${weights.length} weights of ${labels.length} rows: give each row one.`);
  const positives = new Float64Array(thresholds.length);
  const negatives = new Float64Array(thresholds.length);
  for (let row = 0; row < labels.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`Row ${row + 1} has the weight ${weight}: take a finite number from 0 up.`);
    const counts = labels[row] === 1 ? positives : negatives;
    counts[places[row]!]! += weight;
  }
  const scores = thresholds.slice();
  let kept = 0;
  let totalPositives = 0;
  let totalNegatives = 0;
  for (let i = 0; i < scores.length; i++) {
    if (positives[i] === 0 && negatives[i] === 0) continue;
    scores[kept] = scores[i]!;
    positives[kept] = positives[i]!;
    negatives[kept] = negatives[i]!;
    totalPositives += positives[i]!;
    totalNegatives += negatives[i]!;
    kept++;
  }
  if (kept === 0) throw new RangeError("All rows weigh 0: there is nothing to judge.");
  return {
    thresholds: scores.subarray(0, kept),
    positives: positives.subarray(0, kept),
    negatives: negatives.subarray(0, kept),
    totalPositives,
    totalNegatives,
  };
}
