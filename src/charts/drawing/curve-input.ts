import type { CurveBand } from "../../models/evaluation/curve-bands";
import type { Interval } from "../../stats/interval";
import { fixed } from "../../theme/format";
import type { Cell, ChartData } from "./chart";
import { requireUnique } from "./rows";
import type { Colours } from "./series";

/** Options of charts of curves. */
export interface CurveOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the curves if left out. */
  alt?: string;
  /** Colours by name, where the order should not decide, such as `published` and `corrected`. */
  colours?: Colours;
}

/** What every curve of a chart has: a name, and intervals around it where they are known. */
export interface NamedCurve<C> {
  readonly name: string;
  readonly curve: C;
  /** Intervals along the curve. */
  readonly band?: CurveBand;
}

/**
 * Holds that curves have different names and that bands lie between the ends of their intervals.
 *
 * @throws Error that names the curve.
 */
export function requireCurves(curves: readonly { readonly name: string; readonly band?: CurveBand }[]): void {
  requireUnique(
    curves.map(({ name }) => name),
    "The curve",
  );
  for (const { name, band } of curves) {
    if (band === undefined) continue;
    if (band.at.length !== band.intervals.length)
      throw new Error(
        `The band of "${name}" has ${band.at.length} places and ${band.intervals.length} intervals: give each place one.`,
      );
    const bad = band.intervals.findIndex(({ low, high }) => !(low <= high));
    if (bad >= 0)
      throw new Error(
        `The band of "${name}" runs from ${band.intervals[bad]!.low} to ${band.intervals[bad]!.high} at place ${bad + 1}: the lower end is not below the upper.`,
      );
  }
}

/**
 * A figure with its interval, such as "AUC 0.829 (0.825 to 0.833)".
 *
 * @param computed the figure as the curve has it
 * @throws Error that names the curve if the interval's estimate is not the curve's figure: it is another model's.
 * @example figureText("AUC", 0.829, undefined, "Forest") // "AUC 0.829"
 */
export function figureText(
  what: string,
  computed: number,
  given: Interval | undefined,
  name: string,
): string {
  if (given === undefined) return `${what} ${fixed(computed, 3)}`;
  if (!(Math.abs(given.estimate - computed) <= 1e-6))
    throw new Error(
      `"${name}" is given with ${what} ${given.estimate}, but its curve has ${computed}: take both from the same scores.`,
    );
  return `${what} ${fixed(computed, 3)} (${fixed(given.low, 3)} to ${fixed(given.high, 3)})`;
}

/** Rows of a curve in its table at most. */
const most = 100;

/**
 * The table of curves: of each at most a hundred points, evenly along its x values, which run one way.
 *
 * @param columns names of the columns after the curve's name
 * @param row the cells of a point after the curve's name
 * @returns the table, and a remark that says so where points are left out
 */
export function curveTable(
  columns: readonly string[],
  curves: readonly { readonly name: string; readonly along: ArrayLike<number>; row(i: number): Cell[] }[],
): { data: ChartData; remarks: string[] } {
  let left = 0;
  const rows = curves.flatMap(({ name, along, row }) => {
    const kept = evenly(along);
    left += along.length - kept.length;
    return kept.map((i): Cell[] => [name, ...row(i)]);
  });
  const remarks = left > 0 ? [`The table holds at most ${most} points of each curve.`] : [];
  return { data: { columns: ["Curve", ...columns], rows }, remarks };
}

function evenly(along: ArrayLike<number>): number[] {
  const n = along.length;
  if (n <= most) return Array.from({ length: n }, (_v, i) => i);
  const [from, to] = [along[0]!, along[n - 1]!];
  const kept: number[] = [];
  for (let i = 0; i < n; i++) {
    const due = ((along[i]! - from) / (to - from || 1)) * (most - 1);
    if (due >= kept.length || i === n - 1) kept.push(i);
  }
  return kept.length > most ? [...kept.slice(0, most - 1), n - 1] : kept;
}

/** A number of a table, in six digits; null where it is none. */
export const cell = (x: number): Cell => (Number.isFinite(x) ? Number(x.toPrecision(6)) : null);
