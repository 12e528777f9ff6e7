import { requireFinite } from "../../../stats/finite";

/** One term of a score that is a sum: a weight times a value of each customer. */
export interface ScoreTerm {
  readonly name: string;
  /** What a value is counted in: "days", "lines", "£"; "sd" or "points" for what was brought to one scale. */
  readonly unit: string;
  /** The factor as it stands in the sum, with its sign. */
  readonly weight: number;
  /** Which values are the better ones; for recency in days the smaller. */
  readonly better: "more" | "fewer";
  /** One a customer, before weighting. */
  readonly values: ArrayLike<number>;
}

/** A score that adds terms up. */
export interface SummedScore {
  readonly name: string;
  readonly terms: readonly ScoreTerm[];
}

/**
 * Checks the terms of a score: all of one length, finite, with finite weights. O(terms × customers).
 *
 * @throws RangeError naming the term, and the row where there is one
 * @example requireTerms({ name: "RFM", terms }) // throws where a term has fewer values than the first
 */
export function requireTerms({ name, terms }: SummedScore): void {
  for (const term of terms) {
    if (!Number.isFinite(term.weight)) {
      throw new RangeError(
        `${name}: the weight of "${term.name}" is ${term.weight}; give each term a finite factor.`,
      );
    }
    if (term.values.length !== terms[0]!.values.length) {
      throw new RangeError(
        `${name}: "${term.name}" has ${term.values.length} values and "${terms[0]!.name}" ${terms[0]!.values.length}; give one a customer.`,
      );
    }
    try {
      requireFinite(term.values);
    } catch (error) {
      throw new RangeError(`${name}, "${term.name}": ${(error as Error).message}`);
    }
  }
}

/**
 * The part of the score's variance that comes with each term, cov(weight × value, score) / var(score); the parts add up
 * to 1, and one may lie outside 0 to 1. Undefined where the score is the same for all. O(terms × customers).
 *
 * @example varianceShares({ name: "RFM", terms }) // [0.0003, 0.0003, 0.9994]
 */
export function varianceShares({ terms }: SummedScore): readonly number[] | undefined {
  const rows = terms[0]?.values.length ?? 0;
  const parts = terms.map(({ weight, values }) => centred(values, weight));
  const score = new Float64Array(rows);
  for (const part of parts) {
    for (let i = 0; i < rows; i++) score[i] = (score[i] as number) + (part[i] as number);
  }
  const spread = product(score, score);
  return spread > 0 ? parts.map((part) => product(part, score) / spread) : undefined;
}

/** Standard deviation of a term times its weight: what one sd of the variable moves the score by. O(n). */
export function spreadOf({ values, weight }: ScoreTerm): number {
  const part = centred(values, weight);
  return part.length === 0 ? 0 : Math.sqrt(product(part, part) / part.length);
}

function centred(values: ArrayLike<number>, weight: number): Float64Array {
  const first = values[0] ?? 0;
  const part = Float64Array.from(values, (value) => weight * (value - first));
  const mean = part.reduce((a, b) => a + b, 0) / part.length;
  return part.map((value) => value - mean);
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
