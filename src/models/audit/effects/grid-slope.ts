import type { Finding } from "../finding";

export const GRID_SLOPE = "a slope that is a grid step";

/** A slope as printed, and what it is the slope of. */
export interface PrintedSlope {
  readonly name: string;
  /** As printed, such as `"42.79"`; the digits count. */
  readonly slope: string;
  /** The ends of the horizontal axis: the least and the greatest value. */
  readonly x: readonly [low: number, high: number];
  /** The slope that least squares give, where it was computed. */
  readonly computed?: number;
}

/** Points of the grids that plotting libraries draw lines on; each also with one step more. */
const GRID_POINTS = [10, 20, 50, 100, 200, 250, 256, 500, 512, 1000].flatMap((n) => [n, n + 1]);
/** With fewer digits a slope equals the step of one grid or another by chance. */
const FEWEST_DIGITS = 4;

/**
 * Slopes that are no slopes but the distance between two points of the grid that a fitted line was drawn on: (high − low) /
 * (points − 1), for a usual number of points, at all printed digits. Silent with fewer than four digits; with four, a slope
 * of the size of such steps equals one of the twenty by chance in about one of 700 cases. Where the slope was computed it
 * decides: silent where it agrees at the printed digits. O(1).
 *
 * @throws RangeError when a slope is no number, or the ends are not finite and in order
 * @example auditSlopes([{ name: "online", slope: "42.79", x: [320.25, 4556.93] }])[0]?.figure // "42.79 = (4556.93 − 320.25) / 99"
 */
export function auditSlopes(slopes: readonly PrintedSlope[]): Finding[] {
  return slopes.flatMap(({ name, slope, x: [low, high], computed }): Finding[] => {
    const printed = Number(slope.replace("−", "-"));
    if (slope.trim() === "" || !Number.isFinite(printed))
      throw new RangeError(`The slope of "${name}" is printed as "${slope}": give a number.`);
    if (!(low < high && high - low < Infinity))
      throw new RangeError(
        `The horizontal axis of "${name}" goes from ${low} to ${high}: give the lower end first.`,
      );
    const decimals = slope.split(".")[1]?.length ?? 0;
    const agrees = (value: number) => Math.abs(value - printed) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
    if (computed !== undefined && agrees(computed)) return [];
    if (slope.replace(/\D/g, "").replace(/^0+/, "").length < FEWEST_DIGITS) return [];
    const points = GRID_POINTS.find((n) => agrees((high - low) / (n - 1)));
    if (points === undefined) return [];
    return [
      {
        check: GRID_SLOPE,
        severity: "error",
        what: `The slope is the step of a grid of ${points} points along the horizontal axis, as a line is drawn on: it holds nothing of the data's other axis.`,
        where: `slope "${name}"`,
        figure: `${slope} = (${high} − ${low}) / ${points - 1}${computed === undefined ? "" : `; least squares give ${computed.toPrecision(3)}`}`,
        advice: "Take the slope from the fit, with its interval.",
      },
    ];
  });
}
