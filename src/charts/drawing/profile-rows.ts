import { distinct, labels, numbers, type Rows, requireUnique, toRows } from "./rows";

/** The mean of one variable in one cluster, with the ends of its interval where it has one. */
export interface ProfileRow {
  /** Name of the cluster as it shall stand in the chart. */
  readonly cluster: string;
  readonly variable: string;
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
}

/** Checked rows of a profile, with the clusters and variables in order of appearance. */
export interface Profile {
  readonly clusters: readonly string[];
  readonly variables: readonly string[];
  readonly rows: readonly (Omit<ProfileRow, "low" | "high"> & {
    readonly low: number;
    readonly high: number;
  })[];
  /** Whether any row has an interval. */
  readonly intervals: boolean;
  at(cluster: string, variable: string): Profile["rows"][number] | undefined;
}

/**
 * Checks the rows of a profile. O(n).
 *
 * @throws Error that names row and column if a mean is not a finite number, an interval is none, or a cluster has a
 * variable twice.
 * @example toProfile([{ cluster: "Gold", variable: "recency", mean: -0.8 }]).clusters // ["Gold"]
 */
export function toProfile(rows: Rows<ProfileRow>): Profile {
  const list = toRows(rows);
  const [clusters, variables, means] = [
    labels(list, "cluster"),
    labels(list, "variable"),
    numbers(list, "mean"),
  ];
  requireUnique(
    clusters.map((cluster, i) => `${cluster} / ${variables[i]}`),
    "The mean of",
  );
  let intervals = false;
  const checked = means.map((mean, i) => {
    const { low, high } = list[i] as ProfileRow;
    const [cluster, variable] = [clusters[i]!, variables[i]!];
    if (low === undefined || high === undefined) return { cluster, variable, mean, low: mean, high: mean };
    if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
      throw new Error(`Row ${i + 1} (${cluster}, ${variable}): the interval from ${low} to ${high} is none.`);
    }
    intervals = true;
    return { cluster, variable, mean, low, high };
  });
  const places = new Map(checked.map((row) => [`${row.cluster}\u0000${row.variable}`, row]));
  return {
    clusters: distinct(clusters),
    variables: distinct(variables),
    rows: checked,
    intervals,
    at: (cluster, variable) => places.get(`${cluster}\u0000${variable}`),
  };
}
