import { BINS } from "./bins";

/** Numbers of a bin in a histogram: the sums of gradients and of hessians, and the rows. */
export const PER_BIN = 3;

/** Length of one feature's histogram. */
export const HISTOGRAM = BINS * PER_BIN;

/** First and second derivatives of the loss by the margin, of every row, rounded so that their sums are exact. */
export interface Derivatives {
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
}

/** What a node's rows add up to. */
export interface NodeSums {
  readonly gradient: number;
  readonly hessian: number;
  readonly rows: number;
}

/**
 * Adds a node's rows up by the bins of one feature. Features do not depend on one another, so that groups of them can be
 * filled apart. O(rows + 256).
 *
 * @param histogram {@link HISTOGRAM} numbers to fill, in the order of {@link PER_BIN}
 * @param bins the feature's bin of every row of the table
 * @param rows the node's rows
 * @param ordered the derivatives of the node's rows, in their order
 * @example fillHistogram(new Float64Array(HISTOGRAM), binned.bins[0], rows, ordered)
 */
export function fillHistogram(
  histogram: Float64Array,
  bins: Uint8Array,
  rows: Int32Array,
  ordered: Derivatives,
): void {
  const { gradients, hessians } = ordered;
  histogram.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const at = bins[rows[i]!]! * PER_BIN;
    histogram[at] = histogram[at]! + gradients[i]!;
    histogram[at + 1] = histogram[at + 1]! + hessians[i]!;
    histogram[at + 2] = histogram[at + 2]! + 1;
  }
}

/**
 * Makes the histograms of a node those of its larger child, by taking those of the smaller child away: exact, as all
 * sums are. O(length).
 *
 * @example subtractHistograms(parent, smaller) // parent now holds the larger child's
 */
export function subtractHistograms(parent: Float64Array, child: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i] = parent[i]! - child[i]!;
}
