import type { Finding } from "./finding";
import type { Sides } from "./sides";
import { shareText, whole } from "./wording";

export const SHARED_ROWS = "rows on both sides";

/**
 * Rows that are both learnt from and tested on, by their numbers. Never raises a false alarm: it counts. O(rows).
 *
 * @example auditSharedRows({ train: [0, 1], test: [1, 2] })[0]?.figure // "1 of 2 rows of the test (50.0 %)"
 */
export function auditSharedRows({ train, test }: Sides): Finding[] {
  const learnt = new Set(Array.from(train));
  const rows = Array.from(test);
  const both = rows.filter((row) => learnt.has(row)).length;
  if (both === 0) return [];
  return [
    {
      check: SHARED_ROWS,
      severity: "error",
      what: "The same rows are learnt from and tested on: a model that only remembers them scores well.",
      where: "split",
      figure: `${whole(both)} of ${whole(rows.length)} rows of the test (${shareText(both / rows.length)})`,
      advice: "Give each row to one side.",
    },
  ];
}
