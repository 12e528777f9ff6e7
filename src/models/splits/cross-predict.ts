import { type Features, rowsOf, takeRows } from "../features/features";

/** Scores rows of the features it was learnt on; the higher, the likelier the 1. */
export type Predictor = (features: Features) => Float64Array;

/** Learns from rows and their labels, 0 or 1. */
export type Learner = (features: Features, labels: ArrayLike<number>) => Predictor | Promise<Predictor>;

/**
 * Scores each row by a model that was learnt from the rows of all other folds. Scaling, sampling and choices that look at
 * the labels belong into the learner, which never sees the rows it is judged on. Time of as many trainings as folds.
 *
 * @param foldOf the number of each row's fold, such as of `stratifiedFolds`
 * @returns one score a row
 * @throws RangeError when labels or folds are not one a row, or there is but one fold; and what the learner throws
 * @see Stone (1974), "Cross-validatory choice and assessment of statistical predictions"
 * @example await crossPredict(features, labels, stratifiedFolds(labels), logisticLearner())
 */
export async function crossPredict(
  features: Features,
  labels: ArrayLike<number>,
  foldOf: ArrayLike<number>,
  learner: Learner,
): Promise<Float64Array> {
  const rows = rowsOf(features);
  for (const [name, length] of [
    ["labels", labels.length],
    ["folds", foldOf.length],
  ] as const)
    if (length !== rows) throw new RangeError(`${length} ${name} for ${rows} rows: each row needs one.`);
  const folds = [...new Set(Array.from(foldOf))].sort((a, b) => a - b);
  if (folds.length < 2) throw new RangeError("All rows are in one fold: nothing is left to learn from.");
  const scores = new Float64Array(rows);
  for (const fold of folds) {
    const [inside, outside]: [number[], number[]] = [[], []];
    for (let row = 0; row < rows; row++) (foldOf[row] === fold ? inside : outside).push(row);
    const predict = await learner(
      takeRows(features, outside),
      outside.map((row) => labels[row]!),
    );
    const own = predict(takeRows(features, inside));
    for (const [i, row] of inside.entries()) scores[row] = own[i]!;
  }
  return scores;
}
