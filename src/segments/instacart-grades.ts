import type { Grade } from "./grades";
import type { CustomerVariables } from "./variables";
import { weightedScore } from "./weighted-score";

/** A grade as study 002 published it, with its customers and order lines. */
export interface PublishedGrade extends Grade {
  readonly korean: string;
  /** Customers of the study's sample. */
  readonly users: number;
  /** Order lines of the study's sample. */
  readonly lines: number;
}

/**
 * The six grades of study 002, best first: ranges of the score .2 R + .4 F + .4 M, cut at the natural breaks of the
 * study's sample of orders. For `gradeByCuts`, closed on the right.
 */
export const instacartGrades: readonly PublishedGrade[] = [
  { name: "VIP", korean: "VIP", from: 106, to: 244, users: 685, lines: 167_033 },
  { name: "Top", korean: "최우수", from: 64, to: 106, users: 4_194, lines: 565_726 },
  { name: "Good", korean: "우수", from: 37, to: 64, users: 11_255, lines: 872_375 },
  { name: "Promising", korean: "잠재 우수", from: 20, to: 37, users: 25_760, lines: 1_038_684 },
  { name: "Regular", korean: "일반", from: 9, to: 20, users: 55_880, lines: 863_058 },
  { name: "At risk", korean: "이탈 위험", from: 0, to: 9, users: 25_038, lines: 154_245 },
];

/** The weights of study 002's score; R is the last gap, F the orders, M the items in place of money. */
export const instacartWeights = { lastGap: 0.2, frequency: 0.4, items: 0.4 } as const;

/** The five grades of a member of study 002, best first: ranges of {@link rfrScore}. For `gradeByCuts`, closed on the left. */
export const rfrGrades: readonly Grade[] = [
  { name: "VIP", korean: "VIP", from: 70, to: 100 },
  { name: "Top", korean: "최우수", from: 50, to: 70 },
  { name: "Good", korean: "우수", from: 30, to: 50 },
  { name: "Regular", korean: "일반", from: 10, to: 30 },
  { name: "Lapsing", korean: "이탈", from: 0, to: 10 },
];

/**
 * The score of a member of study 002, 0 to 100: recency (the last gap, turned round), frequency and reordered items, each
 * from 0 to 1 between its least and greatest value, added up and spread over 0 to 100 in the same way. One customer at
 * either end moves everybody's score. O(n).
 *
 * @throws RangeError when a value is not finite or a variable is the same for all
 * @example gradeByCuts(rfrScore(customers), rfrGrades, { closed: "left" })
 */
export function rfrScore<Name extends string>(
  customers: CustomerVariables<Name | "lastGap" | "frequency" | "reordered">,
): Float64Array {
  return percentOfRange(
    weightedScore<string>(customers, { lastGap: 1, frequency: 1, reordered: 1 }, { scale: "min-max" }).score,
  );
}

/**
 * A score spread over 0 (the least) to 100 (the greatest). O(n).
 *
 * @throws RangeError when all scores are the same
 * @example percentOfRange(Float64Array.of(1, 2, 3)) // [0, 50, 100]
 */
export function percentOfRange(score: Float64Array): Float64Array {
  const [low, high] = score.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  if (!(high > low))
    throw new RangeError("the score is the same for all customers: it cannot be spread over 0 to 100");
  return score.map((value) => (100 * (value - low)) / (high - low));
}
