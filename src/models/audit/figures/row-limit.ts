import type { Finding } from "../finding";
import { whole } from "../wording";

/** Name of the check {@link auditRowLimit}. */
export const ROW_LIMIT = "rows of a spreadsheet";

/** Rows that spreadsheets hold at most, with and without the heading. */
const LIMITS = [1_048_576, 1_048_575, 65_536, 65_535];

/**
 * Looks whether a number of rows is just what a spreadsheet holds: then the rest was cut off without a word. With the rows
 * that the data are known to have it is an error, else a warning. O(1).
 *
 * @param of.known rows that the data have by another source; the same number is no finding
 * @example auditRowLimit({ where: "orders", rows: 1_048_575, known: 3_421_083 })[0].severity // "error"
 */
export function auditRowLimit(of: {
  readonly where: string;
  readonly rows: number;
  readonly known?: number;
}): Finding[] {
  const { where, rows, known } = of;
  if (!LIMITS.includes(rows) || rows === known) return [];
  return [
    {
      check: ROW_LIMIT,
      severity: known === undefined ? "warning" : "error",
      what: "The number of rows is the most that a spreadsheet holds: the rest was cut off.",
      where,
      figure: `${whole(rows)} rows${known === undefined ? "" : ` of ${whole(known)}`}`,
      advice: "Count in the file itself, not in a spreadsheet.",
    },
  ];
}
