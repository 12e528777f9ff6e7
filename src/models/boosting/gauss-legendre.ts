/** Points from 0 to 1 and the weights by which a function's values there are added up to its integral. */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The points and weights of Gauss and Legendre, which integrate every polynomial of a degree below twice their number
 * exactly from 0 to 1. O(n²).
 *
 * @param n how many points, from 1 up
 * @see Golub & Welsch (1969), "Calculation of Gauss quadrature rules"; the points here by Newton's method
 * @example gaussLegendre(2).points // 0.5 ± √3/6
 */
export function gaussLegendre(n: number): Quadrature {
  const points = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 100; step++) {
      const [value, slope] = legendre(n, x);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    const [, slope] = legendre(n, x);
    points[i] = (1 + x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}

/** The Legendre polynomial of degree n and its derivative, at a place inside −1 to 1. */
function legendre(n: number, x: number): [value: number, slope: number] {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return [value, (n * (before - x * value)) / (1 - x * x)];
}
