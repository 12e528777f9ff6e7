import * as Plot from "@observablehq/plot";
import { hierarchy, treemap as layOut } from "d3-hierarchy";
import { percent } from "../theme/format";
import { boldness, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./chart";
import { drawPlot } from "./plot";
import { ramp } from "./ramp";
import { type Column, labels, numbers, type Rows, requireUnique, toRows } from "./rows";
import { type Format, valueText } from "./scale";

/** Options of {@link treemap}. */
export interface TreemapOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  label: Column<T>;
  /** Column of the areas; not negative. */
  value: Column<T>;
  valueTitle?: string;
  format?: Format;
}

interface Tile {
  readonly name: string;
  readonly value: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Parts of a whole as areas, the greatest first, with name, value and share where they fit; tiles too small for
 * words keep a tooltip and stand in the data. Squarified layout (Bruls, Huizing & van Wijk 2000). O(n log n).
 *
 * @throws Error that names row and column if a value is negative or not finite, or a label stands twice.
 * @example treemap([{ segment: "VIP", revenue: 4_018_366 }], { title: "Revenue by segment", label: "segment",
 *   value: "revenue", valueTitle: "Revenue (£)", format: "money" })
 */
export function treemap<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: TreemapOptions<T>,
): Chart {
  const list = toRows(rows);
  const names = labels(list, options.label);
  const values = numbers(list, options.value);
  requireUnique(names, "The tile");
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) {
    throw new Error(
      `Row ${negative + 1}, column "${options.value}": ${values[negative]} is negative and has no area.`,
    );
  }
  const total = values.reduce((sum, value) => sum + value, 0);
  const share = (value: number) => (total > 0 ? value / total : 0);
  const most = values.indexOf(Math.max(...values));
  const alt = `Largest: ${names[most]} with ${valueText(values[most] ?? 0, options.format)}, ${percent(share(values[most] ?? 0))} of the whole.`;
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: [options.label, options.valueTitle ?? options.value, "Share"],
      rows: total > 0 ? names.map((name, i) => [name, values[i]!, share(values[i]!)]) : [],
    },
    draw: (width) => ({ svg: draw(names, values, share, options, width) }),
  });
}

function tiles(names: readonly string[], values: readonly number[], width: number, height: number): Tile[] {
  const leaves = names.map((name, i) => ({ name, value: values[i]!, children: [] as never[] }));
  type Node = { name: string; value: number; children: Node[] };
  const root = hierarchy<Node>({ name: "", value: 0, children: leaves })
    .sum(({ value }) => value)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = layOut<Node>().size([width, height]).paddingInner(2).round(true)(root);
  return laid
    .leaves()
    .filter((leaf) => leaf !== laid)
    .map(({ data, x0, y0, x1, y1 }) => ({ name: data.name, value: data.value, x0, y0, x1, y1 }));
}

function draw<T extends object>(
  names: readonly string[],
  values: readonly number[],
  share: (value: number) => number,
  options: TreemapOptions<T>,
  width: number,
): string {
  const height = width < 500 ? 380 : 340;
  const laid = tiles(names, values, width, height);
  const scale = ramp(values);
  const words = laid.flatMap((tile) => {
    const [w, h] = [tile.x1 - tile.x0 - 10, tile.y1 - tile.y0 - 8];
    const lines = Math.floor(h / 15);
    if (lines < 1 || w < 34) return [];
    const figures = [valueText(tile.value, options.format), percent(share(tile.value))];
    const joined = figures.join(" · ");
    const below = textWidth(joined, 12) <= w ? [joined] : figures.filter((text) => textWidth(text, 12) <= w);
    const name = wrap(tile.name, 12, w / boldness, Math.max(1, lines - below.length));
    // A stump such as "Pro…" says nothing: the tooltip and the data have the name.
    if (name.some((line) => line.endsWith("…") && line.length < 8)) return [];
    return [...name, ...below].slice(0, lines).map((text, i) => ({ tile, text, i, bold: i < name.length }));
  });
  return drawPlot(
    {
      height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.rect(laid, {
          x1: "x0",
          x2: "x1",
          y1: "y0",
          y2: "y1",
          fill: ({ value }: Tile) => scale.fill(value),
          stroke: light("axis"),
          strokeWidth: 0.5,
          title: ({ name, value }: Tile) =>
            `${name}: ${valueText(value, options.format)} (${percent(share(value))})`,
        }),
        ...words.map(({ tile, text, i, bold }) =>
          Plot.text([tile], {
            x: tile.x0 + 6,
            y: tile.y0 + 12 + i * 15,
            text: [text],
            textAnchor: "start",
            fontSize: 12,
            fontWeight: bold ? 600 : 400,
            fill: scale.ink(tile.value),
          }),
        ),
      ],
    },
    width,
  );
}
