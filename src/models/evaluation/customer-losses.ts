/** What adds up over rows, and so over customers. */
export interface Losses {
  /** F1 of choosing the rows that score the threshold or more. */
  readonly f1: number;
  /** As `logLoss`; of any use only for probabilities. */
  readonly logLoss: number;
  /** As `brierScore`; of any use only for probabilities. */
  readonly brierScore: number;
}

/** Sums of a customer's rows: rows, rows of label 1, chosen rows, hits among these, log losses, squared errors. */
const SUMS = 6;

/**
 * Prepares scores to be judged over and over under other weights of the customers by what adds up over rows: each
 * customer's rows are summed once. O(rows), then O(customers) for each judgement.
 *
 * @param customers number from 0 up to, without, `count` of the customer of each row
 * @param threshold rows that score this or more are chosen
 * @example customerLosses([1, 0], [0.8, 0.2], Uint32Array.of(0, 1), 2, 0.5)(Float64Array.of(1, 1)).f1 // 1
 */
export function customerLosses(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  customers: Uint32Array,
  count: number,
  threshold: number,
): (weights: Float64Array) => Losses {
  const sums = new Float64Array(count * SUMS);
  for (let row = 0; row < customers.length; row++) {
    const score = scores[row]!;
    const one = labels[row] === 1;
    const probability = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, score));
    const at = customers[row]! * SUMS;
    sums[at]!++;
    if (one) sums[at + 1]!++;
    if (score >= threshold) sums[at + 2]!++;
    if (one && score >= threshold) sums[at + 3]!++;
    sums[at + 4]! -= one ? Math.log(probability) : Math.log1p(-probability);
    sums[at + 5]! += (Number(one) - score) ** 2;
  }
  return (weights) => {
    const total = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
    for (let customer = 0; customer < count; customer++) {
      const weight = weights[customer]!;
      for (let sum = 0; sum < SUMS; sum++) total[sum]! += weight * sums[customer * SUMS + sum]!;
    }
    const [rows, ones, chosen, hits, logLosses, squares] = total;
    return { f1: (2 * hits) / (chosen + ones), logLoss: logLosses / rows, brierScore: squares / rows };
  };
}
