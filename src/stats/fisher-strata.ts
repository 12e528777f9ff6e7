import { logHypergeometric } from "./hypergeometric";

/** A 2 × 2 table of counts: of `n` things `a` have one trait, `b` another and `both` have both. */
export interface Stratum {
  readonly both: number;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** Weights below this share of the largest do not change a sum of doubles. */
const NEGLIGIBLE = 1e-18;

/**
 * The p value of Fisher's exact test within strata: how often two traits that are independent within each stratum are
 * found together as often or more over all strata. What differs between strata (large baskets have more of everything)
 * is no evidence here. All margins are fixed; the distribution of a sum of hypergeometric counts is computed exactly,
 * around the count found (exponential tilting), so that p has about 11 digits however small. O(strata × spread²).
 *
 * @param strata tables of whole numbers; those in which only one count can be say nothing and may be there
 * @throws RangeError when a table is none of whole numbers with 0 ≤ both ≤ a, b and a + b − both ≤ n
 * @see Birch (1964), "The detection of partial association, I: the 2 × 2 case"; Mehta, Patel & Gray (1985)
 * @example fisherStrata([{ both: 8, a: 10, b: 9, n: 20 }, { both: 2, a: 4, b: 5, n: 30 }])
 */
export function fisherStrata(strata: readonly Stratum[]): number {
  const free = new Map<string, Kind>();
  let [found, most] = [0, 0];
  for (const stratum of strata) {
    const { both, a, b, n } = stratum;
    const whole = [both, a, b, n].every((count) => Number.isSafeInteger(count));
    if (!whole || both < 0 || both > Math.min(a, b) || a + b - both > n)
      throw new RangeError(`${both} both, ${a} and ${b} of ${n} are no 2 × 2 table of counts`);
    if (lowest(stratum) === highest(stratum)) continue;
    // Tables of the same margins are one kind: of customers or sizes there are thousands, of kinds a few.
    const kind = `${Math.min(a, b)} ${Math.max(a, b)} ${n}`;
    const known = free.get(kind);
    if (known === undefined) free.set(kind, { stratum, times: 1 });
    else known.times++;
    found += both - lowest(stratum);
    most += highest(stratum) - lowest(stratum);
  }
  if (found === 0) return 1;
  const kinds = [...free.values()];
  if (found === most) {
    return Math.exp(
      kinds.reduce(
        (sum, { stratum: s, times }) => sum + times * logHypergeometric(highest(s), s.a, s.b, s.n),
        0,
      ),
    );
  }
  const tilt = tiltTo(kinds, found);
  let sum = NOTHING;
  for (const { stratum, times } of kinds) sum = convolve(sum, repeated(tiltedWeights(stratum, tilt), times));
  let tail = 0;
  for (let k = sum.weights.length - 1; k >= 0 && sum.from + k >= found; k--)
    tail += (sum.weights[k] as number) * Math.exp(-tilt * (sum.from + k - found));
  return Math.min(1, tail * Math.exp(sum.logTotal - tilt * found));
}

const lowest = ({ a, b, n }: Stratum) => Math.max(0, a + b - n);
const highest = ({ a, b }: Stratum) => Math.min(a, b);

/** Strata with the same margins: the first of them, and how many there are. */
interface Kind {
  readonly stratum: Stratum;
  times: number;
}

/** Probabilities of counts above the lowest, from `from` on, after tilting; `logTotal` is what tilting multiplied by. */
interface Weights {
  readonly from: number;
  readonly weights: Float64Array;
  readonly mean: number;
  readonly variance: number;
  readonly logTotal: number;
}

/** A tilt from 0 up at which the mean count is about the one found, so that no probability there is lost; by Newton. */
function tiltTo(kinds: readonly Kind[], found: number): number {
  let [tilt, low, high] = [0, 0, Infinity];
  for (let i = 0; i < 200; i++) {
    let [mean, variance] = [0, 0];
    for (const { stratum, times } of kinds) {
      const moments = tilt === 0 ? hypergeometricMoments(stratum) : tiltedWeights(stratum, tilt);
      mean += times * moments.mean;
      variance += times * moments.variance;
    }
    const off = found - mean;
    // Any tilt nearby serves as well: the count found then lies within the bulk.
    if (off * off <= 0.1 * variance || (tilt === 0 && off <= 0)) break;
    if (off > 0) low = tilt;
    else high = tilt;
    // Where the variance vanishes a step leads nowhere: half the way, or one further.
    const step = tilt + Math.max(-2, Math.min(2, off / variance));
    tilt = step > low && step < high ? step : (low + Math.min(high, low + 4)) / 2;
  }
  return tilt;
}

/** Mean, above the lowest count, and variance without any tilt; of two things at least. */
function hypergeometricMoments(stratum: Stratum): { mean: number; variance: number } {
  const { a, b, n } = stratum;
  const mean = (a * b) / n;
  return { mean: mean - lowest(stratum), variance: (mean * (n - a) * (n - b)) / (n * (n - 1)) };
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
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = (weights[i] as number) / total;
    const off = i - below.length;
    weights[i] = weight;
    mean += weight * off;
    squares += weight * off * off;
  }
  const logTotal = logHypergeometric(mode, a, b, n) + tilt * (mode - least) + Math.log(total);
  return {
    from,
    weights,
    mean: mode - least + mean,
    variance: squares - mean * mean,
    logTotal,
  };
}

const NOTHING: Weights = { from: 0, weights: Float64Array.of(1), mean: 0, variance: 0, logTotal: 0 };

/** The sum of as many independent counts of the same weights, by doubling. */
function repeated(one: Weights, times: number): Weights {
  let sum = NOTHING;
  for (let [power, left] = [one, times]; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) sum = convolve(sum, power);
    if (left > 1) power = convolve(power, power);
  }
  return sum;
}

function convolve(one: Weights, other: Weights): Weights {
  const [long, short] = one.weights.length >= other.weights.length ? [one, other] : [other, one];
  const sums = new Float64Array(long.weights.length + short.weights.length - 1);
  for (let j = 0; j < short.weights.length; j++) {
    const weight = short.weights[j] as number;
    for (let i = 0; i < long.weights.length; i++)
      sums[i + j] = (sums[i + j] as number) + weight * (long.weights[i] as number);
  }
  // The spread of a sum grows more slowly than the sum of spreads: what is negligible now is left out.
  let [first, last] = [0, sums.length];
  while ((sums[first] as number) < NEGLIGIBLE) first++;
  while ((sums[last - 1] as number) < NEGLIGIBLE) last--;
  return {
    from: one.from + other.from + first,
    weights: sums.subarray(first, last),
    mean: one.mean + other.mean,
    variance: one.variance + other.variance,
    logTotal: one.logTotal + other.logTotal,
  };
}
