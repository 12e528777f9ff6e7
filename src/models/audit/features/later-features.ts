import type { Finding } from "../finding";
import { listed, whole } from "../wording";

export const LATER_FEATURES = "features later than the label";

/** What a feature was computed from. All times in one unit, such as UTC milliseconds, or orders. */
export interface FeatureTime {
  readonly name: string;
  /** The end of what it was computed from: of all rows, or of each. Nothing at this time or later was looked at. */
  readonly until: number | ArrayLike<number>;
}

/**
 * Features that look at the time whose outcome they are to predict: computed from what happened at or after the beginning
 * of the label's window. A label made from the features' own window, as a grade by spend that is predicted from the same
 * spend, is the plainest case. Never raises a false alarm: it compares what is declared. O(features × rows).
 *
 * @param of.labelFrom when the label's window begins: of all rows, or of each
 * @throws RangeError when a time is NaN, or lists differ in length; names the feature and the row (from 0)
 * @example auditLaterFeatures({ features: [{ name: "spend", until: end }], labelFrom: start })[0]?.severity // "error"
 */
export function auditLaterFeatures(of: {
  readonly features: readonly FeatureTime[];
  readonly labelFrom: number | ArrayLike<number>;
}): Finding[] {
  const { features, labelFrom } = of;
  const rows = Math.max(
    1,
    ...[labelFrom, ...features.map(({ until }) => until)].map((time) =>
      typeof time === "number" ? 1 : time.length,
    ),
  );
  const late = features.flatMap(({ name, until }) => {
    let count = 0;
    for (let row = 0; row < rows; row++)
      if (timeOf(until, row, rows, `feature "${name}"`) > timeOf(labelFrom, row, rows, "the label")) count++;
    return count > 0 ? [{ name, count }] : [];
  });
  if (late.length === 0) return [];
  const worst = late.reduce((a, b) => (b.count > a.count ? b : a));
  return [
    {
      check: LATER_FEATURES,
      severity: "error",
      what: `${late.length === 1 ? "A feature is" : `${whole(late.length)} of ${whole(features.length)} features are`} computed from the time of the label: the outcome, or a part of it, is among what predicts it.`,
      where: `${late.length === 1 ? "feature" : "features"} ${listed(late.map(({ name }) => name))}`,
      figure: rows === 1 ? "in every row" : `up to ${whole(worst.count)} of ${whole(rows)} rows`,
      advice: "End the features' window where the label's begins.",
    },
  ];
}

function timeOf(times: number | ArrayLike<number>, row: number, rows: number, what: string): number {
  if (typeof times !== "number" && times.length !== rows)
    throw new RangeError(
      `${times.length} times of ${what} for ${rows} rows: give one a row, or one for all.`,
    );
  const time = typeof times === "number" ? times : times[row]!;
  if (Number.isNaN(time)) throw new RangeError(`The time of ${what} in row ${row} is not a number.`);
  return time;
}
