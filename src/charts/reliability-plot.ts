import type { ReliabilityBin } from "../models/evaluation/reliability";
import type { ScoreTally } from "../models/evaluation/score-tally";
import type { Interval } from "../stats/interval";
import { count, percent } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { light } from "../theme/variables";
import { roundStep } from "./drawing/axis";
import { type Chart, type Drawing, makeChart } from "./drawing/chart";
import { type CurveFrame, curveFrame } from "./drawing/curve-frame";
import { type CurveOptions, cell, requireCurves } from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { withFoot } from "./drawing/key";
import { withList } from "./drawing/numbered";
import { seriesColours, symbolPath } from "./drawing/series";
import { px, stroke, through } from "./drawing/svg";
import { tallyBars } from "./drawing/tally-bars";
import type { Point } from "./drawing/thin-line";

/** The bins of a reliability diagram with the model's name. */
export interface ReliabilityEntry {
  readonly name: string;
  readonly bins: readonly ReliabilityBin[];
  /** The share of label 1 in each bin with its interval, in the order of the bins. */
  readonly intervals?: readonly Interval[];
  /** All scores, to show how many rows have which. */
  readonly tally?: ScoreTally;
}

/** Bins that hold rows, with what their points need. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly interval: Interval | undefined;
}

/**
 * Reliability diagrams: in each bin the mean predicted chance against the share that has label 1, with its interval;
 * calibrated chances lie on the diagonal. Below, how many rows have which chance, where tallies are given. Axes end at
 * the greatest value. O(bins + different scores).
 *
 * @throws Error if two models have one name, there are more than eight, intervals are not as many as bins, or one does not
 * hold its bin's share.
 * @see DeGroot & Fienberg (1983), "The comparison and evaluation of forecasters"
 * @example reliabilityPlot([{ name: "Boosted trees", bins: reliabilityBins(tally, edges), tally }], { title: "Calibration" })
 */
