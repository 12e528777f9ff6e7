import { logHypergeometric } from "./hypergeometric";

/** A 2 × 2 table of counts: of `n` things `a` have one trait, `b` another and `both` have both. */
export interface Stratum {
  readonly both: number;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** Weights below this share of the largest do not change a sum of doubles. */
const NEGLIGIBLE = 1e-22;

/**
 * The p value of Fisher's exact test within strata: how often two traits that are independent within each stratum are
 * found together as often or more over all strata. What differs between strata (large baskets have more of everything)
 * is no evidence here. All margins are fixed; the distribution of a sum of hypergeometric counts is computed exactly,
 * around the count found (exponential tilting), so that p has about 11 digits however small. O(strata² × spread²).
 *
 * @param strata tables of whole numbers; those in which only one count can be say nothing and may be there
 * @throws RangeError when a table is none of whole numbers with 0 ≤ both ≤ a, b and a + b − both ≤ n
 * @see Birch (1964), "The detection of partial association, I: the 2 × 2 case"; Mehta, Patel & Gray (1985)
 * @example fisherStrata([{ both: 8, a: 10, b: 9, n: 20 }, { both: 2, a: 4, b: 5, n: 30 }])
 */
export function fisherStrata(strata: readonly Stratum[]): number {
  const free: Stratum[] = [];
  let [found, most] = [0, 0];
  for (const stratum of strata) {
    const { both, a, b, n } = stratum;
    const whole = [both, a, b, n].every((count) => Number.isSafeInteger(count));
    if (!whole || both < 0 || both > Math.min(a, b) || a + b - both > n)
      throw new RangeError(`${both} both, ${a} and ${b} of ${n} are no 2 × 2 table of counts`);
    if (lowest(stratum) === highest(stratum)) continue;
    free.push(stratum);
    found += both - lowest(stratum);
    most += highest(stratum) - lowest(stratum);
  }
  if (found === 0) return 1;
  if (found === most) {
    return Math.exp(free.reduce((sum, s) => sum + logHypergeometric(highest(s), s.a, s.b, s.n), 0));
  }
  const tilt = tiltTo(free, found);
  const tilted = free.map((stratum) => tiltedWeights(stratum, tilt));
  let sum: Weights = { from: 0, weights: Float64Array.of(1), mean: 0, logTotal: 0 };
  for (const next of tilted) sum = convolve(sum, next);
  let tail = 0;
  for (let k = sum.weights.length - 1; k >= 0 && sum.from + k >= found; k--)
    tail += (sum.weights[k] as number) * Math.exp(-tilt * (sum.from + k - found));
  return Math.min(1, tail * Math.exp(sum.logTotal - tilt * found));
}

const lowest = ({ a, b, n }: Stratum) => Math.max(0, a + b - n);
const highest = ({ a, b }: Stratum) => Math.min(a, b);

/** Probabilities of counts above the lowest, from `from` on, after tilting; `logTotal` is what tilting multiplied by. */
interface Weights {
  readonly from: number;
  readonly weights: Float64Array;
  readonly mean: number;
  readonly logTotal: number;
}

/** The tilt from 0 up at which the mean count is the one found, so that no probability there is lost; by halving. */
function tiltTo(strata: readonly Stratum[], found: number): number {
  const mean = (tilt: number) => strata.reduce((sum, s) => sum + tiltedWeights(s, tilt).mean, 0);
  if (mean(0) >= found) return 0;
  let [low, high] = [0, 1];
  while (mean(high) < found && high < 64) [low, high] = [high, 2 * high];
  // Any tilt nearby serves as well; this needs no more than a mean within the bulk.
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (mean(middle) < found) low = middle;
    else high = middle;
  }
  return high;
}

function tiltedWeights(stratum: Stratum, tilt: number): Weights {
  const { a, b, n } = stratum;
  const [least, most] = [lowest(stratum), highest(stratum)];
  const factor = Math.exp(tilt);
  const rise = (k: number) => ((((a - k) / (k + 1)) * (b - k)) / (n - a - b + k + 1)) * factor;
  let [mode, beyond] = [least, most + 1];
  while (beyond - mode > 1) {
    const middle = (mode + beyond) >>> 1;
    if (rise(middle - 1) >= 1) mode = middle;
    else beyond = middle;
  }
  const below: number[] = [];
  for (let k = mode, weight = 1; k > least; k--) {
    weight /= rise(k - 1);
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < most; k++) {
    weight *= rise(k);
    if (weight < NEGLIGIBLE) break;
    above.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const from = mode - below.length - least;
  let mean = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (weights[i] as number) / total;
    mean += (weights[i] as number) * (from + i);
  }
  const logTotal = logHypergeometric(mode, a, b, n) + tilt * (mode - least) + Math.log(total);
  return { from, weights, mean, logTotal };
}

function convolve(one: Weights, other: Weights): Weights {
  const weights = new Float64Array(one.weights.length + other.weights.length - 1);
  one.weights.forEach((weight, i) => {
    for (let j = 0; j < other.weights.length; j++)
      weights[i + j] = (weights[i + j] as number) + weight * (other.weights[j] as number);
  });
  return {
    from: one.from + other.from,
    weights,
    mean: one.mean + other.mean,
    logTotal: one.logTotal + other.logTotal,
  };
}
