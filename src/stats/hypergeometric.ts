/** ln n! less Stirling's formula, for n from 0 to 15, where the series is too short. */
const SMALL = Array.from({ length: 16 }, (_, n) => {
  if (n === 0) return 0;
  let logFactorial = 0;
  for (let i = 2; i <= n; i++) logFactorial += Math.log(i);
  return logFactorial - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
});

/**
 * The natural logarithm of the probability that `k` of `b` things drawn without replacement from `n` have a trait that
 * `a` of them have; −Infinity where that cannot be. By saddle points, not log-factorials: for n of millions these are of
 * the order 10⁷ and their difference keeps 8 digits; this keeps 11 or more of the probability. O(1).
 *
 * @param k whole numbers all, with a and b from 0 to n
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities"
 * @example Math.exp(logHypergeometric(1, 2, 2, 4)) // 2/3
 */
export function logHypergeometric(k: number, a: number, b: number, n: number): number {
  if (k < Math.max(0, a + b - n) || k > Math.min(a, b)) return -Infinity;
  if (b === 0 || b === n) return 0;
  const [p, q] = [b / n, (n - b) / n];
  return logBinomial(k, a, p, q) + logBinomial(b - k, n - a, p, q) - logBinomial(b, n, p, q);
}

/** ln of the binomial probability of k of n, each with probability p = 1 − q, both above 0. */
function logBinomial(k: number, n: number, p: number, q: number): number {
  if (n === 0) return 0;
  if (k === 0) return p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
  if (k === n) return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
  const corrections = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const spread = Math.log(2 * Math.PI) + Math.log(k) + Math.log1p(-k / n);
  return corrections - deviance(k, n * p) - deviance(n - k, n * q) - 0.5 * spread;
}

function stirlingError(n: number): number {
  if (n < SMALL.length) return SMALL[n] as number;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x / m) + m − x without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
