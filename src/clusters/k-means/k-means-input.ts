import { type Matrix, requireFiniteCells } from "../matrix";
import type { Limits } from "./points";

/** What {@link checkedLimits} checks beside the matrix. */
export interface Asked {
  readonly ks: readonly number[];
  readonly restarts: number;
  readonly workers: number;
  readonly maxIterations: number;
  readonly tolerance: number;
}

/**
 * Checks what k-means is asked for, and turns the tolerance into squared units of the points, as scikit-learn does:
 * times the mean variance of the columns. O(rows × columns).
 *
 * @throws RangeError when a k, the restarts, workers, rounds or tolerance make no sense, a number is not finite (names
 * row, column and value), or there are fewer different rows than clusters
 */
export function checkedLimits(matrix: Matrix, asked: Asked): Limits {
  if (asked.ks.length === 0) throw new RangeError("k-means: give at least one k.");
  for (const k of asked.ks) requireWhole("k", k, 1);
  requireWhole("restarts", asked.restarts, 1);
  requireWhole("workers", asked.workers, 0);
  requireWhole("maxIterations", asked.maxIterations, 1);
  const { tolerance } = asked;
  if (!(tolerance >= 0 && tolerance < Infinity)) {
    throw new RangeError(`k-means: tolerance is ${tolerance}; take a number from 0 up.`);
  }
  requireFiniteCells(matrix);
  const largest = Math.max(...asked.ks);
  const different = differentRows(matrix, largest);
  if (different < largest) {
    throw new RangeError(
      `k-means: ${largest} clusters of ${matrix.rows} rows, of which only ${different} differ; take k of ${different} or less.`,
    );
  }
  return { maxIterations: asked.maxIterations, rest: tolerance * meanVariance(matrix) };
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`k-means: ${name} is ${value}; take a whole number from ${least} up.`);
}

/** How many rows differ from each other, counted no further than `enough`. */
function differentRows({ rows, columns, values }: Matrix, enough: number): number {
  const seen = new Set<string>();
  for (let i = 0; i < rows && seen.size < enough; i++) {
    // −0 and 0 are one place, and "+ 0" makes them one text
    seen.add(
      values
        .subarray(i * columns, (i + 1) * columns)
        .map((x) => x + 0)
        .join(),
    );
  }
  return seen.size;
}

function meanVariance({ rows, columns, values }: Matrix): number {
  let total = 0;
  for (let j = 0; j < columns; j++) {
    const first = values[j] as number;
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += (values[i * columns + j] as number) - first;
    const mean = first + sum / rows;
    for (let i = 0; i < rows; i++) total += ((values[i * columns + j] as number) - mean) ** 2;
  }
  return total / (rows * columns);
}
