import { requireFinite } from "../stats/finite";
import { type CustomerVariables, type Variable, variableOf } from "./variables";

/**
 * How values become parts of a score. `standardised` (mean 0, standard deviation 1) and `min-max` (0 to 1) turn round the
 * variables of which fewer is better, so that a higher score is always better. `raw` adds the values as they are, each in
 * its own unit, and must be told what to do about direction: `signed` turns such variables' signs, `ignored` lets the
 * worse values raise the score, as some published scores do.
 */
export type ScoreScale =
  | { readonly scale: "standardised" | "min-max" }
  | { readonly scale: "raw"; readonly direction: "signed" | "ignored" };

/** What one variable brings to a score. */
export interface ScorePart<Name extends string = string> {
  readonly variable: Name;
  readonly weight: number;
  /** The part of the score's variance that comes with the variable: cov(part, score) / var(score); they add up to 1. */
  readonly varianceShare: number;
}

/** A weighted score of each customer, and what it is made of. */
export interface WeightedScore<Name extends string = string> {
  readonly score: Float64Array;
  readonly parts: readonly ScorePart<Name>[];
}

/**
 * Adds weighted variables up to a score, with their directions minded. O(variables × customers).
 *
 * @param weights of the variables that count, each a finite number above 0; others are left out
 * @throws RangeError when no variable has a weight, a weight is of no variable or not above 0, a value is not finite, a
 * variable is the same for all customers and is to be scaled, or the score is the same for all
 * @example weightedScore(customers, { recency: 0.2, frequency: 0.4, monetary: 0.4 }, { scale: "standardised" }).score
 * @example weightedScore(customers, { recency: 0.2, items: 0.8 }, { scale: "raw", direction: "ignored" })
 */
export function weightedScore<Name extends string>(
  customers: CustomerVariables<Name>,
  weights: Readonly<Partial<Record<Name, number>>>,
  scale: ScoreScale,
): WeightedScore<Name> {
  const score = new Float64Array(customers.customer.length);
  const named = Object.entries<number | undefined>(weights).flatMap(([name, weight]) =>
    weight === undefined ? [] : [[name as Name, weight] as const],
  );
  if (named.length === 0) throw new RangeError("no variable has a weight: give each that should count one");
  const parts = named.map(([name, weight]) => {
    if (!(weight > 0 && weight < Infinity)) {
      throw new RangeError(
        `weight ${weight} of "${name}" is not above 0: directions come from the variable, not the weight's sign`,
      );
    }
    const part = scaled(variableOf(customers, name), scale).map((value) => weight * value);
    part.forEach((value, i) => {
      score[i] = (score[i] as number) + value;
    });
    return { variable: name, weight, part };
  });
  const spread = covariance(score, score);
  if (!(spread > 0)) throw new RangeError("the score is the same for all customers: it sorts nobody");
  return {
    score,
    parts: parts.map(({ variable, weight, part }) => ({
      variable,
      weight,
      varianceShare: covariance(part, score) / spread,
    })),
  };
}

function scaled({ name, better, values }: Variable, scale: ScoreScale): Float64Array {
  requireFinite(values);
  if (scale.scale === "raw") {
    return better === "fewer" && scale.direction === "signed" ? values.map((value) => -value) : values;
  }
  const [low, high] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  if (!(high > low)) throw new RangeError(`variable "${name}" is the same for all customers: leave it out`);
  if (scale.scale === "min-max") {
    return values.map((value) => (better === "fewer" ? high - value : value - low) / (high - low));
  }
  const centre = mean(values);
  const deviation = Math.sqrt(covariance(values, values));
  return values.map((value) => (better === "fewer" ? centre - value : value - centre) / deviation);
}

function mean(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Population covariance. */
function covariance(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] as number) - meanY), 0) / x.length;
}