export function reliabilityPlot(models: readonly ReliabilityEntry[], options: CurveOptions): Chart {
  requireCurves(models);
  const colours = seriesColours(
    models.map(({ name }) => name),
    options.colours,
  );
  const dots = models.map(dotsOf);
  const data = {
    columns: ["Model", "Mean predicted", "Share of positives", "Low", "High", "Rows"],
    rows: models.flatMap(({ name }, m) =>
      dots[m]!.map(({ x, y, interval, rows }) => [
        name,
        ...[x, y, interval?.low ?? Number.NaN, interval?.high ?? Number.NaN, rows].map(cell),
      ]),
    ),
  };
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${models.map(({ name }, m) => `${name}: ${farthest(dots[m]!)}`).join("; ")}.`,
    data,
    draw: (width) => draw(models, dots, colours, width),
  });
}

function dotsOf({ name, bins, intervals }: ReliabilityEntry): Dot[] {
  if (intervals !== undefined && intervals.length !== bins.length)
    throw new Error(
      `"${name}" has ${bins.length} bins and ${intervals.length} intervals: give each bin one.`,
    );
  return bins.flatMap(({ meanScore: x, shareOfPositives: y, rows }, i): Dot[] => {
    const interval = intervals?.[i];
    if (!(rows > 0)) return [];
    if (interval !== undefined && !(interval.low <= y && y <= interval.high))
      throw new Error(
        `"${name}", bin ${i + 1}: the share ${y} does not lie within its interval from ${interval.low} to ${interval.high}.`,
      );
    return [{ x, y, rows, interval }];
  });
}

/** Where prediction and share are farthest apart, in words. */
function farthest(dots: readonly Dot[]): string {
  const off = ({ x, y }: Dot) => Math.abs(x - y);
  const worst = [...dots].sort((a, b) => off(b) - off(a))[0];
  if (worst === undefined) return "no rows";
  const { x, y, rows } = worst;
  return `farthest from the diagonal where ${percent(x)} is predicted and ${percent(y)} is found (${count(rows)} rows)`;
}

function draw(
  models: readonly ReliabilityEntry[],
  dots: readonly (readonly Dot[])[],
  colours: ReadonlyMap<string, string>,
  width: number,
): Drawing {
  const most = dots.flat().reduce((high, { x, y, interval }) => Math.max(high, x, y, interval?.high ?? 0), 0);
  const step = roundStep(Math.max(most, 1e-9) / 10);
  const high = Math.min(1, Math.ceil(most / step - 1e-9) * step) || 1;
  const axis = { low: Math.min(0, ...dots.flat().map(({ x }) => x)), high, format: "percent" } as const;
  const paint = ({ atX, atY }: CurveFrame) =>
    dots
      .map((own, m) => {
        const colour = colours.get(models[m]!.name)!;
        return own
          .map(({ x, y, rows, interval }) => {
            const bar = interval
              ? stroke(`M${px(atX(x))},${px(atY(interval.low))}V${px(atY(interval.high))}`, colour, 1.5)
              : "";
            const said = escapeHtml(
              `${models[m]!.name}: ${percent(x)} predicted, ${percent(y)} found, ${count(rows)} rows`,
            );
            return `${bar}<path d="${symbolPath(m, 4, atX(x), atY(y))}" fill="${colour}"><title>${said}</title></path>`;
          })
          .join("");
      })
      .join("");
  const plot = drawCurves(
    {
      x: { ...axis, title: "Mean predicted chance in the bin" },
      y: { ...axis, title: "Share of positives in the bin" },
      curves: models.map(({ name }, m) => ({
        name,
        figures: `${dots[m]!.length} bins, ${count(dots[m]!.reduce((sum, { rows }) => sum + rows, 0))} rows`,
        points: dots[m]!.map(({ x, y }): Point => [x, y]),
        colour: colours.get(name)!,
        dash: m,
      })),
      guides: [
        {
          name: "Perfectly calibrated",
          points: [
            [axis.low, axis.low],
            [high, high],
          ],
        },
      ],
      over: paint,
    },
    width,
  );
  const beyond = models.map(({ tally }) => rowsAbove(tally, high));
  const remarks = [
    ...(dots.flat().some(({ interval }) => interval) ? ["Bars: intervals of the share."] : []),
    ...models.flatMap(({ name }, m) =>
      beyond[m]! > 0
        ? [`${name}: the last bar counts ${count(beyond[m])} rows beyond ${percent(high, 0)}, too.`]
        : [],
    ),
  ];
  const strip = counts(models, colours, axis, { left: plot.left, width });
  const whole = strip === undefined ? plot.svg : withList(plot.svg, strip);
  return { svg: withFoot(whole, remarks, width, "remark"), full: plot.full };
}

function rowsAbove(tally: ScoreTally | undefined, high: number): number {
  let rows = 0;
  for (let i = 0; tally !== undefined && i < tally.thresholds.length && tally.thresholds[i]! > high; i++)
    rows += tally.positives[i]! + tally.negatives[i]!;
  return rows;
}

/** How many rows have which chance, as an outline a model, below the diagram. */
function counts(
  models: readonly ReliabilityEntry[],
  colours: ReadonlyMap<string, string>,
  axis: { low: number; high: number; format: "percent" },
  { left, width }: { left: number; width: number },
): { svg: string; height: number } | undefined {
  const spans = 40;
  const tallied = models.flatMap(({ name, tally }) =>
    tally ? [{ name, bars: tallyBars(tally, axis.low, axis.high, spans) }] : [],
  );
  if (tallied.length === 0) return undefined;
  const most = Math.max(...tallied.flatMap(({ bars }) => bars));
  const y = { title: "Rows with such a chance", low: 0, high: most, format: "count" } as const;
  const right = width < 500 ? width - 20 : 430;
  const frame = curveFrame({ ...axis, title: "" }, y, { left, right, height: 92 });
  const at = (span: number) => frame.atX(axis.low + ((axis.high - axis.low) * span) / spans);
  const outlines = tallied.map(({ name, bars }) => {
    const edge = bars.flatMap((n, i): Point[] => [
      [at(i), frame.atY(n)],
      [at(i + 1), frame.atY(n)],
    ]);
    const line = through([[at(0), frame.atY(0)], ...edge, [at(spans), frame.atY(0)]]);
    const colour = colours.get(name)!;
    return `<path d="${line}Z" fill="${colour}" fill-opacity="0.12" stroke="${colour}" stroke-width="1.5"/>`;
  });
  const base = stroke(`M${frame.left},${px(frame.atY(0))}H${right}`, light("axis"));
  return { svg: frame.svg + outlines.join("") + base, height: frame.bottom + 20 };
}
