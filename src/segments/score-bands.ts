/** A segment cut out of the concatenated score: all scores from `from` up to the next band's. */
export interface ScoreBand {
  readonly name: string;
  /** Lowest score of the band, 111 to 555. */
  readonly from: number;
}

/**
 * The ten segments of the Online Retail study, cut by eye from deciles of the score 100 R + 10 F + M, best first.
 * The names are the study's; they promise more than the cut points keep (see notebook 03).
 */
export const publishedBands: readonly ScoreBand[] = [
  { name: "VIP", from: 545 },
  { name: "Loyal customer", from: 512 },
  { name: "Potential Loyalists", from: 444 },
  { name: "New customers", from: 411 },
  { name: "Promising", from: 333 },
  { name: "Need Attention", from: 311 },
  { name: "About To Sleep", from: 232 },
  { name: "Cannot lose them", from: 211 },
  { name: "At-Risk", from: 121 },
  { name: "Hibernating", from: 111 },
];

/**
 * Puts each score into its band. O(n × bands).
 *
 * @param scores concatenated scores, 111 to 555
 * @param bands with descending `from`, the last at most the lowest score
 * @returns the index in `bands` of each score
 * @throws RangeError when the bands do not descend, or a score lies below the last of them
 * @example bandOf([555, 111], publishedBands) // [0, 9]
 */
export function bandOf(scores: ArrayLike<number>, bands: readonly ScoreBand[]): Uint8Array {
  bands.forEach((band, i) => {
    const above = bands[i - 1];
    if (above && band.from >= above.from) {
      throw new RangeError(
        `band "${band.name}" starts at ${band.from}, not below "${above.name}" at ${above.from}`,
      );
    }
  });
  return Uint8Array.from(scores, (score, i) => {
    const band = bands.findIndex((b) => score >= b.from);
    if (band < 0)
      throw new RangeError(`score ${score} at index ${i} lies below the lowest band: no segment covers it`);
    return band;
  });
}
