import { symmetricEigen } from "./eigen";
import { type Matrix, requireFiniteCells } from "./matrix";

/** The directions along which rows vary most. */
export interface Pca {
  /** Means of the columns, taken off before turning. */
  readonly means: Float64Array;
  /** Component after component, each as long as there are columns, of length 1; its largest entry is positive. */
  readonly components: Float64Array;
  /** Variance along each component (divisor n − 1), falling. */
  readonly variances: Float64Array;
  /** Each component's share of the whole variance, 0 to 1. */
  readonly explained: Float64Array;
  /** Puts rows of the same columns on the first components, as columns PC1, PC2, …. @throws RangeError when the columns differ */
  project(rows: Matrix, components?: number): Matrix;
}

/**
 * Principal components of the columns as they are: scale them first when their units differ. Signs are settled, so
 * that the same rows give the same picture. O(rows × columns² + columns³).
 *
 * @throws RangeError when there are fewer than two rows, a value is not finite, or all columns are constant
 * @see Jolliffe (2002), "Principal Component Analysis"
 * @example const plane = pca(scaled); plane.project(scaled, 2).values // PC1, PC2, row after row
 */
export function pca(matrix: Matrix): Pca {
  const { rows, columns, values, names } = matrix;
  if (rows < 2) throw new RangeError(`Principal components of ${rows} rows: two at least are needed.`);
  requireFiniteCells(matrix);
  const means = new Float64Array(columns);
  for (let p = 0; p < values.length; p++) means[p % columns]! += (values[p] as number) / rows;
  const covariance = new Float64Array(columns * columns);
  for (let from = 0; from < values.length; from += columns) {
    for (let a = 0; a < columns; a++) {
      const x = (values[from + a] as number) - (means[a] as number);
      for (let b = a; b < columns; b++) {
        covariance[a * columns + b]! +=
          (x * ((values[from + b] as number) - (means[b] as number))) / (rows - 1);
      }
    }
  }
  const eigen = symmetricEigen(covariance, columns);
  // Rounding can leave a direction without spread slightly below zero.
  const variances = eigen.values.map((v) => Math.max(0, v));
  const total = variances.reduce((a, b) => a + b, 0);
  if (total === 0) throw new RangeError("Principal components: all rows are the same.");
  const project = (other: Matrix, components = columns): Matrix => {
    if (other.names.join("\n") !== names.join("\n")) {
      throw new RangeError(`The components are of ${names.join(", ")}, not of ${other.names.join(", ")}.`);
    }
    if (!Number.isInteger(components) || components < 1 || components > columns) {
      throw new RangeError(`${components} components: take a whole number from 1 to ${columns}.`);
    }
    const scores = new Float64Array(other.rows * components);
    for (let i = 0; i < other.rows; i++) {
      for (let c = 0; c < components; c++) {
        let score = 0;
        for (let j = 0; j < columns; j++) {
          const centred = (other.values[i * columns + j] as number) - (means[j] as number);
          score += centred * (eigen.vectors[c * columns + j] as number);
        }
        scores[i * components + c] = score;
      }
    }
    const labels = Array.from({ length: components }, (_, c) => `PC${c + 1}`);
    return { names: labels, rows: other.rows, columns: components, values: scores };
  };
  return { means, components: eigen.vectors, variances, explained: variances.map((v) => v / total), project };
}
