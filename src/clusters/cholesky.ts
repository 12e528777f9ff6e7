/**
 * The lower triangle L with L·Lᵀ = the given symmetric matrix. O(n³ / 3).
 *
 * @param symmetric n × n numbers, row after row; the lower triangle is read
 * @returns null when the matrix is not positive definite, to rounding of its largest diagonal entry
 * @see Golub & Van Loan (2013), "Matrix Computations", section 4.2
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2) // [2, 0, 1, 2]
 */
export function cholesky(symmetric: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, symmetric[i * n + i] as number);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = symmetric[i * n + j] as number;
      for (let m = 0; m < j; m++) sum -= (lower[i * n + m] as number) * (lower[j * n + m] as number);
      if (i > j) lower[i * n + j] = sum / (lower[j * n + j] as number);
      else if (sum > Number.EPSILON * largest) lower[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/**
 * The squared length of L⁻¹x: Mahalanobis' squared distance of x from zero, where L·Lᵀ is the covariance. `x` is
 * overwritten. O(n²).
 *
 * @example squaredMahalanobis(Float64Array.of(2, 0, 1, 2), Float64Array.of(2, 1)) // 1
 */
export function squaredMahalanobis(lower: Float64Array, x: Float64Array): number {
  const n = x.length;
  let squared = 0;
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let m = 0; m < i; m++) sum -= (lower[i * n + m] as number) * (x[m] as number);
    x[i] = sum / (lower[i * n + i] as number);
    squared += (x[i] as number) ** 2;
  }
  return squared;
}
