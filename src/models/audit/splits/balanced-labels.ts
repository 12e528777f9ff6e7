import { requireLabels } from "../../features/feature-matrix";
import type { Finding } from "../finding";
import { whole } from "../wording";

export const BALANCED_LABELS = "balanced labels";

/** In fewer rows equal counts are easily chance. */
const FEWEST_ROWS = 1000;

/**
 * Labels of exactly equal count, in 1,000 rows or more: seldom how data come. Where label 1 truly has half of the rows,
 * this happens by chance in one of 40 data sets of 1,000 rows and one of 1,250 of a million; so it is a note. O(rows).
 *
 * @throws RangeError naming the first label that is neither 0 nor 1
 * @example auditBalancedLabels(labels)[0]?.figure // "5,000 rows of either label"
 */
export function auditBalancedLabels(labels: ArrayLike<number>): Finding[] {
  const ones = requireLabels(labels, labels.length);
  if (labels.length < FEWEST_ROWS || 2 * ones !== labels.length) return [];
  return [
    {
      check: BALANCED_LABELS,
      severity: "note",
      what: "Both labels have exactly as many rows, which seldom is how data come: they may have been resampled or picked.",
      where: "labels",
      figure: `${whole(ones)} rows of either label`,
      advice: "If they were balanced, test on rows as they came.",
    },
  ];
}
