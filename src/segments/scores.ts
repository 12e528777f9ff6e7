import { quantileBins, rank } from "../stats/rank";
import type { Rfm } from "./rfm";

/** Recency, frequency and monetary scores of the customers of an {@link Rfm}, in its order; 5 is best. */
export interface RfmScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  /** Where each variable was cut, six ascending edges in its own unit; for `rank` scores, edges of the ranks. */
  readonly edges: {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly monetary: readonly number[];
  };
}

/** `value`: equal values get equal scores (`pandas.qcut`). `rank`: equal values are ranked in table order, the first
 * lowest, so that the five scores are equally large (`pandas.qcut` of `rank(method="first")`, of recency with its sign
 * turned). */
export type ScoreBy = "value" | "rank";

/**
 * Scores each variable from 1 to 5 by quintiles: many orders, much money and **few** days since the last order score
 * high. O(n log n).
 *
 * @throws RangeError when cut by `value` and so many customers are equal that a quintile is empty
 * @see Hughes (1994), "Strategic Database Marketing", for quintile scoring of R, F and M
 * @example quintileScores(customers, "value").recency // Uint8Array, 5 = bought most recently
 */
export function quintileScores(rfm: Rfm, by: ScoreBy): RfmScores {
  const cut = (values: Float64Array) => quantileBins(by === "rank" ? rank(values, "first") : values, 5);
  const frequency = cut(rfm.frequency);
  const monetary = cut(rfm.monetary);
  // By rank, all three are ranked from worst to best, so that ties fall the same way; by value, recency is cut in days
  // (closed on the right, in days) and the scores are turned round.
  const recency = by === "rank" ? cut(rfm.recency.map((days) => -days)) : cut(rfm.recency);
  return {
    recency: by === "rank" ? recency.bin : recency.bin.map((b) => 6 - b),
    frequency: frequency.bin,
    monetary: monetary.bin,
    edges: { recency: recency.edges, frequency: frequency.edges, monetary: monetary.edges },
  };
}

/**
 * The concatenated score 100 R + 10 F + M, from 111 to 555: a label that looks like a number. Ordering customers by it
 * orders them by recency alone unless their recency scores are equal.
 *
 * @example concatenatedScore(scores)[0] // 545
 */
export function concatenatedScore(scores: RfmScores): Uint16Array {
  return Uint16Array.from(
    scores.recency,
    (r, i) => 100 * r + 10 * (scores.frequency[i] as number) + (scores.monetary[i] as number),
  );
}
