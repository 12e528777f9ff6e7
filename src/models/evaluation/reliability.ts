import type { ScoreTally } from "./score-tally";

/** A bar or point of a reliability diagram: the rows above the edge of the bin before, up to its own edge. */
export interface ReliabilityBin {
  /** Highest score that belongs here. */
  readonly edge: number;
  /** Sum of the rows' weights. */
  readonly rows: number;
  /** Mean of the rows' scores; NaN without rows. */
  readonly meanScore: number;
  /** Share of the rows that have label 1; NaN without rows. */
  readonly shareOfPositives: number;
}

/**
 * Edges of bins of equally many rows, the lowest scores first. Tied rows stay together, in the bin where their midrank
 * falls; a bin that gets no rows is left out, so that there may be fewer than asked for. O(different scores).
 *
 * @param bins a whole number from 1 up
 * @returns highest score of each bin, ascending
 * @throws RangeError when `bins` is out of range
 * @see Nguyen & O'Connor (2015), "Posterior calibration and exploratory analysis for natural language processing models",
 * for bins of equal counts
 * @example equalCountEdges(tallyScores(rankScores([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4])), 2) // 0.2, 0.4
 */
export function equalCountEdges(
  { thresholds, positives, negatives, totalPositives, totalNegatives }: ScoreTally,
  bins: number,
): Float64Array {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`${bins} bins: take a whole number from 1 up, such as 10.`);
  const edges: number[] = [];
  let below = 0;
  let last = -1;
  for (let i = thresholds.length - 1; i >= 0; i--) {
    const rows = positives[i]! + negatives[i]!;
    const bin = Math.floor((bins * (below + rows / 2)) / (totalPositives + totalNegatives));
    if (bin === last) edges.pop();
    edges.push(thresholds[i]!);
    last = bin;
    below += rows;
  }
  return Float64Array.from(edges);
}

/**
 * The points of a reliability diagram: in each bin the mean score beside the share of label 1. Where scores are calibrated
 * probabilities both are equal but for chance. For intervals take the edges from all rows once and use them for every
 * resample. O(different scores).
 *
 * @param edges highest score of each bin, ascending; the last bin takes all that is above, too
 * @throws RangeError when there are no edges, or they do not ascend
 * @see Murphy & Winkler (1977), "Reliability of subjective probability forecasts of precipitation and temperature"
 * @example reliabilityBins(tally, equalCountEdges(tally, 10))[0]?.shareOfPositives
 */
export function reliabilityBins(tally: ScoreTally, edges: ArrayLike<number>): ReliabilityBin[] {
  if (edges.length === 0) throw new RangeError("There are no edges of bins: give at least one.");
  for (let b = 0; b < edges.length; b++)
    if (!(b === 0 ? !Number.isNaN(edges[b]!) : edges[b]! > edges[b - 1]!))
      throw new RangeError(`Edge ${b + 1} of the bins is ${edges[b]}: let edges be numbers that ascend.`);
  const bins: ReliabilityBin[] = [];
  let i = tally.thresholds.length - 1;
  for (let b = 0; b < edges.length; b++) {
    let [rows, positives, scores] = [0, 0, 0];
    for (; i >= 0 && (b === edges.length - 1 || tally.thresholds[i]! <= edges[b]!); i--) {
      const own = tally.positives[i]! + tally.negatives[i]!;
      rows += own;
      positives += tally.positives[i]!;
      scores += own * tally.thresholds[i]!;
    }
    bins.push({
      edge: edges[b]!,
      rows,
      meanScore: scores / rows,
      shareOfPositives: positives / rows,
    });
  }
  return bins;
}
