/** The solution, or the first variable whose pivot is not above rounding. */
export type Solved = { readonly solution: Float64Array } | { readonly lost: number };

/**
 * Solves A x = b for a symmetric positive definite A, by LDLᵀ. The diagonal is scaled to ones first, so that units do
 * not matter. O(n³ / 3).
 *
 * @param symmetric n × n numbers, row after row; the lower triangle is read
 * @returns the solution, or, when A is not positive definite to rounding, the first variable that is a combination of
 * those before it
 * @see Golub & Van Loan (2013), "Matrix Computations", section 4.1
 * @example solvePositiveDefinite(Float64Array.of(4, 2, 2, 5), Float64Array.of(8, 12)) // { solution: [1, 2] }
 */
export function solvePositiveDefinite(symmetric: Float64Array, b: Float64Array): Solved {
  const n = b.length;
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const diagonal = symmetric[i * n + i]!;
    if (!(diagonal > 0 && diagonal < Infinity)) return { lost: i };
    scale[i] = 1 / Math.sqrt(diagonal);
  }
  const lower = new Float64Array(n * n);
  const x = b.map((value, i) => value * scale[i]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : symmetric[i * n + j]! * scale[i]! * scale[j]!;
      for (let m = 0; m < j; m++) sum -= lower[i * n + m]! * lower[j * n + m]! * lower[m * n + m]!;
      if (i > j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > n * Number.EPSILON) lower[i * n + i] = sum;
      else return { lost: i };
    }
    for (let m = 0; m < i; m++) x[i]! -= lower[i * n + m]! * x[m]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    x[i] = x[i]! / lower[i * n + i]!;
    for (let m = i + 1; m < n; m++) x[i]! -= lower[m * n + i]! * x[m]!;
  }
  return { solution: x.map((value, i) => value * scale[i]!) };
}
