import { requireLabels } from "../../features/feature-matrix";
import { type Features, rowsOf } from "../../features/features";
import type { Finding } from "../finding";
import { whole } from "../wording";

export const FRACTIONAL_COUNTS = "counts with fractions";

const LEAST_SHARE = 0.05;
const FEWEST_BROKEN = 10;
/** The label without fractions needs as many rows and different values, or whole numbers are no habit. */
const FEWEST_WHOLE = 30;
const FEWEST_VALUES = 3;

/**
 * Features that are whole numbers in every row of one label but often fractions where the label is the other: rows made
 * between others, as SMOTE makes them of counts. Data as they come have it only where the label follows from whether such
 * a feature is whole. O(rows × features).
 *
 * @param of.test which rows to look at, such as those of the test: what is learnt from may well be resampled. Default: all
 * @throws RangeError when there is not one label, 0 or 1, a row
 * @example auditFractionalCounts({ features, labels })[0]?.where // 'feature "orders"'
 */
export function auditFractionalCounts(of: {
  readonly features: Features;
  readonly labels: ArrayLike<number>;
  readonly test?: ArrayLike<number>;
}): Finding[] {
  requireLabels(of.labels, rowsOf(of.features));
  const suspects = of.features.columns.flatMap((column, f) => {
    const tally = tallyOf(column, of.labels, of.test);
    return ([1, 0] as const).flatMap((label) => {
      const [own, other] = [tally[label], tally[label === 1 ? 0 : 1]];
      const isWhole = other.broken === 0 && other.rows >= FEWEST_WHOLE && other.values.size >= FEWEST_VALUES;
      if (!isWhole || own.broken < Math.max(FEWEST_BROKEN, LEAST_SHARE * own.rows)) return [];
      return [{ name: of.features.names[f]!, label, broken: own.broken, rows: own.rows }];
    });
  });
  if (suspects.length === 0) return [];
  const worst = suspects.reduce((a, b) => (b.broken / b.rows > a.broken / a.rows ? b : a));
  const all = suspects.filter(({ label }) => label === worst.label).length;
  return [
    {
      check: FRACTIONAL_COUNTS,
      severity: "warning",
      what: `${all === 1 ? "A feature is" : `${all} features are`} whole numbers in every row of label ${1 - worst.label}, but often fractions where the label is ${worst.label}, as in rows made between others.`,
      where: `feature "${worst.name}"`,
      figure: `${whole(worst.broken)} of ${whole(worst.rows)} rows of label ${worst.label} hold fractions`,
      advice: "Split first, then resample only the rows that are learnt from.",
    },
  ];
}

interface Tally {
  rows: number;
  broken: number;
  /** Whole numbers, the first few. */
  readonly values: Set<number>;
}

function tallyOf(
  column: ArrayLike<number>,
  labels: ArrayLike<number>,
  rows?: ArrayLike<number>,
): [Tally, Tally] {
  const empty = (): Tally => ({ rows: 0, broken: 0, values: new Set() });
  const tally: [Tally, Tally] = [empty(), empty()];
  for (let i = 0; i < (rows ?? column).length; i++) {
    const row = rows === undefined ? i : rows[i]!;
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    const own = tally[labels[row] as 0 | 1];
    own.rows++;
    if (!Number.isInteger(value)) own.broken++;
    else if (own.values.size < FEWEST_VALUES) own.values.add(value);
  }
  return tally;
}
