import { addOuterProducts } from "./als-outer-products";

/** The cells of a table that are not zero, row after row. */
export interface Cells {
  readonly columns: number;
  /** Row r has the cells `starts[r]` up to, without, `starts[r + 1]`. */
  readonly starts: Uint32Array;
  readonly columnOf: Uint32Array;
  readonly values: Float64Array;
}

/** How the factors of the rows of a table follow from those of its columns. */
export interface Regression {
  /** Numbers a row and a column are described by. */
  readonly factors: number;
  /** Weight of the squared factors: λ. */
  readonly regularization: number;
  /** What a rating of 1 adds to the confidence of 1: α. */
  readonly alpha: number;
}

/** Solves for one row's factors after another, with the columns' factors held. */
export interface RowSolver {
  /**
   * Writes the row's factors, f numbers from `at` on, and gives the row's part of the loss, without the columns' λ‖y‖².
   * Zeros for a row without cells.
   *
   * @throws RangeError when the equations have no single solution
   */
  solve(row: number, factors: Float64Array, at: number): number;
  /** Overwrites x with the solution z of (YᵀCY + λI) z = x, C being that of the row with cells solved last. */
  invert(x: Float64Array): void;
}

/**
 * The exact least squares of one half of a sweep: the row's factors x are (YᵀCY + λI)⁻¹ YᵀCp, where p is 1 at the row's
 * cells and 0 elsewhere, and C holds the confidences 1 + α × value. O(columns × f²) at once, then O(cells × f² + f³) a
 * row.
 *
 * @param columnFactors f numbers a column: Y
 * @see Hu, Koren & Volinsky (2008), "Collaborative filtering for implicit feedback datasets", section 4
 * @example rowSolver(cells, itemFactors, { factors: 32, regularization: 1, alpha: 10 }).solve(0, userFactors, 0);
 */
export function rowSolver(cells: Cells, columnFactors: Float64Array, how: Regression): RowSolver {
  const { factors: f, regularization, alpha } = how;
  const { columns, starts, columnOf, values } = cells;
  const gram = new Float64Array(f * f);
  const every = Uint32Array.from({ length: columns }, (_, i) => i);
  addOuterProducts(gram, f, columnFactors, every, new Float64Array(columns).fill(1), 0, columns);
  for (let a = 0; a < f; a++) gram[a * f + a]! += regularization;
  const extra = values.map((value) => alpha * value);
  const lower = new Float64Array(f * f);

  return {
    solve(row, factors, at) {
      const [begin, end] = [starts[row]!, starts[row + 1]!];
      const x = factors.subarray(at, at + f).fill(0);
      if (begin === end) return 0;
      lower.set(gram);
      addOuterProducts(lower, f, columnFactors, columnOf, extra, begin, end);
      let confidences = 0;
      for (let i = begin; i < end; i++) {
        const confidence = 1 + extra[i]!;
        confidences += confidence;
        const y = columnOf[i]! * f;
        for (let a = 0; a < f; a++) x[a]! += confidence * columnFactors[y + a]!;
      }
      factorise(lower, f);
      const right = x.slice();
      substitute(lower, f, x);
      // At the least squares' solution, Σ c (p − xy)² + λ‖x‖² is Σ c over the cells less x · YᵀCp.
      let loss = confidences;
      for (let a = 0; a < f; a++) loss -= right[a]! * x[a]!;
      return loss;
    },
    invert: (x) => substitute(lower, f, x),
  };
}

/** Cholesky in place, the lower triangle only. Two sums at once: one alone waits for each addition to end. */
function factorise(lower: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const above = j * n;
      let even = lower[row + j]!;
      let odd = 0;
      let m = 0;
      for (; m + 1 < j; m += 2) {
        even -= lower[row + m]! * lower[above + m]!;
        odd -= lower[row + m + 1]! * lower[above + m + 1]!;
      }
      if (m < j) even -= lower[row + m]! * lower[above + m]!;
      const sum = even + odd;
      if (i > j) lower[row + j] = sum / lower[above + j]!;
      else if (sum > 0) lower[row + j] = Math.sqrt(sum);
      else {
        throw new RangeError(
          "The factors cannot be told apart: take a greater regularization, or fewer factors.",
        );
      }
    }
  }
}

/** Solves LLᵀz = x in place. */
function substitute(lower: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let m = 0; m < i; m++) sum -= lower[i * n + m]! * x[m]!;
    x[i] = sum / lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let m = i + 1; m < n; m++) sum -= lower[m * n + i]! * x[m]!;
    x[i] = sum / lower[i * n + i]!;
  }
}
