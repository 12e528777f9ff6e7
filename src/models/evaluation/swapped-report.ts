import type { Confusion } from "./confusion";

/** What a published report says of one label, with which labels and predictions were handed over the wrong way round. */
export interface SwappedReport {
  /** F1 of the label as printed; it is the same either way. */
  readonly f1: number;
  /** Rows of the label as printed: in truth those that were predicted. */
  readonly support: number;
  /** Rows that truly have the label. */
  readonly positives: number;
  /** All rows. */
  readonly rows: number;
}

/**
 * The confusion table behind a report such as scikit-learn's `classification_report(predicted, true)`, whose arguments
 * stand the wrong way round: its support counts predictions, its precision is the recall and its recall the precision.
 * True positives follow from F1 = 2 TP / (predicted + positives). Counts may be fractions, as the printed F1 is rounded.
 * O(1).
 *
 * @throws RangeError when F1 is not from 0 to 1, a count is below 0, the counts exceed the rows, or no such table exists
 * @example precisionOf(swappedBack({ f1: 0.43277, support: 334_323, positives: 248_167, rows: 2_542_399 })) // 0.377
 */
export function swappedBack({ f1, support, positives, rows }: SwappedReport): Confusion {
  if (!(f1 >= 0 && f1 <= 1)) throw new RangeError(`An F1 of ${f1}: take 0 to 1.`);
  for (const [what, n] of [
    ["support", support],
    ["number of positives", positives],
  ] as const)
    if (!(n >= 0 && n <= rows))
      throw new RangeError(`The ${what} is ${n} of ${rows} rows: take 0 to ${rows}.`);
  const truePositives = (f1 * (support + positives)) / 2;
  const trueNegatives = rows - support - positives + truePositives;
  if (truePositives > Math.min(support, positives) || trueNegatives < 0)
    throw new RangeError(
      `An F1 of ${f1} with ${support} predicted and ${positives} true of ${rows} rows: there is no such table.`,
    );
  return {
    truePositives,
    falsePositives: support - truePositives,
    falseNegatives: positives - truePositives,
    trueNegatives,
  };
}
