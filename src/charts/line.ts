import { fullTexts, shorten, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { axisTitle, kindOf, numberAxis, timeAxis, toTime } from "./drawing/axis";
import { type Cell, type Chart, makeChart } from "./drawing/chart";
import {
  type Column,
  cells,
  distinct,
  isoDate,
  labels,
  numbers,
  type Rows,
  toRows,
  zip,
} from "./drawing/rows";
import { type Format, tickExpression, valueWriter } from "./drawing/scale";
import { type Colours, dashes, legendColumns, seriesColours } from "./drawing/series";
import { drawVega, type Spec, upright } from "./vega";

/** Options of {@link lineChart}. */
export interface LineOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column along: dates, ISO dates or months as text (`2011-12`), numbers, or names in order. */
  x: Column<T>;
  /** Column up, or several columns, one line each. */
  y: Column<T> | readonly Column<T>[];
  /** Column that says which line a row belongs to. */
  series?: Column<T>;
  /** Names of the `y` columns in the legend. */
  names?: readonly string[];
  xTitle?: string;
  /** Title of the value axis, with the unit. */
  yTitle?: string;
  format?: Format;
  /** Points to label, by their x (and series, if there are several). */
  annotations?: readonly { x: string | number | Date; text: string; series?: string }[];
  /** A level to compare with, such as a mean. */
  reference?: { y: number; text: string };
  /** Whether the value axis starts at zero. Default true. */
  zero?: boolean;
  colours?: Colours;
}

interface Point {
  readonly x: string | number;
  readonly name: string;
  readonly y: number;
  readonly s: string;
}

/**
 * Lines over time, numbers or ordered names, one per series, in the order of the rows. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number or a date is none, and if an
 * annotation names an x that is not there.
 * @example lineChart([{ day: "2011-12-08", revenue: 81_417 }, { day: "2011-12-09", revenue: 15_606 }],
 *   { title: "Revenue by day", x: "day", y: "revenue", yTitle: "Revenue (£)", format: "money" })
 */
export function lineChart<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: LineOptions<T>,
): Chart {
  const list = toRows(rows);
  const raw = cells(list, options.x);
  const kind = kindOf(raw);
  const names = labels(list, options.x);
  const xs = kind === "time" ? raw.map(toTime) : kind === "number" ? numbers(list, options.x) : names;
  const columns: readonly string[] = Array.isArray(options.y) ? options.y : [options.y as string];
  const series = options.series === undefined ? undefined : labels(list, options.series);
  const points = columns.flatMap((column, j) =>
    numbers(list, column).map((y, i): Point => {
      return { x: xs[i]!, name: names[i]!, y, s: series?.[i] ?? options.names?.[j] ?? column };
    }),
  );
  const several = options.series !== undefined || columns.length > 1;
  const xCells: Cell[] = points.map(({ x, name }) => (kind === "number" ? x : name));
  const head = [
    options.xTitle ?? options.x,
    ...(several ? ["Series"] : []),
    options.yTitle ?? columns.join(", "),
  ];
  const ys = points.map(({ y }) => y);
  return makeChart({
    title: options.title,
    alt: options.alt ?? summary(points, several, options.format),
    data: {
      columns: head,
      rows: several
        ? zip(
            xCells,
            points.map(({ s }) => s),
            ys,
          )
        : zip(xCells, ys),
    },
    draw: (width) => {
      const known = distinct(names);
      const shown =
        kind === "ordinal" ? shorten(known, 12, Math.max(64, (width - 60) / known.length)) : known;
      const short = new Map(known.map((name, i) => [name, shown[i]!]));
      const spec = toSpec(points, kind, options, short, width);
      return { ...drawVega(spec, width), full: fullTexts(known, shown) };
    },
  });
}

function summary(points: readonly Point[], several: boolean, format?: Format): string {
  const sorted = [...points].sort((a, b) => b.y - a.y);
  const write = valueWriter(
    points.map(({ y }) => y),
    format,
  );
  const say = (p: Point | undefined) =>
    p
      ? `${write(p.y)} at ${typeof p.x === "number" && p.name === String(p.x) ? Number(p.x.toPrecision(6)) : p.name}${several ? ` (${p.s})` : ""}`
      : "nothing";
  return `Highest: ${say(sorted[0])}; lowest: ${say(sorted.at(-1))}.`;
}

