/** Scores of rows with their labels, the scores put in order once, so that they can be tallied under many weights. */
export interface RankedScores {
  /** For each row 1 (the event happened) or 0. */
  readonly labels: Uint8Array;
  /** The different scores, the highest first. */
  readonly thresholds: Float64Array;
  /** For each row the index of its score among the thresholds. Rows of one score share it: they are tied. */
  readonly places: Uint32Array;
}

/**
 * Puts the scores of a binary prediction in order, the highest first. Rows of the same score stay together: nothing that
 * is computed from the answer depends on the order of the rows. O(n log n).
 *
 * @param labels one 0 or 1 a row
 * @param scores one a row, the higher the likelier the 1; a probability where a measure says so
 * @throws RangeError when there are no rows, the lengths differ, a label is neither 0 nor 1, or a score is not finite
 * @example rankScores([1, 0, 1], [0.9, 0.4, 0.4]).thresholds // 0.9, 0.4
 */
export function rankScores(labels: ArrayLike<number>, scores: ArrayLike<number>): RankedScores {
  const n = scores.length;
  if (n === 0) throw new RangeError("There are no scores to judge: give at least one row.");
  if (labels.length !== n)
    throw new RangeError(`${labels.length} labels of ${n} scores: give one of each for a row.`);
  const own = new Uint8Array(n);
  const sorted = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const label = labels[row]!;
    if (label !== 0 && label !== 1)
      throw new RangeError(`Row ${row + 1} has the label ${label}: write 1 for the event and 0 for none.`);
    const score = scores[row]!;
    if (!Number.isFinite(score))
      throw new RangeError(`Row ${row + 1} has the score ${score}: leave such rows out, and say how many.`);
    own[row] = label;
    sorted[row] = score;
  }
  sorted.sort();
  let different = 0;
  for (let i = 0; i < n; i++)
    if (i === 0 || sorted[i] !== sorted[different - 1]) sorted[different++] = sorted[i]!;
  const thresholds = sorted.slice(0, different).reverse();
  const places = new Uint32Array(n);
  for (let row = 0; row < n; row++) places[row] = placeOf(thresholds, scores[row]!);
  return { labels: own, thresholds, places };
}

/** Index of the first of the descending thresholds that is not above the score. */
function placeOf(thresholds: Float64Array, score: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (thresholds[middle]! > score) low = middle + 1;
    else high = middle;
  }
  return low;
}
