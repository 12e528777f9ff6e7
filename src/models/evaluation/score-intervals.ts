import { type BootstrapOptions, bootstrap, type Interval } from "../../stats/interval";
import { requireBothLabels } from "./both-labels";
import { numberCustomers } from "./customer-numbers";
import { customerTally } from "./customer-tally";
import type { RankedScores } from "./ranked-scores";
import type { ScoreTally } from "./score-tally";

/**
 * Percentile bootstrap intervals of measures over customers. Customers are drawn with all their rows, since rows of one
 * customer are alike: drawn one by one they would give intervals that are too narrow. All statistics, and all models, are
 * computed on the same draws, so that a statistic may be the difference of two models. Neither the order of the rows nor
 * that of the customers matters. O(resamples × models × rows).
 *
 * @param models the ranked scores of each model, of the same rows
 * @param customers identifier of the customer of each row
 * @param statistics called with the tally of each model, returns the values; a tally lasts for this call only
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
  const { count, numbers } = numberCustomers(customers);
  const talliesUnder = models.map((model) => customerTally(model, numbers));
  return bootstrap(
    count,
    (weights) => {
      const tallies = talliesUnder.map((tallyUnder) => tallyUnder(weights));
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