function toSpec<T extends object>(
  points: readonly Point[],
  kind: "time" | "number" | "ordinal",
  options: LineOptions<T>,
  short: ReadonlyMap<string, string>,
  width: number,
): Spec {
  const place = (x: string | number) => (typeof x === "string" ? short.get(x)! : x);
  const series = distinct(points.map(({ s }) => s));
  const colours = seriesColours(series, options.colours);
  const range = series.map((name) => colours.get(name)!);
  const several = series.length > 1;
  const xs = points.map(({ x }) => x);
  const [from, to] = [Math.min(...(xs as number[])), Math.max(...(xs as number[]))];
  const marks = (options.annotations ?? []).map((wanted) => {
    const mark = annotation(wanted, points, xs, width);
    return { ...mark, x: place(mark.x) };
  });
  const high = Math.max(...points.map(({ y }) => y), options.reference?.y ?? Number.NEGATIVE_INFINITY);
  const low = Math.min(...points.map(({ y }) => y), options.reference?.y ?? Number.POSITIVE_INFINITY);
  const base = options.zero === false ? low : Math.min(0, low);
  const lines = Math.max(0, ...marks.map(({ lines }) => lines.length));
  const headroom = ((high - base) * (lines * 15 + (lines && 8))) / 250;
  const aside = options.reference ? referenceLines(options.reference, width) : [];
  const right = 12 + Math.max(0, ...aside.map((line) => textWidth(line, 12) - 4));
  const xAxis =
    kind === "time"
      ? timeAxis(
          from,
          to,
          width - right,
          points.every(({ name }) => name.length === 7),
        )
      : kind === "number"
        ? numberAxis(xs as number[], width)
        : {};
  const spare = { labelAngle: 0, labelOverlap: true, labelFlush: true, labelPadding: 6 };
  const few = points.length / series.length <= 31;
  const scale = (values: readonly unknown[]) => ({ domain: series, range: values });
  const legend = {
    columns: legendColumns(series, width - 70),
    offset: options.yTitle ? 30 : 8,
    symbolType: "stroke",
    symbolSize: 500,
    symbolStrokeWidth: 2.5,
  };
  const texts = marks.flatMap((mark) =>
    mark.lines.map((text, i) => ({ ...mark, text, up: (mark.lines.length - 1 - i) * 15 })),
  );
  return {
    height: 250,
    padding: { left: 4, right, top: 6, bottom: 4 },
    data: { values: points.map(({ x, y, s }) => ({ x: place(x), y, s })) },
    encoding: {
      x: {
        field: "x",
        type: kind === "time" ? "temporal" : kind === "number" ? "quantitative" : "ordinal",
        sort: null,
        scale:
          kind === "time"
            ? { type: "utc", padding: few ? 14 : 0 }
            : kind === "number"
              ? { zero: false, nice: false, padding: few ? 14 : 0 }
              : { type: "point", padding: 0.3 },
        axis: { title: axisTitle(options.xTitle, width), ...spare, ...xAxis },
      },
      y: {
        field: "y",
        type: "quantitative",
        scale: { zero: options.zero !== false, ...(headroom > 0 && { domainMax: high + headroom }) },
        axis: {
          title: options.yTitle ?? null,
          tickCount: 5,
          labelExpr: tickExpression(options.format),
          ...upright,
        },
      },
    },
    layer: [
      {
        mark: { type: "line", strokeWidth: 2, ...(few && { point: { size: 36, shape: "circle" } }) },
        encoding: {
          color: { field: "s", type: "nominal", scale: scale(range), legend: several ? legend : null },
          ...(several && {
            strokeDash: {
              field: "s",
              type: "nominal",
              scale: scale(series.map((_s, i) => dashes[i])),
              legend,
            },
          }),
        },
      },
      ...(options.reference ? reference(options.reference.y, aside) : []),
      ...(marks.length > 0
        ? [
            {
              data: { values: marks },
              mark: { type: "point", size: 80, color: light("ink"), strokeWidth: 2 },
            },
          ]
        : []),
      ...texts.flatMap((mark) => callout(mark)),
    ],
  };
}

interface Mark {
  readonly x: string | number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
  readonly lines: readonly string[];
}

function annotation(
  wanted: { x: string | number | Date; text: string; series?: string },
  points: readonly Point[],
  xs: readonly (string | number)[],
  width: number,
): Mark {
  const name = wanted.x instanceof Date ? isoDate(wanted.x) : String(wanted.x);
  const point = points.find((p) => p.name === name && (wanted.series === undefined || p.s === wanted.series));
  if (!point)
    throw new Error(`The annotation "${wanted.text}" is to stand at x = ${name}, but no row has that x.`);
  const order = distinct(xs);
  const place =
    typeof point.x === "number"
      ? (point.x - Math.min(...(xs as number[]))) /
        Math.max(1e-9, Math.max(...(xs as number[])) - Math.min(...(xs as number[])))
      : order.indexOf(point.x) / Math.max(1, order.length - 1);
  const align = place < 0.35 ? "left" : place > 0.65 ? "right" : "center";
  return { x: point.x, y: point.y, align, lines: wrap(wanted.text, 12, width < 500 ? 200 : 320, 3) };
}

/** The words of an annotation, with paper around them so that lines behind do not cross them out. */
function callout(mark: Mark & { text: string; up: number }): object[] {
  const shape = { type: "text", fontSize: 12, align: mark.align, baseline: "bottom", dy: -9 - mark.up };
  const text = { encoding: { text: { field: "text", type: "nominal" } }, data: { values: [mark] } };
  return [
    { ...text, mark: { ...shape, stroke: light("paper"), strokeWidth: 4, color: light("paper") } },
    { ...text, mark: { ...shape, color: light("ink") } },
  ];
}

/** The words of a reference line, to stand in the margin at its end, where no line of the chart can cross them. */
function referenceLines({ text }: { text: string }, width: number): string[] {
  return wrap(text, 12, width < 500 ? 64 : 120, 3);
}

function reference(level: number, lines: readonly string[]): object[] {
  const encoding = { x: null, y: { field: "level", type: "quantitative" } };
  const words = { type: "text", align: "left", baseline: "middle", dx: 6, fontSize: 12, x: "width" };
  return [
    {
      data: { values: [{ level }] },
      mark: { type: "rule", strokeDash: [5, 4], color: light("ink") },
      encoding,
    },
    ...lines.map((text, i) => ({
      data: { values: [{ level, text }] },
      mark: { ...words, dy: (i - (lines.length - 1) / 2) * 15, color: light("ink") },
      encoding: { ...encoding, text: { field: "text", type: "nominal" } },
    })),
  ];
}
