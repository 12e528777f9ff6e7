import type { Finding } from "../finding";
import { counted, shareText, whole } from "../wording";
import { type Sides, sideRows } from "./sides";

export const SYNTHETIC_ROWS = "synthetic rows by provenance";

/** Where synthetic rows come from, as `smote` tells it: they follow the given rows, in order. */
export interface Provenance {
  /** For each synthetic row the given row it was drawn from. */
  readonly bases: ArrayLike<number>;
  /** For each synthetic row the other given row it lies between. */
  readonly neighbours?: ArrayLike<number>;
}

/**
 * Synthetic rows that make a test easy, told from where they come: tested rows that nobody has seen in a shop, and learnt
 * rows made from those that are tested on. Never raises a false alarm: it counts. O(rows).
 *
 * @param of.rows how many rows there are, the synthetic ones included
 * @throws RangeError when a side names a row that is none, or there are more synthetic rows than rows
 * @example auditSyntheticRows(split, { rows: more.labels.length, ...more })
 */
export function auditSyntheticRows(
  split: Sides,
  { rows, bases, neighbours }: Provenance & { readonly rows: number },
): Finding[] {
  const given = rows - bases.length;
  if (given < 1) throw new RangeError(`${bases.length} of ${rows} rows are synthetic: some must be given.`);
  const { train, test } = sideRows(split, rows);
  const parentsOf = (row: number) => [bases[row - given]!, ...(neighbours ? [neighbours[row - given]!] : [])];
  const sideOf = new Uint8Array(rows);
  const [TRAIN, TEST] = [1, 2];
  for (const row of train) sideOf[row] = TRAIN;
  for (const row of test) sideOf[row] = TEST;
  const made = [...test.filter((row) => row >= given)];
  const near = made.filter((row) => parentsOf(row).some((parent) => sideOf[parent] === TRAIN));
  const betraying = [...train.filter((row) => row >= given)].filter((row) =>
    parentsOf(row).some((parent) => sideOf[parent] === TEST),
  );
  const betrayed = new Set(betraying.flatMap(parentsOf).filter((parent) => sideOf[parent] === TEST));
  const findings: Finding[] = [];
  if (made.length > 0)
    findings.push({
      check: SYNTHETIC_ROWS,
      severity: "error",
      what: `The test holds synthetic rows, ${whole(near.length)} of them made from rows that are learnt from: no customer ever was like them, and the model has seen their parents.`,
      where: "test",
      figure: `${whole(made.length)} of ${counted(test.length, "row")} (${shareText(made.length / test.length)})`,
      advice: "Split first, then resample only the rows that are learnt from.",
    });
  if (betraying.length > 0)
    findings.push({
      check: SYNTHETIC_ROWS,
      severity: "error",
      what: `Rows that are learnt from were made from rows of the test: ${counted(betrayed.size, "row")} of it ${betrayed.size === 1 ? "has" : "have"} near-copies on the other side.`,
      where: "train",
      figure: `${counted(betraying.length, "row")} learnt from`,
      advice: "Split first, then resample only the rows that are learnt from.",
    });
  return findings;
}
