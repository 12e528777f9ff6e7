import type { Clustering } from "./clustering";
import { type KMeansSweepOptions, kMeansSweep } from "./k-means-sweep";
import type { Matrix } from "./matrix";

/** How {@link kMeans} looks for clusters. */
export interface KMeansOptions extends Omit<KMeansSweepOptions, "ks"> {
  /** Number of clusters, from 1 to the number of different rows. */
  readonly k: number;
  /** Starting centres, k × columns, row after row: runs once from these instead of restarting from drawn ones. */
  readonly starts?: ArrayLike<number>;
}

/**
 * k-means: puts rows into k clusters so that the squared distances to the clusters' means add up to little. Of
 * `restarts` runs from greedy k-means++ centres the one with the least inertia is kept (the first of equals). The same
 * seed gives the same bits on any number of threads. Columns with large units decide alone: scale them first.
 * O(restarts × rounds × rows × columns × k) at worst; distance bounds spare most of it.
 *
 * @throws RangeError when k is no whole number from 1 to the number of different rows, a number is not finite (names
 * row and column), `starts` has not k × columns finite numbers, or another option is out of range
 * @see Lloyd (1982), "Least squares quantization in PCM"; Hamerly (2010), "Making k-means even faster"
 * @example const { labels, sizes } = await kMeans(scaled, { k: 4, seed: 1 });
 */
export async function kMeans(matrix: Matrix, options: KMeansOptions): Promise<Clustering> {
  const { k, ...rest } = options;
  const [clustering] = await kMeansSweep(matrix, { ...rest, ks: [k] });
  return clustering as Clustering;
}
