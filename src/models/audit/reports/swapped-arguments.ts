import type { Finding } from "../finding";
import { counted, whole } from "../wording";
import type { ModelReport } from "./model-report";

export const SWAPPED_ARGUMENTS = "swapped arguments";

/** Precision and recall of a report that was given predictions for truth, put right. */
export interface PutRight {
  readonly precision: number;
  readonly recall: number;
  readonly truePositives: number;
}

/**
 * A report whose truth and predictions were swapped. Its support of label 1 then counts what was predicted, not what is, so
 * that it differs from the positives known from the data; and precision and recall have changed places, so that support ×
 * recall, the hits, equals the known positives × precision within rounding. F1 is the same either way. Without the known
 * positives neither reading can be ruled out: both are consistent. Silent where the support is the known count; of honest
 * reports on other rows, with shares of two decimals, about three of 100 fit as well. O(1).
 *
 * @throws RangeError when shares are not from 0 to 1, or counts not above 0
 * @example
 * auditSwappedArguments({
 *   positive: { precision: 0.51, recall: 0.38, f1: 0.43277, support: 334_323 },
 *   known: { positives: 248_167, rows: 2_542_399 },
 * })[0]?.figure // "support 334,323, known positives 248,167"
 */
export function auditSwappedArguments(
  report: ModelReport & Required<Pick<ModelReport, "positive" | "known">>,
): Finding[] {
  const { name = "model", positive, known, decimals = 2 } = report;
  const { precision, recall, support } = positive;
  for (const share of [precision, recall, positive.f1 ?? 0])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`A share of ${share} in the report: give 0 to 1.`);
  if (!(support > 0 && known.positives > 0))
    throw new RangeError(`Support ${support} and ${known.positives} known positives: give counts above 0.`);
  if (support === known.positives) return [];
  const figure = `support ${whole(support)}, known positives ${whole(known.positives)}`;
  const finding = (severity: "error" | "warning", what: string, advice: string): Finding => {
    return { check: SWAPPED_ARGUMENTS, severity, what, where: `${name}, label 1`, figure, advice };
  };
  const half = 0.5 * 10 ** -decimals * (1 + 1e-9);
  const hits = [support * recall, known.positives * precision] as const;
  const fits = Math.abs(hits[0] - hits[1]) <= half * (support + known.positives);
  if (!fits)
    return [
      finding(
        "warning",
        `The report's support of label 1 is not the number of such rows in the test, and swapped arguments do not explain it: it is a report on other rows, or of other labels.`,
        `Report on the test that is named, all ${counted(known.rows, "row")} of it.`,
      ),
    ];
  if (Math.abs(precision - recall) <= 2 * half)
    return [
      finding(
        "warning",
        "The report's support of label 1 is not the number of such rows in the test. Precision and recall are too much alike to tell whether truth and predictions were swapped.",
        "Look at the order of the arguments: the truth first, then the predictions.",
      ),
    ];
  const right = putRight(report);
  return [
    finding(
      "error",
      `The report was given predictions for truth: its support counts the rows that were predicted. Put right, precision is ${right.precision.toFixed(3)} (printed as recall, ${recall}) and recall ${right.recall.toFixed(3)} (printed as precision, ${precision}).`,
      "Give the truth first, then the predictions; F1 stays as it is.",
    ),
  ];
}

/**
 * Precision and recall of a report with swapped arguments, from the counts: the hits are F1 × (predicted + known) / 2 where
 * F1 is printed, for it has more digits, else recall × support. O(1).
 *
 * @example putRight({ positive, known }).precision // 0.377 of study 002
 */
export function putRight({ positive, known }: Required<Pick<ModelReport, "positive" | "known">>): PutRight {
  const { recall, f1, support } = positive;
  const truePositives = f1 === undefined ? recall * support : (f1 * (support + known.positives)) / 2;
  return { precision: truePositives / support, recall: truePositives / known.positives, truePositives };
}
