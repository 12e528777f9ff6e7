import * as Plot from "@observablehq/plot";
import { fixed } from "../theme/format";
import { textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Chart, makeChart } from "./drawing/chart";
import { compose, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { distinct, labels, numbers, type Rows, requireUnique, toRows, zip } from "./drawing/rows";
import { tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** A criterion at one number of clusters, with the ends of its interval where it has one. */
export interface ElbowRow {
  readonly criterion: string;
  readonly k: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** Options of {@link elbowChart}. */
export interface ElbowOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Points to mark, such as the knee of the inertia or the greatest silhouette. */
  marks?: readonly { readonly criterion: string; readonly k: number; readonly text: string }[];
  /** What the intervals are. */
  intervals?: string;
}

interface Point {
  readonly criterion: string;
  readonly k: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Criteria against the number of clusters, a panel each, with intervals and marked points. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, a k stands twice or a mark is nowhere.
 * @example elbowChart([{ criterion: "Inertia", k: 2, value: 6773.6 }, { criterion: "Inertia", k: 3, value: 5239.1 }],
 *   { title: "Inertia by number of clusters", marks: [{ criterion: "Inertia", k: 3, text: "knee" }] })
 */
export function elbowChart(rows: Rows<ElbowRow>, options: ElbowOptions): Chart {
  const points = toPoints(rows);
  const names = distinct(points.map(({ criterion }) => criterion));
  const marks = options.marks ?? [];
  for (const { criterion, k, text } of marks) {
    if (points.length > 0 && !points.some((p) => p.criterion === criterion && p.k === k)) {
      throw new Error(`The mark "${text}" is at "${criterion}", k = ${k}, where there is no row.`);
    }
  }
  const said = marks.map(({ criterion, k, text }) => `${criterion}: ${text} at k = ${k}`);
  const ks = points.map(({ k }) => k);
  const range = `${names.join(", ")} for k from ${Math.min(...ks)} to ${Math.max(...ks)}`;
  const intervals = points.some(({ low, high }) => low < high);
  const columns = [points.map(({ criterion }) => criterion), ks, points.map(({ value }) => value)];
  const ends = [points.map(({ low }) => low), points.map(({ high }) => high)];
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${range}${said.length > 0 ? `; ${said.join("; ")}` : ""}.`,
    data: {
      columns: ["Criterion", "k", "Value", ...(intervals ? ["From", "To"] : [])],
      rows: zip(...columns, ...(intervals ? ends : [])),
    },
    draw: (width) => {
      const across = width < 500 ? 1 : Math.min(names.length, names.length === 3 ? 3 : 2);
      const panelWidth = Math.floor((width - (across - 1) * 20) / across);
      const panels = names.map((name) =>
        draw(
          name,
          points.filter(({ criterion }) => criterion === name),
          marks.filter(({ criterion }) => criterion === name),
          panelWidth,
        ),
      );
      const foot = `Number of clusters k${intervals ? `; bars: ${options.intervals ?? "interval"}` : ""}`;
      return { svg: withFoot(compose(panels, across, width), [foot], width, "title") };
    },
  });
}

function toPoints(rows: Rows<ElbowRow>): Point[] {
  const list = toRows(rows);
  const [criteria, ks, values] = [labels(list, "criterion"), numbers(list, "k"), numbers(list, "value")];
  requireUnique(
    ks.map((k, i) => `${criteria[i]}, k = ${k}`),
    "The point",
  );
  return ks.map((k, i): Point => {
    const { low, high } = list[i] as ElbowRow;
    const value = values[i]!;
    if (low === undefined || high === undefined)
      return { criterion: criteria[i]!, k, value, low: value, high: value };
    if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
      throw new Error(`Row ${i + 1}: the interval from ${low} to ${high} is none.`);
    }
    return { criterion: criteria[i]!, k, value, low, high };
  });
}

function draw(
  title: string,
  points: readonly Point[],
  marks: NonNullable<ElbowOptions["marks"]>,
  width: number,
): Panel {
  const height = 190;
  const all = points.flatMap(({ value, low, high }) => [value, low, high]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low || Math.abs(high) || 1) * 0.12;
  const ticks = roundTicks(low - pad, high + pad, 6);
  const marginLeft = Math.max(...ticks.map((tick) => textWidth(tickText(tick), 12))) + 12;
  const say = valueWriter(points.map(({ value }) => value));
  const ks = points.map(({ k }) => k);
  const [first, last] = [Math.min(...ks), Math.max(...ks)];
  const middle = (first + last) / 2;
  const marked = marks.map(({ k, text }) => ({
    ...points.find((point) => point.k === k)!,
    text: `${text}, k = ${fixed(k, 0)}`,
  }));
  const every = Math.ceil(ks.length / Math.max(2, Math.floor((width - marginLeft) / 26)));
  const svg = drawPlot(
    {
      height,
      marginLeft,
      marginRight: 12,
      marginTop: 22,
      marginBottom: 24,
      x: {
        type: "linear",
        domain: first < last ? [first, last] : [first - 1, last + 1],
        inset: 8,
        label: null,
        ticks: ks.filter((_k, i) => i % every === 0),
        tickSize: 0,
        tickFormat: (k: number) => fixed(k, 0),
      },
      y: {
        type: "linear",
        domain: [low - pad, high + pad],
        label: null,
        ticks,
        tickSize: 0,
        tickFormat: (y: number) => tickText(y),
      },
      marks: [
        Plot.gridY({ stroke: light("grid"), strokeOpacity: 1, ticks }),
        Plot.ruleX(points as Point[], {
          x: "k",
          y1: "low",
          y2: "high",
          stroke: light("muted"),
          strokeWidth: 1.5,
        }),
        Plot.line(points as Point[], { x: "k", y: "value", stroke: light("s1"), strokeWidth: 2 }),
        Plot.dot(points as Point[], {
          x: "k",
          y: "value",
          r: 3.5,
          fill: light("s1"),
          stroke: light("paper"),
          title: ({ k, value }: Point) => `k = ${k}: ${say(value)}`,
        }),
        Plot.dot(marked, {
          x: "k",
          y: "value",
          r: 8,
          stroke: light("s2"),
          strokeWidth: 2,
          fill: "none",
        }),
        ...marked.map((mark) =>
          Plot.text([mark], {
            x: "k",
            y: "value",
            text: "text",
            textAnchor: mark.k <= middle ? "start" : "end",
            dx: mark.k <= middle ? 10 : -10,
            dy: -13,
            fill: light("ink"),
            stroke: light("paper"),
            strokeWidth: 4,
          }),
        ),
      ],
    },
    width,
  );
  return { svg, title, width, height };
}
