import type { Finding } from "../finding";
import { counted, plainNumber, shareText } from "../wording";

/** Name of the check {@link auditNegativeGaps}. */
export const NEGATIVE_GAPS = "marks counted as gaps";

/**
 * Looks for gaps below 0: marks for "no order before" that were put in for missing values, and count in every mean and
 * chart. O(n).
 *
 * @example auditNegativeGaps({ where: "days since the order before", gaps: [-1, 7, 30] })[0].severity // "error"
 */
export function auditNegativeGaps(of: {
  readonly where: string;
  readonly gaps: ArrayLike<number>;
}): Finding[] {
  const negative = Array.from(of.gaps).filter((gap) => gap < 0);
  if (negative.length === 0) return [];
  const marks = [...new Set(negative)].sort((a, b) => a - b);
  const listed = marks.slice(0, 3).map(plainNumber).join(", ");
  return [
    {
      check: NEGATIVE_GAPS,
      severity: "error",
      what: "No gap is below 0: these are marks for what is not known.",
      where: of.where,
      figure: `${counted(negative.length, "value")} (${shareText(negative.length / of.gaps.length)}) of ${listed}${marks.length > 3 ? " …" : ""}`,
      advice: "Leave them missing, and say how many there are.",
    },
  ];
}
