import type { RankedScores } from "./ranked-scores";

/** How well scores rank, all of it found in one pass over the rows. */
export interface Ranking {
  /** As `rocAuc`. */
  readonly auc: number;
  /** As `averagePrecision`. */
  readonly averagePrecision: number;
  /** F1 of choosing the best share of rows, as `confusionAtTop`. */
  readonly f1AtTop: number;
}

/**
 * Prepares scores to be judged over and over, each time under other weights of the customers: rows are put in the order of
 * their scores once, and each judgement is one pass over one array. O(rows), and as much for each judgement.
 *
 * @param customers number from 0 of the customer of each row
 * @param topShare of all rows that is chosen for F1, above 0 and up to 1
 * @returns the ranking when every row has its customer's weight; not finite where a label has no rows of weight
 * @example customerRanking(rankScores([1, 0], [0.9, 0.4]), Uint32Array.of(0, 1), 0.5)(Float64Array.of(1, 1)).auc // 1
 */
export function customerRanking(
  { labels, thresholds, places }: RankedScores,
  customers: Uint32Array,
  topShare: number,
): (weights: Float64Array) => Ranking {
  const next = new Uint32Array(thresholds.length + 1);
  for (const place of places) next[place + 1]!++;
  for (let place = 1; place <= thresholds.length; place++) next[place] = next[place]! + next[place - 1]!;
  const rowsOf = new Float64Array(customers.reduce((most, customer) => Math.max(most, customer), 0) + 1);
  // Customer, whether the row is the last of its score, and label, in one number: the pass reads a single array.
  const rows = new Uint32Array(places.length);
  for (let row = 0; row < places.length; row++) {
    rows[next[places[row]!]!++] = 4 * customers[row]! + labels[row]!;
    rowsOf[customers[row]!]!++;
  }
  for (const end of next.subarray(0, thresholds.length)) rows[end - 1]! += 2;

  return (weights) => {
    const total = rowsOf.reduce((sum, count, customer) => sum + count * weights[customer]!, 0);
    const wanted = topShare * total;
    let [ones, all] = [0, 0];
    let [onesBefore, allBefore] = [0, 0];
    let [won, precisions, hitsAtTop] = [0, 0, Number.NaN];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const weight = weights[row >>> 2]!;
      all += weight;
      // Multiplied, not asked: labels come in no order that a processor could foresee.
      ones += weight * (row & 1);
      if ((row & 2) === 0) continue;
      const hits = ones - onesBefore;
      won += (all - allBefore - hits) * (onesBefore + ones);
      if (hits > 0) precisions += (hits * ones) / all;
      if (all >= wanted && allBefore < wanted)
        hitsAtTop = onesBefore + (hits * (wanted - allBefore)) / (all - allBefore);
      onesBefore = ones;
      allBefore = all;
    }
    return {
      auc: won / (2 * ones * (all - ones)),
      averagePrecision: precisions / ones,
      f1AtTop: (2 * hitsAtTop) / (wanted + ones),
    };
  };
}
