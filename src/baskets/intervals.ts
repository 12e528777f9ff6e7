import { type Interval, wilson, Z95 } from "../stats/interval";
import { lift, oddsRatio, type PairCounts } from "./measures";

/** Wilson's 95 % interval of the confidence, of the baskets with A. @throws RangeError when no basket has A. @example confidenceInterval({ n: 900, a: 100, b: 90, both: 13 }) // 0.078 to 0.210 */
export function confidenceInterval({ a, both }: PairCounts): Interval {
  return wilson(both, a);
}

/**
 * The 95 % interval of the lift: symmetric around its logarithm, whose variance is by the delta method on the
 * multinomial counts, 1/both − 1/a − 1/b + (2 lift − 1)/n. Where no basket has both the estimate and the lower end are
 * 0, the upper end is that of half a basket. O(1).
 *
 * @throws RangeError when no basket has A or none has B: there is no lift
 * @see Agresti (2013), "Categorical Data Analysis", section 16.1, for the delta method on multinomial counts
 * @example liftInterval({ n: 100, a: 30, b: 30, both: 20 }) // { estimate: 2.22, low: 1.65, high: 3.00 }
 */
export function liftInterval(counts: PairCounts): Interval {
  const { n, a, b, both } = counts;
  if (!(a > 0 && b > 0))
    throw new RangeError(`${a} baskets with A and ${b} with B of ${n}: there is no lift`);
  const estimate = lift(counts);
  const some = Math.max(both, 0.5);
  const ratio = (some * n) / (a * b);
  const variance = 1 / some - 1 / a - 1 / b + (2 * ratio - 1) / n;
  const factor = Math.exp(Z95 * Math.sqrt(Math.max(0, variance)));
  return { estimate, low: estimate / factor, high: ratio * factor };
}

/**
 * The 95 % interval of the odds ratio: symmetric around its logarithm, with variance the sum of 1 / cell (Woolf). Where
 * a cell is empty, half a basket is added to each for the ends (Haldane, Anscombe), and an estimate of 0 or Infinity is
 * its own end. O(1).
 *
 * @throws RangeError when A or B is in no or every basket: there is no odds ratio
 * @see Woolf (1955), "On estimating the relation between blood group and disease"; Agresti (2013), section 3.1
 * @example oddsRatioInterval({ n: 100, a: 30, b: 30, both: 20 }) // { estimate: 12, low: 4.4, high: 32.9 }
 */
export function oddsRatioInterval(counts: PairCounts): Interval {
  const { n, a, b, both } = counts;
  if (!(a > 0 && b > 0 && a < n && b < n)) {
    throw new RangeError(`${a} baskets with A and ${b} with B of ${n}: there is no odds ratio`);
  }
  const estimate = oddsRatio(counts);
  const cells = [both, a - both, b - both, n - a - b + both];
  const more = cells.includes(0) ? 0.5 : 0;
  const [ab, onlyA, onlyB, none] = cells.map((cell) => cell + more) as [number, number, number, number];
  const middle = (ab * none) / (onlyA * onlyB);
  const factor = Math.exp(Z95 * Math.sqrt(1 / ab + 1 / onlyA + 1 / onlyB + 1 / none));
  return {
    estimate,
    low: Math.min(estimate, middle / factor),
    high: Math.max(estimate, middle * factor),
  };
}
