import { count, fixed, percent } from "../theme/format";
import { fullTexts, textWidth, truncate } from "../theme/text";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Chart, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { panelColours } from "./drawing/series";
import { picture, px, stroke, words } from "./drawing/svg";

/** Silhouette widths of customers, and the cluster of each, from 0. */
export interface Silhouettes {
  readonly values: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** Options of {@link silhouettePlot}. */
export interface SilhouetteOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Names of the clusters. Default: Cluster 1, Cluster 2, … */
  names?: readonly string[];
  /** Customers in each cluster, where the silhouettes are those of a sample. */
  sizes?: readonly number[];
}

interface Band {
  readonly name: string;
  readonly size: number;
  /** Widths from the greatest to the least. */
  readonly sorted: Float64Array;
  readonly mean: number;
  readonly below: number;
}

/** Steps in the outline of one cluster at most. */
const steps = 150;

/**
 * The silhouettes of each cluster from the greatest down, as one outline of at most 150 steps a cluster, with the
 * mean of all as a dashed line. A good cluster is broad beyond that line and has little left of zero
 * (Rousseeuw 1987). O(n log n).
 *
 * @throws Error if lengths differ, a value is not from −1 to 1.
 * @example silhouettePlot({ values: [0.6, 0.5, -0.1], labels: [0, 0, 1] }, { title: "Silhouettes, k = 2" })
 */
export function silhouettePlot(silhouettes: Silhouettes, options: SilhouetteOptions): Chart {
  const bands = toBands(silhouettes, options);
  const n = silhouettes.values.length;
  const mean = n > 0 ? bands.reduce((sum, band) => sum + band.mean * band.sorted.length, 0) / n : 0;
  const weakest = [...bands].sort((a, b) => a.mean - b.mean)[0];
  const alt = `Mean silhouette ${fixed(mean, 3)} in ${count(bands.length)} ${bands.length === 1 ? "cluster" : "clusters"}; lowest in ${weakest?.name} (${fixed(weakest?.mean, 3)}).`;
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: ["Cluster", "Customers", "Mean silhouette", "Share below zero", "Least", "Greatest"],
      rows: bands.map(({ name, size, sorted, mean, below }) => {
        return [name, size, mean, below, sorted.at(-1)!, sorted[0]!];
      }),
    },
    draw: (width) => draw(bands, mean, width),
  });
}

function toBands({ values, labels }: Silhouettes, { names, sizes }: SilhouetteOptions): Band[] {
  if (values.length !== labels.length) {
    throw new Error(`There are ${values.length} silhouettes and ${labels.length} labels: one label each.`);
  }
  const members: number[][] = [];
  for (let i = 0; i < values.length; i++) {
    const [value, label] = [values[i]!, labels[i]!];
    if (!(Math.abs(value) <= 1))
      throw new Error(`Row ${i + 1}: a silhouette of ${value} is not from −1 to 1.`);
    if (!Number.isInteger(label) || label < 0) throw new Error(`Row ${i + 1}: ${label} is no cluster.`);
    while (members.length <= label) members.push([]);
    members[label]!.push(value);
  }
  return members.flatMap((list, c): Band[] => {
    if (list.length === 0) return [];
    const sorted = Float64Array.from(list).sort().reverse();
    const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
    const below = list.filter((value) => value < 0).length / list.length;
    return [{ name: names?.[c] ?? `Cluster ${c + 1}`, size: sizes?.[c] ?? list.length, sorted, mean, below }];
  });
}

function draw(bands: readonly Band[], mean: number, width: number) {
  const [left, right] = [10, 14];
  const n = bands.reduce((sum, { sorted }) => sum + sorted.length, 0);
  const low = Math.min(0, ...bands.map(({ sorted }) => sorted.at(-1)!));
  const high = Math.max(0.5, ...bands.map(({ sorted }) => sorted[0]!));
  const at = (value: number) => left + ((value - low) / (high - low)) * (width - left - right);
  const colours = panelColours(bands.map((_band, i) => String(i)));
  const top = 24;
  let y = top;
  const shapes: string[] = [];
  const titles: string[] = [];
  for (const [i, { name, size, sorted, mean: own, below }] of bands.entries()) {
    const facts = `${count(size)} · mean ${fixed(own, 2)} · ${percent(below, 1)} below 0`;
    // The name may be cut, the figures not: where both do not fit one line, they take two.
    const room = width - left - right;
    const one = `${name} · ${facts}`;
    for (const text of textWidth(one, 12) <= room ? [one] : [truncate(name, 12, room), facts]) {
      y += 16;
      titles.push(words(left, y, text, { halo: true }));
    }
    y += 6;
    const height = Math.max(12, (300 * sorted.length) / n);
    shapes.push(`<path d="${outline(sorted, at, y, height)}" fill="${colours.get(String(i))}"/>`);
    y += height + 8;
  }
  const ticks = roundTicks(low, high, width < 500 ? 4 : 8);
  const grid = ticks.map((tick) => stroke(`M${px(at(tick))},${top}V${px(y)}`, light("grid")));
  const numbers = ticks.map((tick) =>
    words(at(tick), y + 16, fixed(tick, 1), { anchor: "middle", fill: "muted" }),
  );
  const said = `mean of all ${fixed(mean, 2)}`;
  const middle = Math.min(Math.max(at(mean), 60), width - 60);
  const svg = picture(width, y + 28, [
    ...grid,
    ...shapes,
    stroke(`M${px(at(0))},${top}V${px(y)}`, light("axis")),
    stroke(`M${px(at(mean))},${top}V${px(y)}`, light("ink"), 1.5, [5, 4]),
    ...titles,
    words(middle, 15, said, { anchor: "middle" }),
    ...numbers,
  ]);
  const names = bands.map(({ name }) => name);
  const cut = names.map((name) => truncate(name, 12, width - left - right));
  return {
    svg: withFoot(svg, ["Silhouette of a customer (−1 to 1)"], width, "title"),
    full: fullTexts(names, cut),
  };
}

/** The outline of sorted values as bars of equal height beside each other, each the mean of its share of them. */
function outline(sorted: Float64Array, at: (value: number) => number, top: number, height: number): string {
  const parts = Math.min(steps, sorted.length);
  let d = `M${px(at(0))},${px(top)}`;
  for (let i = 0; i < parts; i++) {
    const from = Math.floor((i * sorted.length) / parts);
    const to = Math.floor(((i + 1) * sorted.length) / parts);
    const mean = sorted.subarray(from, to).reduce((a, b) => a + b, 0) / (to - from);
    d += `H${px(at(mean))}V${px(top + ((i + 1) * height) / parts)}`;
  }
  return `${d}H${px(at(0))}Z`;
}
