import type { RankedScores } from "./ranked-scores";
import type { ScoreTally } from "./score-tally";

/**
 * Prepares scores to be tallied over and over, each time under other weights of the customers: rows are put in the order
 * of their scores once, so that a tally is one pass through memory. O(rows), and as much for each tally.
 *
 * @param customers number from 0 of the customer of each row
 * @returns what `tallyScores` gives when every row has its customer's weight; weights are not checked, and the tally lasts
 * until the next one, which overwrites it
 * @example const tallyUnder = customerTally(rankScores([1, 0], [0.9, 0.4]), Uint32Array.of(0, 1));
 */
export function customerTally(
  { labels, thresholds, places }: RankedScores,
  customers: Uint32Array,
): (weights: Float64Array) => ScoreTally {
  const ends = new Uint32Array(thresholds.length + 1);
  for (const place of places) ends[place + 1]!++;
  for (let place = 1; place <= thresholds.length; place++) ends[place] = ends[place]! + ends[place - 1]!;
  /** Customer and label of each row, two times the one plus the other: the pass reads a single array. */
  const rows = new Uint32Array(places.length);
  for (let row = 0; row < places.length; row++)
    rows[ends[places[row]!]!++] = 2 * customers[row]! + labels[row]!;

  const scores = new Float64Array(thresholds.length);
  const positives = new Float64Array(thresholds.length);
  const negatives = new Float64Array(thresholds.length);
  return (weights) => {
    let kept = 0;
    let totalPositives = 0;
    let totalNegatives = 0;
    let row = 0;
    for (let place = 0; place < thresholds.length; place++) {
      let ones = 0;
      let all = 0;
      for (const end = ends[place]!; row < end; row++) {
        const weight = weights[rows[row]! >>> 1]!;
        all += weight;
        // Multiplied, not asked: labels come in no order that a processor could foresee.
        ones += weight * (rows[row]! & 1);
      }
      if (all === 0) continue;
      scores[kept] = thresholds[place]!;
      positives[kept] = ones;
      negatives[kept] = all - ones;
      totalPositives += ones;
      totalNegatives += all - ones;
      kept++;
    }
    return {
      thresholds: scores.subarray(0, kept),
      positives: positives.subarray(0, kept),
      negatives: negatives.subarray(0, kept),
      totalPositives,
      totalNegatives,
    };
  };
}
