import * as Plot from "@observablehq/plot";
import { count } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { inSentence, textWidth, truncate } from "../theme/text";
import { light } from "../theme/variables";
import { logTicks, roundTicks, thin } from "./drawing/axis";
import { ascending, binEdges, binned, quantileOf } from "./drawing/bins";
import { type Cell, type Chart, makeChart } from "./drawing/chart";
import { groupKey, withKey } from "./drawing/key";
import { distinct } from "./drawing/rows";
import { type Format, tickText, valueText } from "./drawing/scale";
import type { Colours } from "./drawing/series";
import { type Extent, extent, squarePaths, squares } from "./drawing/squares";
import { drawPlot } from "./plot";

/** One variable of a {@link pairPlot}. */
export interface PairVariable {
  /** Its name, with the unit. */
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly log?: boolean;
  readonly format?: Format;
}

/** Options of {@link pairPlot}. */
export interface PairPlotOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** The group of each row. */
  group?: readonly string[];
  colours?: Colours;
}

type Ready = PairVariable & Extent;

/**
 * Each variable against each other: below the diagonal rows are counted in a grid of squares (area by number, colour
 * by the most frequent group), on the diagonal each variable's histogram. O(n × variables²).
 *
 * @throws Error that names variable, row and value if one is not finite, or not positive with `log`; and if there
 * are fewer than two or more than five variables, or their lengths differ.
 * @example pairPlot([{ name: "Recency (days)", values: r }, { name: "Frequency", values: f, log: true }],
 *   { title: "Recency and frequency" })
 */
export function pairPlot(variables: readonly PairVariable[], options: PairPlotOptions): Chart {
  if (variables.length < 2 || variables.length > 5) {
    throw new Error(`A pair plot takes two to five variables, not ${variables.length}.`);
  }
  const n = variables[0]!.values.length;
  for (const { name, values } of variables) {
    if (values.length !== n)
      throw new Error(`"${name}" has ${values.length} rows, "${variables[0]!.name}" has ${n}.`);
  }
  if (options.group && options.group.length !== n)
    throw new Error(`group has ${options.group.length} rows, not ${n}.`);
  const ready = variables.map((v): Ready => ({ ...v, ...extent(v.name, v.values, v.log ?? false) }));
  const groups = distinct(options.group ?? [""]);
  const index = new Map(groups.map((name, i) => [name, i]));
  const of = options.group?.map((name) => index.get(name)!);
  const medians = variables.map(({ name, values, format }) => {
    return `${inSentence(name)} ${valueText(quantileOf(ascending(values), 0.5), format)}`;
  });
  const rows: Cell[][] =
    n === 0 ? [] : ready.flatMap((v) => histogramOf(v).map(({ x0, x1, n }) => [v.name, x0, x1, n]));
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${count(n)} rows; medians: ${n === 0 ? "none" : medians.join(", ")}.`,
    data: { columns: ["Variable", "From", "To", "Rows"], rows },
    draw: (width) => ({ svg: draw(ready, groups, of, options, width) }),
  });
}

function histogramOf(v: Ready) {
  return binned(v.values, { log: v.log, edges: binEdges(v.values, 24, v.log) });
}

function draw(
  variables: readonly Ready[],
  groups: readonly string[],
  of: number[] | undefined,
  options: PairPlotOptions,
  width: number,
): string {
  const { paint, key } = groupKey(groups, options.colours, of !== undefined, width);
  const k = variables.length;
  const left = 46;
  const cell = Math.floor((width - left - 8) / k);
  const high = Math.round(cell * (width < 500 ? 1 : 0.68));
  const parts: string[] = [];
  for (let row = 0; row < k; row++) {
    for (let column = 0; column <= row; column++) {
      const [x, y] = [variables[column]!, variables[row]!];
      const body = row === column ? diagonal(x, cell, high) : scattered(x, y, of, paint, cell, high);
      const marks = `${body}${ticks(x, y, { cell, high, left: left + column * cell, below: row === k - 1, beside: column === 0 && row > 0 })}`;
      parts.push(
        `<g transform="translate(${left + column * cell},${key.height + 24 + row * (high + 24)})">${marks}</g>`,
      );
    }
  }
  const height = key.height + 24 + k * (high + 24) + 12;
  return withKey(`<svg width="${width}" height="${height}">${parts.join("")}</svg>`, key.svg);
}

const gap = 8;

function diagonal(x: Ready, cell: number, high: number): string {
  const bars = histogramOf(x);
  const svg = drawPlot(
    {
      height: high,
      margin: 0,
      x: {
        type: x.log ? "log" : "linear",
        domain: [bars[0]!.x0, bars.at(-1)!.x1],
        range: [0, cell - gap],
        axis: null,
      },
      y: { axis: null, range: [high, 18] },
      marks: [Plot.rectY(bars, { x1: "x0", x2: "x1", y: "n", fill: light("s8"), inset: 0.5 })],
    },
    cell,
  );
  return inner(svg);
}

function scattered(
  x: Ready,
  y: Ready,
  of: number[] | undefined,
  paint: readonly string[],
  cell: number,
  high: number,
): string {
  const [across, up] = [18, 14];
  const frame = { left: 0, top: 0, width: cell - gap, height: high, across, up };
  const paths = squarePaths(squares(x, y, across, up, of), frame);
  return (
    `<rect width="${cell - gap}" height="${high}" fill="none" stroke="${light("grid")}"/>` +
    [...paths].map(([group, d]) => `<path d="${d}" fill="${paint[group]}"/>`).join("")
  );
}

function ticks(
  x: Ready,
  y: Ready,
  at: { cell: number; high: number; left: number; below: boolean; beside: boolean },
): string {
  const [w, h] = [at.cell - gap, at.high];
  const parts: string[] = [];
  const axis = (v: Ready, room: number) => {
    const all = v.log
      ? logTicks(v.low, v.high)
      : roundTicks(v.low, v.high, Math.max(1, Math.floor(room / 36)));
    return thin(all, room);
  };
  const share = (v: Ready, tick: number) =>
    v.high > v.low
      ? v.log
        ? Math.log(tick / v.low) / Math.log(v.high / v.low)
        : (tick - v.low) / (v.high - v.low)
      : 0.5;
  const text = (x: number, y: number, anchor: string, said: string, colour: string) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${escapeHtml(said)}</text>`;
  if (at.below) {
    for (const tick of axis(x, w))
      parts.push(
        text(Math.min(share(x, tick) * w, w - 8), h + 14, "middle", tickText(tick, x.format), light("muted")),
      );
  }
  if (at.beside) {
    for (const tick of axis(y, h))
      parts.push(text(-5, h - share(y, tick) * h + 4, "end", tickText(tick, y.format), light("muted")));
  }
  if (x === y) {
    // A name that is wider than its panel ends above the panel's end: there is nothing at its left.
    const name = truncate(x.name, 12, at.left + w - 4);
    const wide = textWidth(name, 12) > w;
    parts.push(text(wide ? w : 0, -6, wide ? "end" : "start", name, light("ink")));
  }
  return parts.join("");
}

function inner(svg: string): string {
  return svg.replace(/^<svg\b[^>]*>/, "").replace(/<\/svg>$/, "");
}
