import type { ScoreTally } from "../../models/evaluation/score-tally";

/**
 * How many rows have a score in each of equal spans from `low` to `high`; scores beyond the ends count to the outermost.
 * O(different scores).
 *
 * @example tallyBars(tally, 0, 1, 20)[0] // rows that score less than 0.05
 */
export function tallyBars(
  { thresholds, positives, negatives }: ScoreTally,
  low: number,
  high: number,
  spans: number,
): number[] {
  const counts = new Array<number>(spans).fill(0);
  for (let i = 0; i < thresholds.length; i++) {
    const place = high > low ? (thresholds[i]! - low) / (high - low) : 0;
    const span = Math.min(spans - 1, Math.max(0, Math.floor(place * spans)));
    counts[span]! += positives[i]! + negatives[i]!;
  }
  return counts;
}
