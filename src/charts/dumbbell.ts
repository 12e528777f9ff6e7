import * as Plot from "@observablehq/plot";
import { fullTexts, shorten, textWidth } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Chart, makeChart } from "./drawing/chart";
import { seriesKey, withKey } from "./drawing/key";
import { type Column, labels, numbers, type Rows, requireUnique, toRows, zip } from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** Options of {@link dumbbell}. */
export interface DumbbellOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  label: Column<T>;
  /** Column of the first value, such as the published one. */
  from: Column<T>;
  /** Column of the second value, such as the corrected one. */
  to: Column<T>;
  /** What the two are called. Default: as published, corrected. */
  names?: readonly [string, string];
  /** Colours of the two. Default: `published`, `corrected`. */
  colours?: readonly [Token, Token];
  valueTitle?: string;
  format?: Format;
  /** Whether the axis starts at zero. Default true. */
  zero?: boolean;
}

interface Pair {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Two values of each thing on one line, such as published and corrected, with the values beside them. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, or a label stands twice.
 * @example dumbbell([{ country: "UK", lines: 0.89, revenue: 0.829 }], { title: "Share of the UK", label: "country",
 *   from: "lines", to: "revenue", names: ["of lines", "of revenue"], format: "percent" })
 */
export function dumbbell<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: DumbbellOptions<T>,
): Chart {
  const list = toRows(rows);
  const [names, from, to] = [
    labels(list, options.label),
    numbers(list, options.from),
    numbers(list, options.to),
  ];
  requireUnique(names, "The label");
  const ends = options.names ?? ["As published", "Corrected"];
  const pairs = names.map((name, i): Pair => ({ name, from: from[i]!, to: to[i]! }));
  const widest = [...pairs].sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0];
  const say = valueWriter([...from, ...to], options.format);
  const alt = widest
    ? `Greatest difference: ${widest.name}, ${ends[0]} ${say(widest.from)}, ${ends[1]} ${say(widest.to)}.`
    : "";
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: { columns: [options.label, ...ends], rows: zip(names, from, to) },
    draw: (width) => draw(pairs, ends, options, width),
  });
}

function draw<T extends object>(
  pairs: readonly Pair[],
  ends: readonly [string, string],
  options: DumbbellOptions<T>,
  width: number,
) {
  const narrow = width < 500;
  const [first, second] = (options.colours ?? ["published", "corrected"]).map(light) as [string, string];
  const say = valueWriter(
    pairs.flatMap(({ from, to }) => [from, to]),
    options.format,
  );
  const key = seriesKey(
    [
      { name: ends[0], colour: first },
      { name: ends[1], colour: second },
    ],
    width,
  );
  const nameRoom = Math.min(width * 0.36, Math.max(...pairs.map(({ name }) => textWidth(name, 12))));
  const shown = shorten(
    pairs.map(({ name }) => name),
    12,
    nameRoom + 0.5,
  );
  const full = fullTexts(
    pairs.map(({ name }) => name),
    shown,
  );
  const marginLeft = nameRoom + 16;
  const values = pairs.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const base = options.zero === false ? low : Math.min(0, low);
  const top = options.zero === false ? high : Math.max(0, high);
  const label = Math.max(...values.map((x) => textWidth(say(x), 12))) + 12;
  const pad = ((top - base || 1) * label) / Math.max(60, width - marginLeft - 2 * label);
  const domain = [base - pad, top + pad];
  const ticks = roundTicks(base, top, narrow ? 3 : 6);
  const row = (pair: Pair) => shown[pairs.indexOf(pair)]!;
  const dot = (at: "from" | "to") =>
    Plot.dot(pairs as Pair[], {
      x: at,
      y: row,
      symbol: at === "from" ? "circle" : "square",
      r: 5,
      fill: at === "from" ? first : second,
      stroke: light("paper"),
    });
  const text = (side: "left" | "right") =>
    Plot.text(pairs as Pair[], {
      x: ({ from, to }: Pair) => (side === "left" ? Math.min(from, to) : Math.max(from, to)),
      y: row,
      // Equal values need one label only.
      text: ({ from, to }: Pair) =>
        side === "left" && from === to ? "" : say(side === "left" ? Math.min(from, to) : Math.max(from, to)),
      textAnchor: side === "left" ? "end" : "start",
      dx: side === "left" ? -9 : 9,
      fill: light("ink"),
      stroke: light("paper"),
      strokeWidth: 4,
    });
  const svg = drawPlot(
    {
      height: key.height + 12 + pairs.length * 30 + 44,
      marginLeft,
      marginRight: 8,
      marginTop: key.height + 6,
      marginBottom: 44,
      x: {
        type: "linear",
        domain,
        label: options.valueTitle ?? null,
        labelAnchor: "center",
        labelArrow: "none",
        ticks,
        tickSize: 0,
        tickFormat: (x: number) => tickText(x, options.format),
      },
      y: { type: "point", domain: shown, label: null, tickSize: 0, padding: 0.6 },
      marks: [
        Plot.gridX({ stroke: light("grid"), strokeOpacity: 1, ticks }),
        Plot.link(pairs as Pair[], { x1: "from", x2: "to", y: row, stroke: light("axis"), strokeWidth: 3 }),
        dot("from"),
        dot("to"),
        text("left"),
        text("right"),
      ],
    },
    width,
  );
  return { svg: withKey(svg, key.svg), full };
}
