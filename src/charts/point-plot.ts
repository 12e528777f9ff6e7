import * as Plot from "@observablehq/plot";
import { fullTexts, shorten, textWidth, wrap } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Cell, type Chart, makeChart } from "./drawing/chart";
import { compose, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { type Column, distinct, labels, numbers, type Rows, requireUnique, toRows } from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** Options of {@link pointPlot}. */
export interface PointPlotOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column of the groups, such as segments. */
  group: Column<T>;
  /** Column of the points, such as means. */
  value: Column<T>;
  /** Columns of the lower and upper end of the interval. */
  low?: Column<T>;
  high?: Column<T>;
  /** Column of the panels, such as the variable measured; panels stand side by side and share the groups. */
  panel?: Column<T>;
  /** What is measured, with its unit, and what the interval is. */
  valueTitle: string;
  format?: Format;
  /** Joins the points by a line, where the order of the groups has a meaning. */
  line?: boolean;
  /** Whether all panels have the same axis. Default true. */
  shared?: boolean;
  /** Whether the axis starts at zero. Default true. */
  zero?: boolean;
  colour?: Token;
}

interface Point {
  readonly panel: string;
  readonly group: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * One point per group with its interval, such as the mean recency score of each segment. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, an interval ends before it starts, or
 * a group stands twice in a panel.
 * @example pointPlot([{ segment: "VIP", mean: 4.9, from: 4.8, to: 5 }], { title: "Recency score by segment",
 *   group: "segment", value: "mean", low: "from", high: "to", valueTitle: "Mean score (95 % interval)" })
 */
export function pointPlot<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: PointPlotOptions<T>,
): Chart {
  const points = toPoints(toRows(rows), options);
  const say = valueWriter(
    points.map(({ value }) => value),
    options.format,
  );
  const sorted = [...points].sort((a, b) => b.value - a.value);
  const name = (p: Point | undefined) =>
    p ? `${p.panel ? `${p.panel}, ` : ""}${p.group} (${say(p.value)})` : "none";
  const intervals = options.low !== undefined && options.high !== undefined;
  const cells = points.map(({ panel, group, value, low, high }): Cell[] => {
    return [...(options.panel ? [panel] : []), group, value, ...(intervals ? [low, high] : [])];
  });
  return makeChart({
    title: options.title,
    alt: options.alt ?? `Highest: ${name(sorted[0])}; lowest: ${name(sorted.at(-1))}.`,
    data: {
      columns: [
        ...(options.panel ? [options.panel] : []),
        options.group,
        options.valueTitle,
        ...(intervals ? ["From", "To"] : []),
      ],
      rows: cells,
    },
    draw: (width) => draw(points, options, width),
  });
}

function toPoints<T extends object>(rows: readonly object[], options: PointPlotOptions<T>): Point[] {
  const values = numbers(rows, options.value);
  const lows = options.low === undefined ? values : numbers(rows, options.low);
  const highs = options.high === undefined ? values : numbers(rows, options.high);
  const groups = labels(rows, options.group);
  const panels = options.panel === undefined ? undefined : labels(rows, options.panel);
  requireUnique(
    groups.map((group, i) => (panels ? `${panels[i]} / ${group}` : group)),
    "The point",
  );
  return values.map((value, i): Point => {
    const [low, high] = [lows[i]!, highs[i]!];
    if (low > high)
      throw new Error(`Row ${i + 1}: the interval of "${groups[i]}" runs from ${low} down to ${high}.`);
    return { panel: panels?.[i] ?? "", group: groups[i]!, value, low, high };
  });
}

function draw<T extends object>(points: readonly Point[], options: PointPlotOptions<T>, width: number) {
  const groups = distinct(points.map(({ group }) => group));
  const panels = distinct(points.map(({ panel }) => panel));
  const columns = width < 500 ? 1 : Math.min(3, panels.length);
  const room = Math.min(width * 0.36, Math.max(...groups.map((group) => textWidth(group, 12))));
  const shown = shorten(groups, 12, room + 0.5);
  const names = room + 14;
  // Beside each other, only the first panel of a row needs the names of the groups.
  const plotWidth = Math.floor((width - names - (columns - 1) * 16) / columns);
  const drawn = panels.map((panel, i): Panel => {
    const own = points.filter((point) => point.panel === panel);
    const named = i % columns === 0;
    const all = options.shared === false ? own : points;
    return onePanel(
      own,
      all,
      groups,
      named ? shown : undefined,
      options,
      named ? plotWidth + names : plotWidth,
      names,
      panel,
    );
  });
  const full = fullTexts(groups, shown);
  // The first panel is wider by the names: `compose` places columns of equal width, so the others move right.
  const placed = drawn.map((panel, i) => ({
    ...panel,
    left: i % columns === 0 ? 0 : names + (i % columns) * (plotWidth + 16),
  }));
  return {
    svg: withFoot(
      compose(placed, columns, width),
      wrap(options.valueTitle, 12, width - 12, 2),
      width,
      "title",
    ),
    full,
  };
}

function onePanel<T extends object>(
  own: readonly Point[],
  all: readonly Point[],
  groups: readonly string[],
  shown: readonly string[] | undefined,
  options: PointPlotOptions<T>,
  width: number,
  names: number,
  title: string,
): Panel {
  const low = Math.min(...all.map((p) => p.low), ...(options.zero === false ? [] : [0]));
  const high = Math.max(...all.map((p) => p.high), ...(options.zero === false ? [] : [0]));
  const pad = (high - low || 1) * 0.05;
  const ticks = roundTicks(low, high, width - (shown ? names : 0) < 220 ? 3 : 6);
  const written = ticks.map((x) => tickText(x, options.format));
  const widest = Math.max(0, ...written.map((text) => textWidth(text, 12)));
  // Every second, third … tick is named where the names of all would run into each other.
  const every = Math.ceil((ticks.length * (widest + 8)) / (width - (shown ? names : 0)));
  const height = groups.length * 24 + 28;
  const colour = light(options.colour ?? "s1");
  const say = valueWriter(
    all.map(({ value }) => value),
    options.format,
  );
  const svg = drawPlot(
    {
      height,
      marginLeft: shown ? names : 6,
      marginRight: 10,
      marginTop: 4,
      marginBottom: 24,
      x: {
        type: "linear",
        domain: [low < 0 || options.zero === false ? low - pad : low, high + pad],
        label: null,
        ticks,
        tickSize: 0,
        tickFormat: (_x: number, i: number) => (i % every === 0 ? written[i]! : ""),
      },
      y: {
        type: "point",
        domain: [...groups],
        label: null,
        tickSize: 0,
        padding: 0.5,
        tickFormat: (group: string) => shown?.[groups.indexOf(group)] ?? "",
      },
      marks: [
        Plot.gridX({ stroke: light("grid"), strokeOpacity: 1, ticks }),
        Plot.gridY({ stroke: light("grid"), strokeOpacity: 1 }),
        ...(options.line
          ? [Plot.line(own as Point[], { x: "value", y: "group", stroke: light("axis") })]
          : []),
        Plot.ruleY(own as Point[], { x1: "low", x2: "high", y: "group", stroke: colour, strokeWidth: 2.5 }),
        Plot.dot(own as Point[], {
          x: "value",
          y: "group",
          r: 4.5,
          fill: colour,
          stroke: light("paper"),
          title: ({ group, value }: Point) => `${group}: ${say(value)}`,
        }),
      ],
    },
    width,
  );
  return { svg, width, height, ...(title && { title }) };
}
