import { fullTexts, shorten, textWidth, wrap } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
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
import { type Format, tickExpression, valueWriter } from "./drawing/scale";
import { type Colours, legendColumns, seriesColours } from "./drawing/series";
import { drawVega, type Spec, upright } from "./vega";

/** Options of {@link barChart}. */
export interface BarOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column of the bars' names. */
  category: Column<T>;
  /** Column of the bars' lengths, or several columns for grouped bars. */
  value: Column<T> | readonly Column<T>[];
  /** Column that groups the bars of a category; with it, each pair of category and series stands in one row. */
  series?: Column<T>;
  /** Names of the `value` columns in the legend. */
  names?: readonly string[];
  categoryTitle?: string;
  /** Title of the value axis, with the unit. */
  valueTitle?: string;
  /** Horizontal where the names would not fit below the bars, unless said. */
  orientation?: "vertical" | "horizontal";
  format?: Format;
  /** Values beside the bars, where they fit. Default true. */
  labels?: boolean;
  /** Names of bars to stand out. */
  highlight?: readonly string[];
  /** Colours by name of series. */
  colours?: Colours;
  /** Colour of the bars where there are no series. Default `s1`. */
  colour?: Token;
}

/**
 * Vega's label of a category such as 2011-03: its month, with the year below the first and each January. Where bars
 * stand too close for that, every second, third … month from January on is named.
 */
function monthLabels(names: readonly string[], every: number): string {
  const first = names.find((name) => (Number(name.slice(5)) - 1) % every === 0);
  const month = "utcmonth(toDate(datum.value))";
  const year = `datum.value == '${first}' || ${month} == 0 ? utcFormat(toDate(datum.value), '%Y') : ''`;
  return `${month} % ${every} == 0 ? [utcFormat(toDate(datum.value), '%b'), ${year}] : ''`;
}

/** The title of the categories above their names, which end at the axis. */
const aboveNames = {
  titleAngle: 0,
  titleAlign: "right",
  titleAnchor: "end",
  titleX: -7,
  titleY: -10,
} as const;

/** A title wider than the plot ends with it and reaches below the names, in two lines if need be. */
function wideTitle(title: string | undefined, room: number, width: number) {
  if (title === undefined || textWidth(title, 12) <= room) return {};
  return { title: wrap(title, 12, width - 24, 2), titleAnchor: "end", titleAlign: "right" };
}

/** Labels of several lines, centred on their bar: Vega sets the first line there. */
const brokenLabels = {
  labelExpr: "split(datum.label, '\\n')",
  labelLineHeight: 14,
  labelOffset: {
    condition: [
      { test: "length(split(datum.value, '\\n')) == 3", value: -14 },
      { test: "length(split(datum.value, '\\n')) == 2", value: -7 },
    ],
    value: 0,
  },
};

interface Bar {
  readonly c: string;
  readonly s: string;
  readonly v: number;
  readonly label: string;
  readonly fill: string;
}

/**
 * Bars from zero, one per row in the order of the rows, or grouped by series. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number or a bar stands twice.
 * @example barChart([{ country: "UK", revenue: 7_285_025 }], { title: "Revenue by country", category: "country",
 *   value: "revenue", valueTitle: "Revenue (£)", format: "money" })
 */
export function barChart<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: BarOptions<T>,
): Chart {
  const { title } = options;
  const bars = toBars(toRows(rows), options);
  const grouped = options.series !== undefined || Array.isArray(options.value);
  requireUnique(
    bars.map(({ c, s }) => (grouped ? `${c} / ${s}` : c)),
    "The bar",
  );
  const columns = [options.categoryTitle ?? options.category, options.valueTitle ?? String(options.value)];
  const values = bars.map(({ v }) => v);
  const names = bars.map(({ c }) => c);
  const series = bars.map(({ s }) => s);
  return makeChart({
    title,
    alt: options.alt ?? summary(bars, grouped),
    data: grouped
      ? { columns: [columns[0]!, "Series", options.valueTitle ?? "Value"], rows: zip(names, series, values) }
      : { columns, rows: zip(names, values) },
    draw: (width) => draw(bars, grouped, options, width),
  });
}

function toBars<T extends object>(rows: readonly object[], options: BarOptions<T>): Bar[] {
  const { format = "number", highlight, colour = "s1" } = options;
  const columns: readonly string[] = Array.isArray(options.value) ? options.value : [options.value as string];
  const names = labels(rows, options.category);
  const series = options.series === undefined ? undefined : labels(rows, options.series);
  const plain = light(highlight ? "axis" : colour);
  const values = columns.map((column) => numbers(rows, column));
  const write = valueWriter(values.flat(), format);
  const bars = columns.map((column, j) =>
    values[j]!.map((v, i) => {
      const c = names[i]!;
      const fill = highlight?.includes(c) ? light("s2") : plain;
      return { c, s: series?.[i] ?? options.names?.[j] ?? column, v, label: write(v), fill };
    }),
  );
  return rows.flatMap((_row, i) => bars.map((column) => column[i]!));
}

function summary(bars: readonly Bar[], grouped: boolean): string {
  const sorted = [...bars].sort((a, b) => b.v - a.v);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return "No bars.";
  const say = ({ c, s, label }: Bar) => `${c}${grouped ? ` (${s})` : ""} with ${label}`;
  return bars.length === 1 ? `One bar: ${say(most)}.` : `Largest: ${say(most)}; smallest: ${say(least)}.`;
}

