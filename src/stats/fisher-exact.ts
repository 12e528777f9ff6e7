import { logHypergeometric } from "./hypergeometric";

/** What counts as evidence: more of both than chance gives, or a count as unlikely on either side. */
export type Alternative = "greater" | "two-sided";

/** Counts as unlikely as the one found may differ from it by rounding; R allows 1e-7, which is more than rounding needs. */
const ALIKE = Math.log1p(1e-10);

/**
 * The p value of Fisher's exact test of a 2 × 2 table: of `n` things `a` have one trait, `b` another and `both` have both.
 * With the margins fixed, `both` of independent traits is hypergeometric. `greater` is the probability of as many or more;
 * `two-sided` that of all counts at most as likely as the one found. To about 11 digits for n of millions; p below
 * 1e-308 is 0. O(√n) terms at most.
 *
 * @throws RangeError when the counts are no table: whole numbers with 0 ≤ both ≤ a, b ≤ n and a + b − both ≤ n
 * @see Fisher (1935), "The logic of inductive inference"; Agresti (1992), "A survey of exact inference"
 * @example fisherExact({ both: 8, a: 10, b: 9, n: 20 }, "greater") // 0.0027
 */
export function fisherExact(
  table: { readonly both: number; readonly a: number; readonly b: number; readonly n: number },
  alternative: Alternative,
): number {
  const { both, a, b, n } = table;
  const whole = [both, a, b, n].every((count) => Number.isSafeInteger(count));
  if (!whole || both < 0 || both > Math.min(a, b) || a + b - both > n) {
    throw new RangeError(`${both} both, ${a} and ${b} of ${n} are no 2 × 2 table of counts`);
  }
  const mode = Math.floor(((a + 1) * (b + 1)) / (n + 2));
  if (alternative === "greater") {
    return both > mode ? upperTail(both, a, b, n) : 1 - lowerTail(both - 1, a, b, n);
  }
  const limit = logHypergeometric(both, a, b, n) + ALIKE;
  const atMost = (k: number) => logHypergeometric(k, a, b, n) <= limit;
  // The probabilities rise up to the mode and fall after it, so that the far side begins where one first is as small.
  if (both > mode) {
    const from = Math.max(0, a + b - n);
    const far = lastWhere(from - 1, mode, atMost);
    return Math.min(1, upperTail(both, a, b, n) + lowerTail(far, a, b, n));
  }
  const far = lastWhere(-Math.min(a, b) - 1, -mode, (k) => atMost(-k));
  return Math.min(1, lowerTail(both, a, b, n) + upperTail(-far, a, b, n));
}

/** The last of `from` … `to` that holds, where those that hold come first; `from` itself is taken to hold. O(log). */
function lastWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The probability of `k` or more, for k above the mode: a sum of falling terms. */
function upperTail(k: number, a: number, b: number, n: number): number {
  if (k > Math.min(a, b)) return 0;
  let [term, sum] = [1, 1];
  for (let i = k; i < Math.min(a, b) && term > sum * 1e-17; i++) {
    term *= ((a - i) / (i + 1)) * ((b - i) / (n - a - b + i + 1));
    sum += term;
  }
  return Math.exp(logHypergeometric(k, a, b, n) + Math.log(sum));
}

/** The probability of `k` or fewer, for k up to the mode. */
function lowerTail(k: number, a: number, b: number, n: number): number {
  const least = Math.max(0, a + b - n);
  if (k < least) return 0;
  let [term, sum] = [1, 1];
  for (let i = k; i > least && term > sum * 1e-17; i--) {
    term *= (i / (a - i + 1)) * ((n - a - b + i) / (b - i + 1));
    sum += term;
  }
  return Math.exp(logHypergeometric(k, a, b, n) + Math.log(sum));
}
