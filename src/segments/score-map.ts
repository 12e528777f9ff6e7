import type { RfmScores } from "./scores";

/** A segment as a block of the 5 × 5 grid of recency and frequency scores; bounds from 1 to 5, both included. */
export interface ScoreBlock {
  readonly name: string;
  readonly recency: readonly [low: number, high: number];
  readonly frequency: readonly [low: number, high: number];
  /** What its customers have in common, in words. */
  readonly meaning?: string;
}

/**
 * The ten-segment map in common use, on recency (first) and frequency (second) scores: Champions 5[4-5],
 * Loyal [3-4][4-5], and so on. Champions buy recently and often; monetary is shown, not used.
 */
export const standardMap: readonly ScoreBlock[] = [
  { name: "Champions", recency: [5, 5], frequency: [4, 5], meaning: "bought lately and order often" },
  {
    name: "Loyal customers",
    recency: [3, 4],
    frequency: [4, 5],
    meaning: "order often, the last time some while ago",
  },
  {
    name: "Potential loyalists",
    recency: [4, 5],
    frequency: [2, 3],
    meaning: "bought lately, with a few orders so far",
  },
  {
    name: "New customers",
    recency: [5, 5],
    frequency: [1, 1],
    meaning: "bought most lately, with the fewest orders; new only if the first order is recent, too",
  },
  { name: "Promising", recency: [4, 4], frequency: [1, 1], meaning: "bought lately, with the fewest orders" },
  { name: "Need attention", recency: [3, 3], frequency: [3, 3], meaning: "middling in both" },
  { name: "About to sleep", recency: [3, 3], frequency: [1, 2], meaning: "few orders, and none lately" },
  {
    name: "At risk",
    recency: [1, 2],
    frequency: [3, 4],
    meaning: "ordered often enough to be missed, and have not for long",
  },
  {
    name: "Cannot lose them",
    recency: [1, 2],
    frequency: [5, 5],
    meaning: "ordered most often, and have not for long",
  },
  { name: "Hibernating", recency: [1, 2], frequency: [1, 2], meaning: "few orders, long ago" },
];

/**
 * Puts customers on a map of recency and frequency scores. O(n).
 *
 * @param scores of the customers, 1 to 5
 * @param map blocks that cover each of the 25 cells exactly once
 * @returns the index in `map` of each customer's block
 * @throws RangeError naming the first cell that no block covers, or that two blocks claim
 * @example blockOf(scores, standardMap)[0] // 0: a champion
 */
export function blockOf(
  scores: Pick<RfmScores, "recency" | "frequency">,
  map: readonly ScoreBlock[],
): Uint8Array {
  const cells = new Map<number, number>();
  for (let r = 1; r <= 5; r++) {
    for (let f = 1; f <= 5; f++) {
      const covering = map.filter((block) => within(r, block.recency) && within(f, block.frequency));
      const [only, second] = covering;
      if (!only) throw new RangeError(`no segment covers recency score ${r} with frequency score ${f}`);
      if (second) {
        throw new RangeError(
          `"${only.name}" and "${second.name}" both claim recency score ${r} with frequency score ${f}`,
        );
      }
      cells.set(10 * r + f, map.indexOf(only));
    }
  }
  return Uint8Array.from(scores.recency, (r, i) => {
    const block = cells.get(10 * r + (scores.frequency[i] as number));
    if (block === undefined) throw new RangeError(`customer at index ${i} has scores outside 1 to 5`);
    return block;
  });
}

const within = (score: number, [low, high]: readonly [number, number]) => score >= low && score <= high;
