import { type BootstrapOptions, bootstrap, type Interval } from "../../stats/interval";
import { requireBothLabels } from "./both-labels";
import type { RankedScores } from "./ranked-scores";
import { type ScoreTally, tallyScores } from "./score-tally";

/**
 * Percentile bootstrap intervals of measures over customers. Customers are drawn with all their rows, since rows of one
 * customer are alike: drawn one by one they would give intervals that are too narrow. All statistics, and all models, are
 * computed on the same draws, so that a statistic may be the difference of two models. Neither the order of the rows nor
 * that of the customers matters. O(resamples × models × rows).
 *
 * @param models the ranked scores of each model, of the same rows
 * @param customers identifier of the customer of each row
 * @param statistics called with the tally of each model, returns the values
 * @returns one interval for each value
 * @throws RangeError when models differ in their labels, there are fewer than two customers, a resample has rows of one
 * label only, or a statistic is not finite
 * @see Field & Welsh (2007), "Bootstrapping clustered data"
 * @example scoreIntervals([a, b], users, ([a, b]) => [rocAuc(a!), rocAuc(a!) - rocAuc(b!)], { seed: 7 })
 */
export function scoreIntervals(
  models: readonly RankedScores[],
  customers: ArrayLike<number> | ArrayLike<string>,
  statistics: (tallies: readonly ScoreTally[]) => ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval[] {
  requireSameRows(models, customers.length);
  const { count, numbers } = numbered(customers);
  if (count < 2)
    throw new RangeError(`Rows of ${count} customer: an interval over customers needs at least two.`);
  const rowWeights = new Float64Array(customers.length);
  return bootstrap(
    count,
    (weights) => {
      for (let row = 0; row < rowWeights.length; row++) rowWeights[row] = weights[numbers[row]!]!;
      const tallies = models.map((model) => tallyScores(model, rowWeights));
      requireBothLabels(tallies[0]!, "Every resample of customers");
      return statistics(tallies);
    },
    options,
  );
}

function requireSameRows(models: readonly RankedScores[], rows: number): void {
  if (models.length === 0) throw new RangeError("There are no scores to judge: give those of one model.");
  for (const [m, { labels }] of models.entries()) {
    if (labels.length !== rows)
      throw new RangeError(`Model ${m + 1} scores ${labels.length} rows, but ${rows} rows have a customer.`);
    const different = labels.findIndex((label, row) => label !== models[0]!.labels[row]);
    if (different >= 0)
      throw new RangeError(
        `Row ${different + 1} has the label ${labels[different]} in model ${m + 1}, but ${models[0]!.labels[different]} in model 1: compare models on the same rows, in the same order.`,
      );
  }
}

/** Numbers from 0 for the customers, by their sorted identifiers, so that the order of the rows does not matter. */
function numbered(customers: ArrayLike<number> | ArrayLike<string>): {
  count: number;
  numbers: Uint32Array;
} {
  const rows: readonly (number | string)[] = Array.from<number | string>(customers);
  const missing = rows.findIndex((id) => Number.isNaN(id));
  if (missing >= 0)
    throw new RangeError(`Row ${missing + 1} has no customer (NaN): leave such rows out, and say how many.`);
  const sorted = [...new Set(rows)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const numberOf = new Map(sorted.map((id, number) => [id, number]));
  return { count: sorted.length, numbers: Uint32Array.from(rows, (id) => numberOf.get(id)!) };
}
