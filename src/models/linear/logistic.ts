import { type FeatureMatrix, featureMatrix, requireLabels } from "../features/feature-matrix";
import { type Features, requireSameNames } from "../features/features";
import { type LogisticProblem, minimiseLogistic } from "./logistic-newton";

/** How {@link fitLogistic} fits; every field has a default. */
export interface LogisticOptions {
  /** scikit-learn's C, the inverse strength of the penalty, above 0; default 1. */
  readonly c?: number;
  /** Weight of each row, at least 0; default 1 each. */
  readonly weights?: ArrayLike<number>;
  /** Newton steps at most; default 100. */
  readonly maxIterations?: number;
  /** Converged when a step changes no coefficient by more than this, relative to the largest or 1; default 1e-9. */
  readonly tolerance?: number;
}

/** A fitted logistic regression: plain data. */
export interface LogisticModel {
  readonly names: readonly string[];
  /** Of each feature in the rows learnt from, unweighted. */
  readonly means: readonly number[];
  /** Population standard deviations; 1 for a constant feature. */
  readonly deviations: readonly number[];
  /** Change of the log odds by one standard deviation of each feature. */
  readonly coefficients: readonly number[];
  /** Log odds where every feature is at its mean. */
  readonly intercept: number;
  /** Newton steps taken. */
  readonly iterations: number;
  readonly converged: boolean;
  /** Why it did not converge and what to do, or null. The coefficients are then the last ones, not the best. */
  readonly whyNot: string | null;
}

/**
 * Logistic regression with an L2 penalty, on features it standardises: minimises ½ ‖w‖² + C Σ weight · log loss by
 * Newton's method (iteratively reweighted least squares) with step halving; the intercept is not penalised. It is
 * scikit-learn's `make_pipeline(StandardScaler(), LogisticRegression(C=c))`, to rounding. A model that did not converge
 * says so in `converged` and `whyNot`. O(rows × columns²) a step, about ten steps.
 *
 * @throws RangeError when a feature is missing or infinite, a label is neither 0 nor 1, all labels (of rows with weight) are
 * alike, a weight is below 0, or an option is out of range; names the row and column
 * @see Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", 4.4.1
 * @example const model = fitLogistic(features, labels, { c: 0.1 }); if (!model.converged) show(model.whyNot);
 */
export function fitLogistic(
  features: Features,
  labels: ArrayLike<number>,
  { c = 1, weights, maxIterations = 100, tolerance = 1e-9 }: LogisticOptions = {},
): LogisticModel {
  if (!(c > 0 && c < Infinity)) throw new RangeError(`C is ${c}: take a number above 0.`);
  if (!Number.isInteger(maxIterations) || maxIterations < 1)
    throw new RangeError(`${maxIterations} iterations: take a whole number from 1 up.`);
  if (!(tolerance > 0 && tolerance < 1))
    throw new RangeError(`A tolerance of ${tolerance} is not between 0 and 1.`);
  const matrix = featureMatrix(features);
  requireLabels(labels, matrix.rows);
  const scaled = lossWeights(labels, weights, c);
  const { means, deviations } = moments(matrix);
  const problem: LogisticProblem = { features: matrix, means, deviations, labels, weights: scaled };
  const { solution, iterations, whyNot } = minimiseLogistic(problem, maxIterations, tolerance);
  return {
    names: features.names,
    means: [...means],
    deviations: [...deviations],
    coefficients: [...solution.subarray(0, matrix.columns)],
    intercept: solution[matrix.columns]!,
    iterations,
    converged: whyNot === null,
    whyNot,
  };
}

/**
 * The probability of the label 1 of each row. O(rows × columns).
 *
 * @throws RangeError when the columns are not those the model was fitted to, in their order, or a feature is missing or infinite
 * @example logisticProbabilities(fitLogistic(train, labels), test)[0] // 0.31
 */
export function logisticProbabilities(model: LogisticModel, features: Features): Float64Array {
  const { names, means, deviations, coefficients, intercept } = model;
  const { rows, columns, values } = featureMatrix(features);
  requireSameNames(names, features.names, "the model");
  return Float64Array.from({ length: rows }, (_, i) => {
    let margin = intercept;
    for (let j = 0; j < names.length; j++) {
      const value = values[i * columns + j]!;
      margin += (coefficients[j]! * (value - means[j]!)) / deviations[j]!;
    }
    return 1 / (1 + Math.exp(-margin));
  });
}

/** Means and population standard deviations of the columns; a constant one has its value and 1, so that it becomes 0. */
function moments({ rows, columns, values }: FeatureMatrix): {
  means: Float64Array;
  deviations: Float64Array;
} {
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let constant = true;
    for (let p = j; p < values.length; p += columns) {
      means[j]! += values[p]! / rows;
      if (values[p] !== values[j]) constant = false;
    }
    if (constant) {
      [means[j], deviations[j]] = [values[j]!, 1];
      continue;
    }
    let squares = 0;
    for (let p = j; p < values.length; p += columns) squares += (values[p]! - means[j]!) ** 2;
    deviations[j] = Math.sqrt(squares / rows);
  }
  return { means, deviations };
}

/** What the log loss of each row is multiplied by. */
function lossWeights(
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  c: number,
): Float64Array {
  const rows = labels.length;
  if (weights !== undefined && weights.length !== rows)
    throw new RangeError(`${weights.length} weights for ${rows} rows: give one a row.`);
  const seen = [false, false];
  const scaled = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`The weight of row ${i} is ${weight}: take 0 or more.`);
    scaled[i] = c * weight;
    if (weight > 0) seen[labels[i]!] = true;
  }
  if (!seen[0] || !seen[1])
    throw new RangeError("The rows with weight hold one label only: a model needs rows of 0 and of 1.");
  return scaled;
}
