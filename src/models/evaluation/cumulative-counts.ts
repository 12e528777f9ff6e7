import type { ScoreTally } from "./score-tally";

/** What choosing all rows from a score up chooses: one point for choosing nobody, then one for each score. */
export interface CumulativeCounts {
  /** Rows that score this or more are chosen; the first is Infinity, for nobody. */
  readonly thresholds: Float64Array;
  /** Chosen rows of label 1. */
  readonly hits: Float64Array;
  /** Chosen rows, of either label. */
  readonly chosen: Float64Array;
}

/**
 * Counts what is chosen from each score up. Tied rows are chosen together. O(different scores).
 *
 * @example cumulativeCounts(tallyScores(rankScores([1, 0, 1], [0.9, 0.4, 0.4]))).chosen // 0, 1, 3
 */
export function cumulativeCounts({ thresholds, positives, negatives }: ScoreTally): CumulativeCounts {
  const from = new Float64Array(thresholds.length + 1);
  const hits = new Float64Array(from.length);
  const chosen = new Float64Array(from.length);
  from[0] = Infinity;
  let [positive, negative] = [0, 0];
  for (let i = 1; i < from.length; i++) {
    positive += positives[i - 1]!;
    negative += negatives[i - 1]!;
    from[i] = thresholds[i - 1]!;
    hits[i] = positive;
    chosen[i] = positive + negative;
  }
  return { thresholds: from, hits, chosen };
}
