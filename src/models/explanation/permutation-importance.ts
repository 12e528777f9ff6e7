import { createRandom } from "../../stats/random";
import { averagePrecision } from "../evaluation/precision-recall";
import { brierScore, logLoss } from "../evaluation/probability-loss";
import { rankScores } from "../evaluation/ranked-scores";
import { rocAuc } from "../evaluation/roc";
import { type ScoreTally, tallyScores } from "../evaluation/score-tally";
import { type Features, rowsOf } from "../features/features";

/** What a model may lose when a feature is shuffled: a measure of {@link MEASURES}. */
export type ImportanceMeasure = "AUC" | "average precision" | "log loss" | "Brier score";

/** For each measure how good a tally is by it: the greater the better. */
const MEASURES: Record<ImportanceMeasure, (tally: ScoreTally) => number> = {
  AUC: rocAuc,
  "average precision": averagePrecision,
  "log loss": (tally) => -logLoss(tally),
  "Brier score": (tally) => -brierScore(tally),
};

/** How {@link permutationImportance} shuffles; every field has a default. */
export interface PermutationOptions {
  /** Default AUC. */
  readonly measure?: ImportanceMeasure;
  /** How often each feature is shuffled; default 5. */
  readonly repeats?: number;
  /** Seed of the shuffles; default 1. */
  readonly seed?: number;
}

/** What a model loses without what a feature says. */
export interface PermutationImportance {
  readonly name: string;
  /** Mean loss by the measure, in its unit: above 0 where the feature helps. */
  readonly importance: number;
  /** Standard deviation of the losses over the shuffles (n − 1; 0 of a single one): of the shuffling, not of the rows. */
  readonly deviation: number;
}

/**
 * Permutation importance: how much worse a model does when one feature's values are shuffled among the rows, so that the
 * feature says nothing of its row any more. On rows that were not learnt from it says what helps there; of two features
 * that say the same it finds neither important. O(features × repeats × (prediction + rows × log rows)).
 *
 * @param predict what the model says of a table of features: one score a row, a probability for log loss and Brier score
 * @param labels one 0 or 1 a row
 * @returns one for each feature, in the features' order
 * @throws RangeError when the table is malformed, a label is neither 0 nor 1 or all are alike, the repeats are no whole
 * number from 1 up, the model gives more or fewer scores than rows, or a score is not finite
 * @see Breiman (2001), "Random forests", 10; Fisher, Rudin & Dominici (2019), "All models are wrong, but many are useful"
 * @example permutationImportance((rows) => predictionsOf(model, rows), test, testLabels, { seed: 7 })
 */
export function permutationImportance(
  predict: (features: Features) => ArrayLike<number>,
  features: Features,
  labels: ArrayLike<number>,
  { measure = "AUC", repeats = 5, seed = 1 }: PermutationOptions = {},
): PermutationImportance[] {
  const rows = rowsOf(features);
  if (!Object.hasOwn(MEASURES, measure))
    throw new RangeError(
      `There is no measure "${measure}": take one of ${Object.keys(MEASURES).join(", ")}.`,
    );
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new RangeError(`${repeats} repeats: take a whole number from 1 up.`);
  const goodnessOf = (table: Features) => MEASURES[measure](tallyScores(rankScores(labels, predict(table))));
  const whole = goodnessOf(features);
  const random = createRandom(seed);
  return features.names.map((name, f) => {
    const shuffled = Float64Array.from(features.columns[f]!);
    const table: Features = { names: features.names, columns: features.columns.with(f, shuffled) };
    const losses = Array.from({ length: repeats }, () => {
      for (let row = rows - 1; row > 0; row--) {
        const other = random.int(row + 1);
        const kept = shuffled[row]!;
        shuffled[row] = shuffled[other]!;
        shuffled[other] = kept;
      }
      return whole - goodnessOf(table);
    });
    const importance = losses.reduce((sum, loss) => sum + loss, 0) / repeats;
    const squares = losses.reduce((sum, loss) => sum + (loss - importance) ** 2, 0);
    return { name, importance, deviation: repeats === 1 ? 0 : Math.sqrt(squares / (repeats - 1)) };
  });
}
