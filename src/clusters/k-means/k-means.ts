import type { Clustering } from "../clustering";
import type { Matrix } from "../matrix";
import { clusterFrom, type KMeansSweepOptions, kMeansSweep } from "./k-means-sweep";
import type { Engine, Start } from "./one-start";

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
  const { k, starts, ...rest } = options;
  const sweep = { ...rest, ks: [k] };
  const found = starts
    ? await clusterFrom(matrix, sweep, () => [givenStart(matrix, k, starts, options.engine)])
    : await kMeansSweep(matrix, sweep);
  return found[0] as Clustering;
}

function givenStart(
  { columns }: Matrix,
  k: number,
  starts: ArrayLike<number>,
  engine: Engine = "hamerly",
): Start {
  const from = Float64Array.from(starts);
  if (from.length !== k * columns || !from.every(Number.isFinite)) {
    throw new RangeError(
      `k-means: starts holds ${from.length} numbers; ${k} centres of ${columns} columns are ${k * columns} finite numbers, row after row.`,
    );
  }
  return { k, from, engine };
}
