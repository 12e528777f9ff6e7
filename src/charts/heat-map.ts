import * as Plot from "@observablehq/plot";
import { escapeHtml } from "../theme/html";
import { fullTexts, inSentence, shorten, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { type Ramp, ramp, rampKey } from "./drawing/ramp";
import {
  type Column,
  distinct,
  labels,
  numbers,
  type Rows,
  requireUnique,
  toRows,
  zip,
} from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** Options of {@link heatMap}. */
export interface HeatMapOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  x: Column<T>;
  y: Column<T>;
  value: Column<T>;
  xTitle?: string;
  yTitle?: string;
  /** What the colour measures, with its unit. */
  valueTitle?: string;
  /** Order of the columns; order of appearance if left out. */
  xOrder?: readonly (string | number)[];
  /** Order of the rows from the top; order of appearance if left out. */
  yOrder?: readonly (string | number)[];
  format?: Format;
}

interface HeatCell {
  readonly x: string;
  readonly y: string;
  readonly v: number;
}

/**
 * A table of colours: two ordered names by a value, with the values in the cells where they fit. On a narrow page
 * it is turned on its side if the values fit only so. Cells without a row stay empty. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, or a cell stands twice.
 * @example heatMap([{ day: "Thu", hour: 12, lines: 12_861 }],
 *   { title: "Lines by weekday and hour", x: "hour", y: "day", value: "lines", valueTitle: "Lines", format: "count" })
 */
export function heatMap<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: HeatMapOptions<T>,
): Chart {
  const list = toRows(rows);
  const [xs, ys, vs] = [labels(list, options.x), labels(list, options.y), numbers(list, options.value)];
  requireUnique(
    xs.map((x, i) => `${x} × ${ys[i]}`),
    "The cell",
  );
  const heat = vs.map((v, i): HeatCell => ({ x: xs[i]!, y: ys[i]!, v }));
  const order = {
    x: options.xOrder?.map(String) ?? distinct(xs),
    y: options.yOrder?.map(String) ?? distinct(ys),
  };
  return makeChart({
    title: options.title,
    alt: options.alt ?? summary(heat, options),
    data: {
      columns: [
        options.xTitle ?? options.x,
        options.yTitle ?? options.y,
        options.valueTitle ?? options.value,
      ],
      rows: zip(xs, ys, vs),
    },
    draw: (width) => {
      const turned = { x: order.y, y: order.x };
      const turn =
        !cellText(heat, order, width, options.format) && !!cellText(heat, turned, width, options.format);
      if (!turn || width > 500) return draw(heat, order, options, width);
      const swapped = heat.map(({ x, y, v }) => ({ x: y, y: x, v }));
      return draw(swapped, turned, { ...options, xTitle: options.yTitle, yTitle: options.xTitle }, width);
    },
  });
}

function summary<T extends object>(heat: readonly HeatCell[], options: HeatMapOptions<T>): string {
  const sorted = [...heat].sort((a, b) => b.v - a.v);
  const write = writer(heat, options.format);
  // A bare number says nothing without the name of its axis.
  const at = (name: string, title = "") =>
    title && /^[\d.]+$/.test(name) ? `${inSentence(title)} ${name}` : name;
  const say = (cell: HeatCell | undefined) =>
    cell ? `${write(cell.v)} at ${at(cell.y, options.yTitle)}, ${at(cell.x, options.xTitle)}` : "none";
  return `Highest: ${say(sorted[0])}; lowest: ${say(sorted.at(-1))}.`;
}

function writer(heat: readonly HeatCell[], format?: Format): (x: number) => string {
  return valueWriter(
    heat.map(({ v }) => v),
    format,
  );
}

interface Order {
  readonly x: readonly string[];
  readonly y: readonly string[];
}

function left(order: Order, width: number): number {
  return Math.min(width * 0.35, Math.max(...order.y.map((y) => textWidth(y, 12)))) + 12;
}

