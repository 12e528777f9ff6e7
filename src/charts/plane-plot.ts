import { percent } from "../theme/format";
import type { Chart } from "./drawing/chart";
import { distinct, labels, numbers, type Rows, toRows } from "./drawing/rows";
import type { Colours } from "./drawing/series";
import { scatterPlot } from "./scatter";

/** A customer on a plane of two components. */
export interface PlaneRow {
  readonly x: number;
  readonly y: number;
  /** Name of the cluster. */
  readonly cluster: string;
}

/** Options of {@link planePlot}. */
export interface PlaneOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Shares of the variance that the two components explain. */
  explained: readonly [number, number];
  colours?: Colours;
}

/**
 * Customers on the plane of two principal components, coloured by cluster, with the clusters' centres named and the
 * explained variance in the titles of the axes. Above 1,500 customers they are counted in a grid. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, a share of variance is not from 0 to 1,
 * or there are more than eight clusters.
 * @example planePlot([{ x: 1.2, y: -0.4, cluster: "Gold" }], { title: "Clusters on two components",
 *   explained: [0.62, 0.21] })
 */
export function planePlot(rows: Rows<PlaneRow>, options: PlaneOptions): Chart {
  const list = toRows(rows);
  const [first, second] = options.explained;
  for (const share of options.explained) {
    if (!(share >= 0 && share <= 1)) throw new Error(`A share of variance of ${share} is not from 0 to 1.`);
  }
  const [xs, ys, clusters] = [numbers(list, "x"), numbers(list, "y"), labels(list, "cluster")];
  const places = distinct(clusters).map((text) => {
    const own = clusters.flatMap((name, i) => (name === text ? [i] : []));
    const mean = (values: readonly number[]) => own.reduce((sum, i) => sum + values[i]!, 0) / own.length;
    return { text, x: mean(xs), y: mean(ys) };
  });
  const total = percent(first + second);
  const alt = `${places.length} ${places.length === 1 ? "cluster" : "clusters"} on two components that explain ${total} of the variance.`;
  return scatterPlot(rows, {
    title: options.title,
    alt: options.alt ?? alt,
    x: "x",
    y: "y",
    group: "cluster",
    xTitle: `Component 1 (${percent(first)} of the variance)`,
    yTitle: `Component 2 (${percent(second)} of the variance)`,
    places,
    ...(options.colours && { colours: options.colours }),
  });
}
