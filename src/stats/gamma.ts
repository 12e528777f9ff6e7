/** Lanczos coefficients of g = 7, n = 9: about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const MOST_TERMS = 10_000;
const SMALL = 1e-300;

/**
 * The natural logarithm of the gamma function, for x above 0, to about 14 digits. O(1).
 *
 * @throws RangeError unless x is a finite number above 0
 * @see Lanczos (1964), "A precision approximation of the gamma function"
 * @example logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`log gamma of ${x}: take a number above 0`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  let series = LANCZOS[0] as number;
  for (let i = 1; i < LANCZOS.length; i++) series += (LANCZOS[i] as number) / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/**
 * The regularised upper incomplete gamma function Q(a, x), from 1 at x = 0 down to 0: a power series below the bulk,
 * a continued fraction above. O(√a) terms.
 *
 * @throws RangeError unless a is above 0 and x from 0 up, both finite
 * @see Press et al. (2007), "Numerical Recipes", 3rd edition, section 6.2
 * @example upperGamma(1, 2) // exp(−2)
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0 && a < Infinity) || !(x >= 0 && x < Infinity)) {
    throw new RangeError(`incomplete gamma of a = ${a}, x = ${x}: take a above 0 and x from 0 up`);
  }
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALL;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const step = -i * (i - a);
    b += 2;
    d = 1 / nonZero(step * d + b);
    c = nonZero(b + step / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) break;
  }
  return fraction;
}

function nonZero(x: number): number {
  return Math.abs(x) < SMALL ? SMALL : x;
}
