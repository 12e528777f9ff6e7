import { createRandom } from "../../stats/random";
import { requireLabels } from "../features/feature-matrix";

/** How {@link stratifiedFolds} deals rows out. */
export interface FoldOptions {
  /** How many folds, from 2 up; default 5. */
  readonly folds?: number;
  /** Seed of the draw. Left out, rows are dealt in their order: scikit-learn's `StratifiedKFold` without shuffling. */
  readonly seed?: number;
}

/**
 * Deals rows out to folds of equal size (but for one), each with the same share of 1s (but for one row). One row a customer
 * is meant: where customers have several rows, deal out the customers. O(n).
 *
 * @returns the number of each row's fold, from 0
 * @throws RangeError when the folds are no whole number from 2 up, a label is neither 0 nor 1, or a label has fewer rows than
 * there are folds
 * @see Kohavi (1995), "A study of cross-validation and bootstrap for accuracy estimation and model selection"
 * @example stratifiedFolds([0, 1, 0, 1], { folds: 2 }) // 0, 0, 1, 1
 */
export function stratifiedFolds(
  labels: ArrayLike<number>,
  { folds = 5, seed }: FoldOptions = {},
): Uint32Array {
  if (!Number.isInteger(folds) || folds < 2)
    throw new RangeError(`${folds} folds: take a whole number from 2 up.`);
  const ones = requireLabels(labels, labels.length);
  for (const [label, rows] of [
    [0, labels.length - ones],
    [1, ones],
  ] as const)
    if (rows < folds)
      throw new RangeError(`${rows} rows have the label ${label}: too few for ${folds} folds.`);
  const random = seed === undefined ? undefined : createRandom(seed);
  const foldOf = new Uint32Array(labels.length);
  // The labels one after the other, dealt out like cards; the label that stands first in the rows goes first.
  let dealt = 0;
  for (const label of [labels[0]!, 1 - labels[0]!]) {
    const own: number[] = [];
    for (let row = 0; row < labels.length; row++) if (labels[row] === label) own.push(row);
    const deal = own.map((_, i) => (dealt + i) % folds).sort((a, b) => a - b);
    dealt += own.length;
    if (random !== undefined) {
      for (let i = deal.length - 1; i > 0; i--) {
        const j = random.int(i + 1);
        [deal[i], deal[j]] = [deal[j]!, deal[i]!];
      }
    }
    for (const [i, row] of own.entries()) foldOf[row] = deal[i]!;
  }
  return foldOf;
}
