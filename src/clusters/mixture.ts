import { cholesky, squaredMahalanobis } from "./cholesky";
import { groupRows } from "./labels";
import { type Matrix, requireFiniteCells } from "./matrix";

/** A mixture of Gaussian components fitted to rows. */
export interface Mixture {
  readonly k: number;
  /** The most probable component of each row. */
  readonly labels: Int32Array;
  /** Probability that a row belongs to a component, row after row, each adding up to 1. */
  readonly probabilities: Float64Array;
  /** Share of each component, adding up to 1. */
  readonly weights: Float64Array;
  /** Means, component after component. */
  readonly means: Float64Array;
  /** Covariances, component after component, each columns × columns. */
  readonly covariances: Float64Array;
  /** Mean natural logarithm of the rows' density. */
  readonly logLikelihood: number;
  /** Bayesian information criterion: less is better. */
  readonly bic: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** When {@link gaussianMixture} stops. */
export interface MixtureOptions {
  /** Rounds at most; 200 by default. */
  readonly maxIterations?: number;
  /** It rests when the mean log density grows by less; 1e-3 by default, as in scikit-learn. */
  readonly tolerance?: number;
  /** Added to every variance, in squared units, so that no component shrinks to a point; 1e-6 by default. */
  readonly floor?: number;
}

/**
 * A Gaussian mixture with full covariances, by expectation and maximisation (EM) from given clusters, such as those of
 * k-means: component c grows out of cluster c. Unlike k-means it lets clusters be long, tilted and of different width,
 * and says how sure it is of each row. O(rounds × rows × k × columns²).
 *
 * @param start labels from 0, one a row; every cluster needs more rows than there are columns
 * @throws RangeError when the labels do not fit the rows, a cluster is too small, a value is not finite, an option is
 * out of range, or a component collapses (rows on a line or a point: raise `floor`)
 * @see Dempster, Laird & Rubin (1977), "Maximum likelihood from incomplete data via the EM algorithm"; Schwarz (1978)
 * @example gaussianMixture(scaled, clustering.labels).bic
 */
export function gaussianMixture(
  matrix: Matrix,
  start: ArrayLike<number>,
  options: MixtureOptions = {},
): Mixture {
  const { maxIterations = 200, tolerance = 1e-3, floor = 1e-6 } = options;
  const { rows, columns } = matrix;
  if (!Number.isInteger(maxIterations) || maxIterations < 1 || !(tolerance >= 0) || !(floor >= 0)) {
    throw new RangeError("Gaussian mixture: take a round at least, and tolerance and floor from 0 up.");
  }
  if (start.length !== rows)
    throw new RangeError(`${start.length} labels for ${rows} rows: give each row one label.`);
  requireFiniteCells(matrix);
  const { k, sizes } = groupRows(start);
  const small = sizes.findIndex((size) => size <= columns);
  if (small >= 0) {
    throw new RangeError(
      `Gaussian mixture: cluster ${small} has ${sizes[small]} rows; a component of ${columns} columns needs more than ${columns}.`,
    );
  }
  const probabilities = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++) probabilities[i * k + (start[i] as number)] = 1;
  let components = maximised(matrix, probabilities, k, floor);
  let last = -Infinity;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    iterations++;
    const reached = expected(matrix, components, probabilities);
    components = maximised(matrix, probabilities, k, floor);
    converged = Math.abs(reached - last) < tolerance;
    last = reached;
  }
  const logLikelihood = expected(matrix, components, probabilities);
  const parameters = k - 1 + k * columns + (k * columns * (columns + 1)) / 2;
  const { lowers: _, ...fitted } = components;
  return {
    k,
    labels: mostProbable(probabilities, k),
    probabilities,
    ...fitted,
    logLikelihood,
    bic: parameters * Math.log(rows) - 2 * rows * logLikelihood,
    iterations,
    converged,
  };
}

interface Components extends Pick<Mixture, "weights" | "means" | "covariances"> {
  /** Cholesky's triangles of the covariances. */
  readonly lowers: readonly Float64Array[];
}

/** The step that fits shares, means and covariances to the probabilities. */
function maximised(
  { rows, columns, values }: Matrix,
  probabilities: Float64Array,
  k: number,
  floor: number,
): Components {
  const weights = new Float64Array(k);
  const means = new Float64Array(k * columns);
  const covariances = new Float64Array(k * columns * columns);
  const lowers: Float64Array[] = [];
  for (let c = 0; c < k; c++) {
    let total = 10 * Number.EPSILON;
    const mean = means.subarray(c * columns, (c + 1) * columns);
    for (let i = 0; i < rows; i++) {
      const p = probabilities[i * k + c] as number;
      total += p;
      for (let j = 0; j < columns; j++) mean[j]! += p * (values[i * columns + j] as number);
    }
    for (let j = 0; j < columns; j++) mean[j]! /= total;
    const covariance = covariances.subarray(c * columns * columns, (c + 1) * columns * columns);
    for (let i = 0; i < rows; i++) {
      const p = probabilities[i * k + c] as number;
      if (p === 0) continue;
      for (let a = 0; a < columns; a++) {
        const x = p * ((values[i * columns + a] as number) - (mean[a] as number));
        for (let b = 0; b <= a; b++) {
          covariance[a * columns + b]! += x * ((values[i * columns + b] as number) - (mean[b] as number));
        }
      }
    }
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b <= a; b++) {
        covariance[a * columns + b]! /= total;
        covariance[b * columns + a] = covariance[a * columns + b] as number;
      }
      covariance[a * columns + a]! += floor;
    }
    const lower = cholesky(covariance, columns);
    if (lower === null) {
      throw new RangeError(
        `Gaussian mixture: component ${c} collapsed onto a line or a point; raise floor (now ${floor}) or take fewer components.`,
      );
    }
    lowers.push(lower);
    weights[c] = total / rows;
  }
  return { weights, means, covariances, lowers };
}

/** The step that writes the probabilities; gives the mean log density. */
function expected(
  { rows, columns, values }: Matrix,
  components: Components,
  probabilities: Float64Array,
): number {
  const k = components.weights.length;
  const constants = components.lowers.map((lower, c) => {
    let logDeterminant = 0;
    for (let j = 0; j < columns; j++) logDeterminant += Math.log(lower[j * columns + j] as number);
    return Math.log(components.weights[c] as number) - logDeterminant - (columns / 2) * Math.log(2 * Math.PI);
  });
  const apart = new Float64Array(columns);
  const logs = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    let most = -Infinity;
    for (let c = 0; c < k; c++) {
      for (let j = 0; j < columns; j++) {
        apart[j] = (values[i * columns + j] as number) - (components.means[c * columns + j] as number);
      }
      const log =
        (constants[c] as number) - squaredMahalanobis(components.lowers[c] as Float64Array, apart) / 2;
      logs[c] = log;
      most = Math.max(most, log);
    }
    let sum = 0;
    for (let c = 0; c < k; c++) sum += Math.exp((logs[c] as number) - most);
    const density = most + Math.log(sum);
    for (let c = 0; c < k; c++) probabilities[i * k + c] = Math.exp((logs[c] as number) - density);
    total += density;
  }
  return total / rows;
}

function mostProbable(probabilities: Float64Array, k: number): Int32Array {
  return Int32Array.from({ length: probabilities.length / k }, (_, i) => {
    let best = 0;
    for (let c = 1; c < k; c++) {
      if ((probabilities[i * k + c] as number) > (probabilities[i * k + best] as number)) best = c;
    }
    return best;
  });
}
