import { wilson } from "../../../stats/interval";
import type { Finding } from "../finding";
import type { Labelled } from "../splits/prevalence";
import { shareText } from "../wording";

export const BASE_RATE = "accuracy below the base rate";

/**
 * An accuracy that predicting the commoner label for every row reaches, too: below it no merit (a rare label is found at the
 * price of accuracy, so that nothing may be wrong with the model), within the interval not shown to be one. A model whose
 * accuracy is truly above by five standard errors is passed in all but one of 1,000 tests. O(1).
 *
 * @param of.known label 1 in the test
 * @throws RangeError when the accuracy is not from 0 to 1, or the counts are no share
 * @example auditBaseRate({ accuracy: 0.87, known: { positives: 248_167, rows: 2_542_399 } })[0]?.figure // "87.0 % against 90.2 %"
 */
export function auditBaseRate(of: {
  readonly name?: string | undefined;
  readonly accuracy: number;
  readonly known: Labelled;
}): Finding[] {
  const { name = "model", accuracy, known } = of;
  if (!(accuracy >= 0 && accuracy <= 1)) throw new RangeError(`An accuracy of ${accuracy}: give 0 to 1.`);
  const share = wilson(known.positives, known.rows).estimate;
  const base = Math.max(share, 1 - share);
  const { low, high } = wilson(accuracy * known.rows, known.rows);
  if (low > base) return [];
  const always = share > 0.5 ? "always" : "never";
  const below = high < base;
  return [
    {
      check: BASE_RATE,
      severity: below ? "warning" : "note",
      what: below
        ? `The accuracy is below that of ${always} predicting label 1: it is no merit of the model.`
        : `The accuracy is not shown to be above that of ${always} predicting label 1 (95 % interval ${shareText(low)} to ${shareText(high)}).`,
      where: name,
      figure: `${shareText(accuracy)} against ${shareText(base)}`,
      advice:
        "Judge a rare label by average precision, or by precision and recall at the threshold that is used.",
    },
  ];
}
