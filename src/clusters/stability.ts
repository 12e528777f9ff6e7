import type { Interval } from "../stats/interval";
import { quantiles } from "../stats/quantile";
import { createRandom } from "../stats/random";
import { adjustedRand, crossTable } from "./agreement";
import type { Clustering } from "./clustering";
import { kMeansSweep } from "./k-means/k-means-sweep";
import { nearestCentres } from "./k-means/nearest-centres";
import type { Matrix } from "./matrix";

/** How often a cluster comes back when the rows are drawn anew. */
export interface ClusterStability {
  readonly cluster: number;
  readonly size: number;
  /**
   * Mean over the resamples of the greatest Jaccard overlap with one of the new clusters, 0 to 1. From .85 on a cluster
   * is called highly stable, from .75 stable; from .6 it hints at a pattern whose members are doubtful.
   */
  readonly jaccard: number;
  /** Share of resamples in which the cluster was dissolved: no new cluster overlapped by more than a half. */
  readonly dissolved: number;
}

/** How far a clustering holds when the rows are drawn anew. */
export interface Stability {
  readonly k: number;
  /** Adjusted Rand index of the clustering with that of a resample: median, and what 95 % of the resamples lie between. */
  readonly agreement: Interval;
  readonly clusters: readonly ClusterStability[];
}

/** How {@link stability} draws. */
export interface StabilityOptions {
  /** Seed of the resamples and of the starts. */
  readonly seed: number;
  /** Number of resamples; 50 by default. */
  readonly resamples?: number;
  /** Starts of k-means on each resample; 3 by default. */
  readonly restarts?: number;
  /** Called after each resample, with how many of all are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Bootstrap stability of k-means clusterings of the same rows: rows are drawn with replacement and clustered again with
 * the same k. Agreement is over all rows, each put to the nearest new centre; a cluster's overlap is over the rows that
 * were drawn. Clusterings share their resamples. O(resamples × cost of k-means).
 *
 * @param clusterings of these rows, one for each k that is of interest
 * @throws RangeError when a clustering has not one label a row, there is no resample, or as k-means throws
 * @see Hennig (2007), "Cluster-wise assessment of cluster stability"
 * @example const [{ agreement, clusters }] = await stability(scaled, [clustering], { seed: 1 });
 */
export async function stability(
  matrix: Matrix,
  clusterings: readonly Clustering[],
  options: StabilityOptions,
): Promise<Stability[]> {
  const { seed, resamples = 50, restarts = 3, onProgress } = options;
  const { rows, columns, values } = matrix;
  for (const { labels } of clusterings) {
    if (labels.length !== rows)
      throw new RangeError(`${labels.length} labels for ${rows} rows: give each row one.`);
  }
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`Stability over ${resamples} resamples: take one at least.`);
  }
  const random = createRandom(seed);
  const ks = clusterings.map(({ k }) => k);
  const agreements = ks.map(() => new Float64Array(resamples));
  const overlaps = ks.map((k) => Array.from({ length: k }, () => new Float64Array(resamples)));
  for (let r = 0; r < resamples && ks.length > 0; r++) {
    const drawn = Int32Array.from({ length: rows }, () => random.int(rows));
    const sample = new Float64Array(values.length);
    drawn.forEach((row, i) => {
      sample.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
    });
    const again = await kMeansSweep(
      { ...matrix, values: sample },
      { ks, seed: random.int(2 ** 31), restarts, workers: 0 },
    );
    const distinct = Int32Array.from(new Set(drawn));
    clusterings.forEach(({ labels }, at) => {
      const renewed = nearestCentres(matrix, again[at]!.centres).labels;
      agreements[at]![r] = adjustedRand(labels, renewed);
      jaccards(
        distinct.map((row) => labels[row]!),
        distinct.map((row) => renewed[row]!),
      ).forEach((overlap, c) => {
        overlaps[at]![c]![r] = overlap;
      });
    });
    onProgress?.(r + 1, resamples);
  }
  return clusterings.map(({ k, sizes }, at) => {
    const [estimate, low, high] = quantiles(agreements[at]!, [0.5, 0.025, 0.975]) as [number, number, number];
    const clusters = overlaps[at]!.map((overlap, cluster) => ({
      cluster,
      size: sizes[cluster] as number,
      jaccard: overlap.reduce((a, b) => a + b, 0) / resamples,
      dissolved: overlap.filter((share) => share <= 0.5).length / resamples,
    }));
    return { k, agreement: { estimate, low, high }, clusters };
  });
}

/** For each cluster of the first labels, the greatest overlap (shared rows over rows of either) with one of the second. */
function jaccards(first: Int32Array, second: Int32Array): number[] {
  const table = crossTable(first, second);
  const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const columnTotals = (table[0] ?? []).map((_, b) => total(table.map((row) => row[b] as number)));
  return table.map((row) => {
    const own = total(row);
    return Math.max(0, ...row.map((shared, b) => shared / (own + (columnTotals[b] as number) - shared || 1)));
  });
}
