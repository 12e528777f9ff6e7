import type { Finding } from "../finding";
import { shareText, whole } from "../wording";
import type { Sides } from "./sides";

export const SHARED_ROWS = "rows on both sides";

/**
 * Rows that are both learnt from and tested on, by their numbers. Never raises a false alarm: it counts. O(rows).
 *
 * @example auditSharedRows({ train: [0, 1], test: [1, 2] })[0]?.figure // "1 of 2 rows of the test (50.0 %)"
 */
export function auditSharedRows({ train, test }: Sides): Finding[] {
  let last = 0;
  for (let i = 0; i < train.length; i++) last = Math.max(last, train[i]!);
  const learnt = new Uint8Array(last + 1);
  for (let i = 0; i < train.length; i++) learnt[train[i]!] = 1;
  let both = 0;
  for (let i = 0; i < test.length; i++) if (learnt[test[i]!] === 1) both++;
  if (both === 0) return [];
  return [
    {
      check: SHARED_ROWS,
      severity: "error",
      what: "The same rows are learnt from and tested on: a model that only remembers them scores well.",
      where: "split",
      figure: `${whole(both)} of ${whole(test.length)} rows of the test (${shareText(both / test.length)})`,
      advice: "Give each row to one side.",
    },
  ];
}