function draw<T extends object>(
  bars: readonly Bar[],
  grouped: boolean,
  options: BarOptions<T>,
  width: number,
) {
  const names = distinct(bars.map(({ c }) => c));
  const series = distinct(bars.map(({ s }) => s));
  const monthly = names.every((name) => /^\d{4}-\d{2}$/.test(name));
  const step = (width - 70) / names.length;
  const widest = Math.max(...names.map((name) => textWidth(monthly ? "2011" : name, 12)));
  const every = [1, 2, 3, 4, 6].find((months) => months * step >= widest + 6) ?? 12;
  const labelWidth = Math.max(...bars.map(({ label }) => textWidth(label, 12))) + 8;
  const labelsFit = labelWidth - 4 <= step / (grouped ? series.length * 1.15 : 1);
  const crowded = widest > step - 6 || (options.labels !== false && !labelsFit && bars.length <= 40);
  const horizontal = options.orientation ? options.orientation === "horizontal" : crowded;
  const shown = horizontal
    ? shorten(names, 12, Math.min(300, width * 0.44), width < 500 ? 3 : 2)
    : shorten(names, 12, Math.max(step * 1.6, 60));
  const widestLine = Math.max(...shown.flatMap((s) => s.split("\n").map((line) => textWidth(line, 12))));
  const lines = Math.max(...shown.map((s) => s.split("\n").length));
  const shownOf = new Map(names.map((name, i) => [name, shown[i]!]));
  const full = fullTexts(names, shown);
  const labelled = options.labels !== false && (horizontal || labelsFit);
  const colours = seriesColours(grouped ? series : [], options.colours);
  const [low, high] = [Math.min(0, ...bars.map(({ v }) => v)), Math.max(0, ...bars.map(({ v }) => v))];
  const room = horizontal ? width - widestLine - 40 : 270;
  const pad = labelled ? (high - low) / Math.max(1, room / (horizontal ? labelWidth : 18) - 1) : 0;
  const domain = low === high ? [0, 1] : [low < 0 ? low - pad : 0, high > 0 ? high + pad : 0];

  const axes = (kind: "category" | "value") =>
    kind === "category"
      ? {
          field: "c",
          type: "nominal",
          sort: null,
          axis: {
            title: options.categoryTitle ?? null,
            ...(horizontal && aboveNames),
            ticks: false,
            domain: true,
            grid: false,
            labelAngle: 0,
            labelLimit: 400,
            labelOverlap: !horizontal,
            labelSeparation: 4,
            ...(lines > 1 && brokenLabels),
            ...(monthly && !horizontal && { labelExpr: monthLabels(names, every), labelOverlap: false }),
            labelPadding: 6,
          },
          scale: { paddingInner: grouped ? 0.25 : 0.2, paddingOuter: 0.12 },
        }
      : {
          field: "v",
          type: "quantitative",
          stack: null,
          scale: { domain, nice: !labelled },
          axis: {
            title: options.valueTitle ?? null,
            tickCount: width < 500 ? 3 : 5,
            labelOverlap: true,
            labelSeparation: 8,
            grid: true,
            domain: false,
            ticks: false,
            labelExpr: tickExpression(options.format),
            ...(horizontal ? wideTitle(options.valueTitle, room, width) : upright),
          },
        };
  const [along, across] = horizontal ? ["y", "x"] : ["x", "y"];
  const offset = grouped ? { [`${along}Offset`]: { field: "s", sort: null } } : {};
  const text = horizontal ? { align: "left", dx: 4, baseline: "middle" } : { dy: -5, baseline: "bottom" };
  const below = horizontal ? { align: "right", dx: -4, baseline: "middle" } : { dy: 5, baseline: "top" };
  const textLayer = (mark: object, test: string) => ({
    mark: { type: "text", fontSize: 12, color: light("ink"), ...mark },
    transform: [{ filter: test }],
    encoding: { text: { field: "label", type: "nominal" } },
  });
  const count = names.length * (grouped ? series.length : 1);
  const spec: Spec = {
    data: { values: bars.map((bar) => ({ ...bar, c: shownOf.get(bar.c)! })) },
    height: horizontal
      ? Math.max(
          40,
          count * (grouped ? 19 : lines > 1 ? 14 * lines + 6 : 25) + (grouped ? names.length * 6 : 0),
        )
      : 270,
    encoding: { [along!]: axes("category"), [across!]: axes("value"), ...offset },
    layer: [
      {
        mark: { type: "bar", ...(!horizontal && !grouped && step > 130 && { size: 90 }) },
        encoding: {
          color: grouped
            ? {
                field: "s",
                type: "nominal",
                scale: { domain: series, range: series.map((name) => colours.get(name)!) },
                legend: {
                  symbolType: "square",
                  columns: legendColumns(series, horizontal ? room : width - 60),
                  offset: (horizontal ? options.categoryTitle : options.valueTitle) ? 30 : 8,
                },
              }
            : { field: "fill", type: "nominal", scale: null },
        },
      },
      ...(labelled ? [textLayer(text, "datum.v >= 0"), textLayer(below, "datum.v < 0")] : []),
    ],
  };
  return { ...drawVega(spec, width), full };
}
