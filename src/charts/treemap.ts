import * as Plot from "@observablehq/plot";
import { hierarchy, treemap as layOut } from "d3-hierarchy";
import { percent } from "../theme/format";
import { boldness, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { ramp } from "./drawing/ramp";
import { type Column, labels, numbers, type Rows, requireUnique, toRows } from "./drawing/rows";
import { type Format, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

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
 * words are listed below, smallest last. Squarified layout (Bruls, Huizing & van Wijk 2000). O(n log n).
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
  const say = valueWriter(values, options.format);
  const alt = `Largest: ${names[most]} with ${say(values[most] ?? 0)}, ${percent(share(values[most] ?? 0))} of the whole.`;
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

/** The lines of a tile, names bold, in letters of 12 pixels or 11 where these do not fit. */
interface Words {
  readonly size: number;
  readonly name: readonly string[];
  readonly figures: readonly string[];
}

/** What fits into a tile: its whole name and as many of its figures as there is room for; else nothing. */
function wordsOf(tile: Tile, figures: readonly [string, string]): Words | undefined {
  const [w, h] = [tile.x1 - tile.x0 - 9, tile.y1 - tile.y0 - 6];
  for (const size of [12, 11]) {
    const lines = Math.floor(h / (size + 3));
    const name = wrap(tile.name, size, w / boldness, Math.max(1, lines));
    // A stump such as "Pro…" says nothing; a long name may lose its end.
    const cut = name.some((line) => line.endsWith("…") && line.length < 16);
    if (cut || name.length > lines) continue;
    const joined = figures.join(" · ");
    const below =
      textWidth(joined, size) <= w ? [joined] : figures.filter((text) => textWidth(text, size) <= w);
    return { size, name, figures: below.slice(0, lines - name.length) };
  }
  return undefined;
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
  const say = valueWriter(values, options.format);
  const part = valueWriter(values.map(share), "percent");
  const worded = laid.map((tile) => ({
    tile,
    words: wordsOf(tile, [say(tile.value), part(share(tile.value))]),
  }));
  const lines = worded.flatMap(({ tile, words }) =>
    [...(words?.name ?? []), ...(words?.figures ?? [])].map((text, i) => {
      return { tile, text, i, size: words!.size, bold: i < words!.name.length };
    }),
  );
  const svg = drawPlot(
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
          title: ({ name, value }: Tile) => `${name}: ${say(value)} (${part(share(value))})`,
        }),
        ...lines.map(({ tile, text, i, size, bold }) =>
          Plot.text([tile], {
            x: tile.x0 + 5,
            y: tile.y0 + size / 2 + 5 + i * (size + 3),
            text: [text],
            textAnchor: "start",
            fontSize: size,
            fontWeight: bold ? 600 : 400,
            fill: scale.ink(tile.value),
          }),
        ),
      ],
    },
    width,
  );
  const mute = worded.filter(({ words, tile }) => words === undefined && tile.value > 0);
  const list = mute.map(({ tile }) => `${tile.name} ${say(tile.value)}`).join(", ");
  const foot = mute.length === 0 ? [] : wrap(`Too small for words: ${list}`, 12, width - 8, 3);
  return withFoot(svg, foot, width, "remark");
}
