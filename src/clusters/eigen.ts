/** Eigenvalues by falling size with their eigenvectors, row after row. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row c, from `c * n`, is the unit vector of value c; its largest entry by size is positive. */
  readonly vectors: Float64Array;
}

const SWEEPS = 100;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations. Meant for small ones: O(n³) a sweep, about
 * six to ten sweeps.
 *
 * @param symmetric n × n numbers, row after row; the upper triangle is read
 * @throws RangeError when it is not n × n or a number is not finite
 * @see Golub & Van Loan (2013), "Matrix Computations", section 8.5
 * @example symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values // [3, 1]
 */
export function symmetricEigen(symmetric: Float64Array, n: number): Eigen {
  if (symmetric.length !== n * n || !symmetric.every(Number.isFinite)) {
    throw new RangeError(`A symmetric matrix of ${n} × ${n} finite numbers is needed.`);
  }
  const a = symmetric.slice();
  for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) a[p * n + q] = a[q * n + p] as number;
  const v = new Float64Array(n * n);
  for (let p = 0; p < n; p++) v[p * n + p] = 1;
  const size = Math.sqrt(a.reduce((sum, x) => sum + x * x, 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p * n + q] as number) <= Number.EPSILON * 1e-2 * size) continue;
        rotate(a, v, n, p, q);
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (a[j * n + j] as number) - (a[i * n + i] as number) || i - j,
  );
  const values = Float64Array.from(order, (i) => a[i * n + i] as number);
  const vectors = Float64Array.from(order.flatMap((i) => signed(v.subarray(i * n, (i + 1) * n))));
  return { values, vectors };
}

/** Turns rows and columns p and q so that entry (p, q) becomes zero, and the vectors with them. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (values: Float64Array, i: number, j: number) => {
    const x = values[i] as number;
    const y = values[j] as number;
    values[i] = c * x - s * y;
    values[j] = s * x + c * y;
  };
  for (let r = 0; r < n; r++) turn(a, r * n + p, r * n + q);
  for (let r = 0; r < n; r++) turn(a, p * n + r, q * n + r);
  for (let r = 0; r < n; r++) turn(v, p * n + r, q * n + r);
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

/** The vector, turned round if its largest entry by size (the first of equals) is negative. */
function signed(vector: Float64Array): number[] {
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) * (1 + 1e-12) ? x : best), 0);
  return Array.from(vector, (x) => (largest < 0 ? -x : x));
}
