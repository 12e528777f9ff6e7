/** Rows of a matrix put into k clusters. Clusters are numbered by falling size; equal sizes by their first centre. */
export interface Clustering {
  readonly k: number;
  /** The cluster of each row, from 0. */
  readonly labels: Int32Array;
  /** Means of the clusters, cluster after cluster, each as long as the matrix has columns. */
  readonly centres: Float64Array;
  /** How many rows each cluster holds. */
  readonly sizes: readonly number[];
  /** Sum of the squared distances of the rows to their centres. */
  readonly inertia: number;
  /** Rounds of the best start. */
  readonly iterations: number;
  /** Whether the best start came to rest before its rounds were used up. */
  readonly converged: boolean;
}
