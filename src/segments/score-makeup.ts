import { pearson, spearman } from "../stats/correlation";
import type { RfmScores } from "./scores";
import { concatenatedScore } from "./scores";

/** How much each digit of the concatenated score decides it. */
export interface ScoreMakeup {
  readonly variable: "recency" | "frequency" | "monetary";
  /** Points that one step of the variable's score moves the concatenated score. */
  readonly points: number;
  /** Part of the score's variance that comes with the variable, from 0 to 1; the three add up to 1. */
  readonly varianceShare: number;
  /** Spearman's correlation of the variable's score with the concatenated score. */
  readonly rankCorrelation: number;
}

/**
 * Takes the concatenated score 100 R + 10 F + M apart: the share of its variance that goes with each variable,
 * cov(weight × variable, score) / var(score), and each variable's rank correlation with it. O(n log n).
 *
 * @throws RangeError when a score is the same for all customers
 * @example scoreMakeup(scores)[0] // { variable: "recency", points: 100, varianceShare: 0.9…, … }
 */
export function scoreMakeup(scores: RfmScores): ScoreMakeup[] {
  const score = concatenatedScore(scores);
  const spread = standardDeviation(score);
  return (
    [
      ["recency", 100],
      ["frequency", 10],
      ["monetary", 1],
    ] as const
  ).map(([variable, points]) => ({
    variable,
    points,
    varianceShare: (points * standardDeviation(scores[variable]) * pearson(scores[variable], score)) / spread,
    rankCorrelation: spearman(scores[variable], score),
  }));
}

function standardDeviation(values: Uint8Array | Uint16Array): number {
  const numbers = Float64Array.from(values);
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, v) => sum + (v - mean) ** 2, 0) / numbers.length);
}
