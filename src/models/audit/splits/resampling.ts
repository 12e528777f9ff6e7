import { fisherExact } from "../../../stats/fisher-exact";
import { createRandom, type Random } from "../../../stats/random";
import { requireLabels } from "../../features/feature-matrix";
import { type Features, rowsOf } from "../../features/features";
import type { Finding } from "../finding";
import { rowsBetween } from "./rows-between";
import { type Sides, sideRows } from "./sides";

export const RESAMPLING = "resampling before the split";

/** What {@link auditResampling} looks at. */
export interface ResamplingInput {
  readonly features: Features;
  readonly labels: ArrayLike<number>;
  /** Rows of either label that are asked about; default 100. */
  readonly asked?: number;
  /** Rows of either label among which others are sought; default 200,000. Fewer find less. */
  readonly among?: number;
  /** Seed of the draw where there are more rows; default 1. */
  readonly seed?: number;
}

/** A finding needs this much evidence that the rarer label is not as the other, and this share of its rows. */
const LEVEL = 1e-4;
const LEAST_SHARE = 0.05;
const NEIGHBOURS = 30;

/**
 * Signs, in the rows themselves, that labels were balanced before the split: rows of one label in the test that lie
 * exactly between two rows of the train (SMOTE, where two features or more are continuous) or copy one (oversampling with
 * replacement), which rows of the other label do not. The other label is the control: what lattices and ties do by nature
 * they do to both, so that false alarms are below one in a thousand where the labels differ in distribution but not in
 * kind. Large data are sampled. O(asked × among × features).
 *
 * @throws RangeError when there is not one label, 0 or 1, a row; or a side names a row that is none
 * @example auditResampling(split, { features, labels }).map(({ figure }) => figure)
 */
export function auditResampling(split: Sides, input: ResamplingInput): Finding[] {
  const { features, labels, asked = 100, among = 200_000, seed = 1 } = input;
  const rows = rowsOf(features);
  const ones = requireLabels(labels, rows);
  const sizes = [rows - ones, ones] as const;
  const { train, test } = sideRows(split, rows);
  const random = createRandom(seed);
  const found = [1, 0].map((label) =>
    rowsBetween({
      features,
      asked: drawn(
        test.filter((row) => labels[row] === label),
        asked,
        random,
      ),
      among: drawn(
        train.filter((row) => labels[row] === label),
        among,
        random,
      ),
      neighbours: NEIGHBOURS,
    }),
  );
  const findings: Finding[] = [];
  for (const [label, own, other] of [
    [1, found[0]!, found[1]!],
    [0, found[1]!, found[0]!],
  ] as const) {
    // No resampling makes the rarer label the commoner one, whereas in a commoner label rows are closer by nature.
    if (sizes[label] > sizes[label === 1 ? 0 : 1]) continue;
    const more = (kind: "between" | "copies") =>
      own.rows > 0 &&
      other.rows > 0 &&
      own[kind] >= LEAST_SHARE * own.rows &&
      fisherExact(
        { both: own[kind], a: own[kind] + other[kind], b: own.rows, n: own.rows + other.rows },
        "greater",
      ) < LEVEL;
    const figure = (kind: "between" | "copies") =>
      `${own[kind]} of ${own.rows} rows looked at, ${other[kind]} of ${other.rows} of the other label`;
    if (more("between"))
      findings.push({
        check: RESAMPLING,
        severity: "error",
        what: `Rows of label ${label} in the test lie exactly on lines between two rows that are learnt from, as SMOTE makes them; rows of the other label do not.`,
        where: `test, label ${label}`,
        figure: figure("between"),
        advice: ADVICE,
      });
    else if (more("copies") && other.copies <= LEAST_SHARE * other.rows)
      findings.push({
        check: RESAMPLING,
        severity: "warning",
        what: `Rows of label ${label} in the test equal rows that are learnt from in every feature, far more often than rows of the other label, as oversampling makes them.`,
        where: `test, label ${label}`,
        figure: figure("copies"),
        advice: ADVICE,
      });
  }
  return findings;
}

const ADVICE = "Split first, then resample only the rows that are learnt from.";

function drawn(rows: Uint32Array, most: number, random: Random): Uint32Array {
  if (rows.length <= most) return rows;
  for (let i = 0; i < most; i++) {
    const j = i + random.int(rows.length - i);
    const other = rows[j]!;
    rows[j] = rows[i]!;
    rows[i] = other;
  }
  return rows.slice(0, most);
}
