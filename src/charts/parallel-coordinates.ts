import { fullTexts, shorten } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { compose, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { distinct, labels, numbers, type Rows, requireUnique, toRows, zip } from "./drawing/rows";
import { type Format, tickText } from "./drawing/scale";
import { panelColours } from "./drawing/series";
import { picture, px, stroke, through, words } from "./drawing/svg";

/** Quartiles of one variable in one cluster, in the variable's own unit. */
export interface QuartileRow {
  readonly cluster: string;
  readonly variable: string;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Options of {@link parallelCoordinates}. */
export interface ParallelOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** How values are written, by name of variable. */
  formats?: ReadonlyMap<string, Format>;
}

/** Least and greatest quartile of a variable, the ends of its axis. */
interface Axis {
  readonly variable: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Each cluster's medians and middle halves on upright axes, one a variable, a panel a cluster, with the medians of
 * the other clusters behind. Customers are aggregated before drawing: size follows clusters × variables. O(n).
 *
 * @throws Error that names row and column if a value is not finite, quartiles are out of order, or a cluster has a
 * variable twice.
 * @example parallelCoordinates([{ cluster: "Gold", variable: "Orders", q1: 40, median: 57, q3: 79 }],
 *   { title: "Middle halves of the clusters" })
 */
export function parallelCoordinates(rows: Rows<QuartileRow>, options: ParallelOptions): Chart {
  const list = toRows(rows);
  const [clusters, variables] = [labels(list, "cluster"), labels(list, "variable")];
  const [q1, median, q3] = [numbers(list, "q1"), numbers(list, "median"), numbers(list, "q3")];
  requireUnique(
    clusters.map((cluster, i) => `${cluster} / ${variables[i]}`),
    "The median of",
  );
  const checked = clusters.map((cluster, i): QuartileRow => {
    const row = { cluster, variable: variables[i]!, q1: q1[i]!, median: median[i]!, q3: q3[i]! };
    if (row.q1 <= row.median && row.median <= row.q3) return row;
    throw new Error(
      `Row ${i + 1} (${cluster}, ${row.variable}): quartiles ${row.q1}, ${row.median}, ${row.q3} do not rise.`,
    );
  });
  const axes = distinct(variables).map((variable): Axis => {
    const own = checked.filter((row) => row.variable === variable);
    return {
      variable,
      low: Math.min(...own.map((row) => row.q1)),
      high: Math.max(...own.map((row) => row.q3)),
    };
  });
  const tops = axes.map(({ variable }) => {
    const own = checked.filter((row) => row.variable === variable);
    return `${variable} in ${own.reduce((most, row) => (row.median > most.median ? row : most)).cluster}`;
  });
  return makeChart({
    title: options.title,
    alt: options.alt ?? `Highest medians: ${tops.join(", ")}.`,
    data: {
      columns: ["Cluster", "Variable", "Lower quartile", "Median", "Upper quartile"],
      rows: zip(clusters, variables, q1, median, q3),
    },
    draw: (width) => draw(checked, distinct(clusters), axes, options, width),
  });
}

function draw(
  rows: readonly QuartileRow[],
  clusters: readonly string[],
  axes: readonly Axis[],
  options: ParallelOptions,
  width: number,
) {
  const columns = width < 500 || clusters.length === 1 ? 1 : 2;
  const panelWidth = Math.floor((width - (columns - 1) * 20) / columns);
  const variables = axes.map(({ variable }) => variable);
  const step = panelWidth / axes.length;
  const shown = shorten(variables, 12, step - 6, 2);
  const paint = panelColours(clusters);
  const panels = clusters.map((cluster) =>
    onePanel(rows, cluster, paint.get(cluster)!, axes, shown, options, panelWidth),
  );
  const foot =
    clusters.length > 1
      ? "Band: middle half; line: median; grey: medians of the others"
      : "Band: middle half; line: median";
  return {
    svg: withFoot(compose(panels, columns, width), [foot], width, "remark"),
    full: fullTexts(variables, shown),
  };
}

function onePanel(
  rows: readonly QuartileRow[],
  cluster: string,
  colour: string,
  axes: readonly Axis[],
  shown: readonly string[],
  { formats }: ParallelOptions,
  width: number,
): Panel {
  const [top, bottom] = [22, 142];
  const step = width / axes.length;
  const x = (i: number) => (i + 0.5) * step;
  const y = ({ low, high }: Axis, value: number) =>
    high > low ? bottom - ((value - low) / (high - low)) * (bottom - top) : (top + bottom) / 2;
  const of = (name: string, key: "q1" | "median" | "q3") =>
    axes.flatMap((axis, i): (readonly [number, number])[] => {
      const row = rows.find((r) => r.cluster === name && r.variable === axis.variable);
      return row ? [[x(i), y(axis, row[key])]] : [];
    });
  const others = distinct(rows.map((row) => row.cluster)).filter((name) => name !== cluster);
  const uprights = axes.map((_axis, i) => `M${px(x(i))},${top}V${bottom}`).join("");
  const band = `${through([...of(cluster, "q3"), ...of(cluster, "q1").reverse()])}Z`;
  const medians = of(cluster, "median");
  const ends = axes.flatMap(({ variable, low, high }, i) => {
    const say = (value: number) => tickText(value, formats?.get(variable));
    return [
      words(x(i), top - 7, say(high), { anchor: "middle", fill: "muted", size: 11 }),
      words(x(i), bottom + 15, say(low), { anchor: "middle", fill: "muted", size: 11 }),
    ];
  });
  const lines = Math.max(...shown.map((name) => name.split("\n").length));
  const height = bottom + 20 + lines * 14 + 8;
  const svg = picture(width, height, [
    stroke(uprights, light("axis")),
    ...others.map((name) => stroke(through(of(name, "median")), light("axis"), 1, [3, 3])),
    `<path d="${band}" fill="${colour}" fill-opacity="0.25" stroke="${colour}" stroke-width="${axes.length === 1 ? 8 : 0.5}"/>`,
    stroke(through(medians), colour, 2.5),
    ...medians.map(([cx, cy]) => `<circle cx="${px(cx)}" cy="${px(cy)}" r="3.5" fill="${colour}"/>`),
    ...ends,
    ...shown.map((name, i) => words(x(i), bottom + 32, name, { anchor: "middle" })),
  ]);
  return { svg, title: cluster, width, height };
}
