import { type Audit, audit } from "../finding";
import { auditBaseRate, BASE_RATE } from "./base-rate";
import type { ModelReport } from "./model-report";
import { auditSwappedArguments, SWAPPED_ARGUMENTS } from "./swapped-arguments";
import { auditTestSets, TEST_SETS, type TestedModel } from "./test-sets";
import { auditTooGood, TOO_GOOD } from "./too-good";
import { auditThreshold, type ScoredRows, TUNED_ON_TEST } from "./tuned-on-test";

/** What {@link auditReport} looks at: the more is given, the more is checked. */
export interface ReportInput extends ModelReport {
  /** The threshold that was used, and the rows to judge it by. */
  readonly threshold?: {
    readonly threshold: number;
    readonly test: ScoredRows;
    readonly chosenOn?: ScoredRows;
  };
}

/**
 * Looks at what is reported of a model: truth and predictions swapped, accuracy that the commoner label has as well, scores
 * too good to be foresight, a threshold chosen on the test. O(1), but for the threshold.
 *
 * @throws RangeError when shares are not from 0 to 1, or counts are none
 * @example show(findingsTable(auditReport({ positive, accuracy: 0.87, known }), { caption: "The report" }))
 */
export function auditReport(report: ReportInput): Audit {
  const { name, positive, known, accuracy, auc, threshold } = report;
  const scored = auc !== undefined || positive?.f1 !== undefined;
  return audit([
    {
      check: SWAPPED_ARGUMENTS,
      run: positive && known && (() => auditSwappedArguments({ ...report, positive, known })),
    },
    {
      check: BASE_RATE,
      run: accuracy !== undefined && known ? () => auditBaseRate({ name, accuracy, known }) : undefined,
    },
    { check: TOO_GOOD, run: scored ? () => auditTooGood(report) : undefined },
    { check: TUNED_ON_TEST, run: threshold && (() => auditThreshold(threshold)) },
  ]);
}

/**
 * Looks at models that are ranked: whether they were tested on the same rows. O(rows).
 *
 * @throws RangeError when there are fewer than two models
 * @example show(findingsTable(auditComparison(models), { caption: "The comparison" }))
 */
export function auditComparison(models: readonly TestedModel[]): Audit {
  return audit([{ check: TEST_SETS, run: () => auditTestSets(models) }]);
}
