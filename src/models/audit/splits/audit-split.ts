import { requireLabels } from "../../features/feature-matrix";
import type { Features } from "../../features/features";
import type { CustomerIds } from "../../splits/splits";
import { type Audit, audit } from "../finding";
import { auditBalancedLabels, BALANCED_LABELS } from "./balanced-labels";
import { auditCustomers, CUSTOMERS_ON_BOTH_SIDES, isForecast } from "./customers-on-both-sides";
import { auditFractionalCounts, FRACTIONAL_COUNTS } from "./fractional-counts";
import { auditPrevalence, customerDrawP, type Labelled, PREVALENCE } from "./prevalence";
import { auditResampling, RESAMPLING } from "./resampling";
import { auditSharedRows, SHARED_ROWS } from "./shared-rows";
import { type Sides, sideRows } from "./sides";
import { auditSyntheticRows, type Provenance, SYNTHETIC_ROWS } from "./synthetic-rows";

/** What {@link auditSplit} looks at: the more is given, the more is checked. */
export interface SplitInput {
  /** One a row of the table that is split. */
  readonly customers?: CustomerIds;
  /** When each row's outcome was known, in any unit: tells a forecast from a split by chance. */
  readonly times?: ArrayLike<number>;
  /** One 0 or 1 a row. */
  readonly labels?: ArrayLike<number>;
  readonly features?: Features;
  /** Where the last rows come from, if they are synthetic: what `smote` gives. */
  readonly synthetic?: Provenance;
  /** Label 1 in the data the test is to speak for, where the labels were resampled. Default: the given labels. */
  readonly population?: Labelled;
}

/**
 * Looks at how rows were split into those that are learnt from and those that are tested on: rows and customers on both
 * sides, the share of label 1 in the test, and rows that were made or copied before the split. Costs as its checks, of
 * which that of resampling takes some 4 million distances.
 *
 * @throws RangeError when lists differ in length, or a side names a row that is none
 * @example show(findingsTable(auditSplit(split, { customers, labels, features }), { caption: "The split" }))
 */
export function auditSplit(split: Sides, input: SplitInput): Audit {
  const { customers, times, labels, features, synthetic } = input;
  const rows = customers?.length ?? labels?.length ?? features?.columns[0]?.length;
  return audit([
    { check: SHARED_ROWS, run: () => auditSharedRows(split) },
    {
      check: CUSTOMERS_ON_BOTH_SIDES,
      run: customers && (() => auditCustomers(split, { customers, times })),
    },
    { check: PREVALENCE, run: labels && (() => prevalence(split, input, labels)) },
    {
      check: SYNTHETIC_ROWS,
      run: synthetic && rows ? () => auditSyntheticRows(split, { ...synthetic, rows }) : undefined,
    },
    {
      check: RESAMPLING,
      run: features && labels && (() => auditResampling(split, { features, labels })),
    },
    {
      check: FRACTIONAL_COUNTS,
      run: features && labels && (() => auditFractionalCounts({ features, labels, test: split.test })),
    },
    { check: BALANCED_LABELS, run: labels && (() => auditBalancedLabels(labels)) },
  ]);
}

function prevalence(split: Sides, input: SplitInput, labels: ArrayLike<number>) {
  const { customers, times, population } = input;
  const { train, test } = sideRows(split, labels.length);
  const tested = { positives: test.reduce((ones, row) => ones + labels[row]!, 0), rows: test.length };
  const all = population ?? { positives: requireLabels(labels, labels.length), rows: labels.length };
  const forecast = times !== undefined && isForecast(times, train, test);
  // Whole customers were drawn: chance then is as wide as customers differ.
  const byCustomer =
    customers !== undefined && population === undefined && auditCustomers(split, { customers }).length === 0;
  const p = byCustomer ? customerDrawP(labels, customers, test) : undefined;
  return auditPrevalence({ test: tested, all, forecast, ...(p !== undefined && { p }) });
}
