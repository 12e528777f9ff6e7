import type { Matrix } from "../matrix";

/** The numbers of a matrix without the names: what the engines work on, and what worker threads share. */
export type Points = Pick<Matrix, "rows" | "columns" | "values">;

/** When an engine stops. */
export interface Limits {
  readonly maxIterations: number;
  /** The sum of the centres' squared moves, in squared units of the points, below which they are at rest. */
  readonly rest: number;
}

/** Where the centres of one start came to rest. */
export interface Settled {
  /** k centres, row after row. */
  readonly centres: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** Sum of the squared distances of the points to the nearest centre. */
  readonly inertia: number;
}
