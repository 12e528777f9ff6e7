import { Z95 } from "../stats/interval";
import { quantileSorted } from "../stats/quantile";
import { groupedRows } from "./labels";
import { columnOf, type Matrix } from "./matrix";

/** One variable in one cluster, in the variable's unit, beside all rows. */
export interface ProfileEntry {
  /** Name of the cluster. */
  readonly cluster: string;
  readonly variable: string;
  readonly size: number;
  readonly mean: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** Mean and median of all rows. */
  readonly overall: number;
  readonly overallMedian: number;
}

/** The mean of one variable in one cluster, in standard deviations from the mean of all rows. */
export interface StandardisedMean {
  readonly cluster: string;
  readonly variable: string;
  readonly mean: number;
  /** Ends of the 95 % interval (normal), the clusters as they are. */
  readonly low: number;
  readonly high: number;
}

/**
 * Names of clusters that readers see: "Cluster 1" for label 0, and so on.
 *
 * @example clusterNames(2) // ["Cluster 1", "Cluster 2"]
 */
export function clusterNames(k: number): string[] {
  return Array.from({ length: k }, (_, c) => `Cluster ${c + 1}`);
}

/**
 * Size, mean and quartiles of every variable in every cluster, cluster after cluster; give the matrix in the variables'
 * own units. Empty clusters are left out. O(rows × columns × log rows).
 *
 * @param names of the clusters; "Cluster 1" and so on by default
 * @throws RangeError when the labels do not fit the rows, fewer than two clusters have rows, there are fewer names than
 * clusters, or a value is not finite
 * @example clusterProfile(matrix, clustering.labels)[0] // { cluster: "Cluster 1", variable: "recency", median: 185, … }
 */
export function clusterProfile(
  matrix: Matrix,
  labels: ArrayLike<number>,
  names?: readonly string[],
): ProfileEntry[] {
  const all = matrix.names.map((variable) => summary(columnOf(matrix, variable)));
  return membersOf(matrix, labels, names).flatMap(({ cluster, rows }) =>
    matrix.names.map((variable, j) => {
      const own = summary(rows.map((i) => matrix.values[i * matrix.columns + j] as number));
      const { mean: overall, median: overallMedian } = all[j] as Summary;
      return { cluster, variable, size: rows.length, ...own, overall, overallMedian };
    }),
  );
}

/**
 * Means of the clusters in standard deviations (of all rows) from the mean of all rows: give the matrix as it was
 * clustered, so that a skewed variable stays tamed. O(rows × columns).
 *
 * @param names of the clusters; "Cluster 1" and so on by default
 * @throws RangeError as {@link clusterProfile}, and when a column is constant
 * @example snakePlot(standardisedMeans(scaled, clustering.labels), { title: "What sets the clusters apart" })
 */
export function standardisedMeans(
  matrix: Matrix,
  labels: ArrayLike<number>,
  names?: readonly string[],
): StandardisedMean[] {
  const columns = matrix.names.map((variable) => {
    const values = columnOf(matrix, variable);
    const { mean, deviation } = moments(values);
    if (deviation === 0)
      throw new RangeError(`Column "${variable}" is ${values[0]} in every row: leave it out.`);
    return values.map((v) => (v - mean) / deviation);
  });
  return membersOf(matrix, labels, names).flatMap(({ cluster, rows }) =>
    matrix.names.map((variable, j) => {
      const { mean, deviation } = moments(rows.map((i) => columns[j]![i] as number));
      const half = (Z95 * deviation) / Math.sqrt(Math.max(1, rows.length - 1));
      return { cluster, variable, mean, low: mean - half, high: mean + half };
    }),
  );
}

/**
 * What sets a cluster apart, in words: its variables by falling distance from the mean of all, those within a fifth of
 * a standard deviation left out. O(entries).
 *
 * @param most variables to name; 3 by default
 * @example setsApart(standardisedMeans(scaled, labels), "Cluster 4") // ["frequency much higher (+1.2 sd)", …]
 */
export function setsApart(means: readonly StandardisedMean[], cluster: string, most = 3): string[] {
  const apart = means
    .filter((entry) => entry.cluster === cluster && Math.abs(entry.mean) >= 0.2)
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
    .slice(0, most)
    .map(({ variable, mean }) => {
      const degree = Math.abs(mean) >= 0.8 ? "much " : Math.abs(mean) < 0.5 ? "somewhat " : "";
      const size = Math.abs(mean).toFixed(1);
      return `${variable} ${degree}${mean > 0 ? "higher" : "lower"} (${mean > 0 ? "+" : "−"}${size} sd)`;
    });
  return apart.length > 0 ? apart : ["near the mean in every variable"];
}

/** Rows of each cluster that has any, under its name. */
function membersOf(matrix: Matrix, labels: ArrayLike<number>, names?: readonly string[]) {
  const { k, rows, starts } = groupedRows(matrix, labels);
  const named = names ?? clusterNames(k);
  if (named.length < k) throw new RangeError(`${named.length} names for ${k} clusters: name each.`);
  return named
    .slice(0, k)
    .map((cluster, c) => ({ cluster, rows: Array.from(rows.subarray(starts[c], starts[c + 1])) }))
    .filter((members) => members.rows.length > 0);
}

type Summary = Pick<ProfileEntry, "mean" | "q1" | "median" | "q3">;

function summary(values: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(values).sort();
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((q) => quantileSorted(sorted, q)) as [
    number,
    number,
    number,
  ];
  return { mean: moments(values).mean, q1, median, q3 };
}

/** Mean and standard deviation (divisor n). */
function moments(values: ArrayLike<number>): { mean: number; deviation: number } {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (values[i] as number) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] as number) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / n) };
}