/** The way of writing values that fits into the cells: exact, else short, else none. */
function cellText(heat: readonly HeatCell[], order: Order, width: number, format?: Format) {
  const cell = (width - left(order, width) - 12) / order.x.length;
  const fits = (text: (x: number) => string) => heat.every(({ v }) => textWidth(text(v), 11) <= cell - 3);
  const exact = writer(heat, format);
  const short = (x: number) => tickText(x, format);
  return fits(exact) ? exact : fits(short) ? short : undefined;
}

function draw<T extends object>(
  heat: readonly HeatCell[],
  order: Order,
  options: HeatMapOptions<T>,
  width: number,
) {
  const scale: Ramp = ramp(heat.map(({ v }) => v));
  const write = writer(heat, options.format);
  const text = cellText(heat, order, width, options.format);
  const marginLeft = left(order, width);
  const cellWidth = (width - marginLeft - 12) / order.x.length;
  const shownY = shorten(order.y, 12, marginLeft - 11);
  const widest = Math.max(...order.x.map((x) => textWidth(x, 12)));
  const numeric = order.x.every((x) => x.trim() !== "" && Number.isFinite(Number(x)));
  const every = numeric ? Math.ceil((widest + 4) / cellWidth) : 1;
  // Names that do not fit below their column are broken in two lines, or else turned.
  const broken = order.x.map((x) => wrap(x, 12, cellWidth - 3, 2));
  const whole = (x: string, i: number) => broken[i]!.join(" ") === x.replace(/[^\S\u00a0]+/g, " ").trim();
  const turned = !numeric && !order.x.every(whole);
  const shownX = turned
    ? shorten(order.x, 12, 110)
    : numeric
      ? order.x
      : broken.map((lines) => lines.join("\n"));
  const labelHeight = turned
    ? Math.max(...shownX.map((x) => textWidth(x, 12))) + 4
    : Math.max(1, ...shownX.map((x) => x.split("\n").length)) * 14;
  const full = fullTexts([...order.y, ...order.x], [...shownY, ...shownX]);
  const key = rampKey(scale, options.valueTitle ?? options.value, (x) => tickText(x, options.format), width);
  const marginTop = key.height + (options.yTitle ? 30 : 14);
  const marginBottom = labelHeight + (options.xTitle ? 30 : 12);
  const svg = drawPlot(
    {
      height: marginTop + marginBottom + order.y.length * 28,
      marginLeft,
      marginRight: 12,
      marginTop,
      marginBottom,
      padding: 0,
      x: {
        type: "band",
        domain: [...order.x],
        label: options.xTitle ?? null,
        labelAnchor: "center",
        labelOffset: marginBottom - 6,
        tickRotate: turned ? -90 : 0,
        labelArrow: "none",
        tickSize: 0,
        tickFormat: (x: string, i: number) => (i % every === 0 ? shownX[order.x.indexOf(x)]! : ""),
      },
      y: {
        type: "band",
        domain: [...order.y],
        label: null,
        tickSize: 0,
        tickFormat: (y: string) => shownY[order.y.indexOf(y)]!,
      },
      marks: [
        Plot.cell(heat as HeatCell[], {
          x: "x",
          y: "y",
          fill: ({ v }: HeatCell) => scale.fill(v),
          stroke: light("paper"),
          inset: 0.5,
          title: ({ x, y, v }: HeatCell) => `${y}, ${x}: ${write(v)}`,
        }),
        ...(text
          ? [
              Plot.text(heat as HeatCell[], {
                x: "x",
                y: "y",
                text: ({ v }: HeatCell) => text(v),
                fill: ({ v }: HeatCell) => scale.ink(v),
                fontSize: 11,
              }),
            ]
          : []),
      ],
    },
    width,
  );

  const up = escapeHtml(options.yTitle ?? "");
  const yTitle = `<text x="4" y="${marginTop - 9}" text-anchor="start">${up}</text>`;
  return { svg: svg.replace(/<\/svg>$/, () => `${key.svg}${yTitle}</svg>`), full };
}
