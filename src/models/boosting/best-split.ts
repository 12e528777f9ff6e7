import { MISSING_BIN } from "./bins";
import { type NodeSums, PER_BIN } from "./histogram";

/** What keeps a tree small and its leaves sure. */
export interface SplitLimits {
  /** The fewest rows a leaf may hold. */
  readonly minRows: number;
  /** The smallest sum of hessians a leaf may hold. */
  readonly minHessian: number;
  /** L2 penalty on the leaves' values: added to every sum of hessians. */
  readonly lambda: number;
}

/** A question that divides a node: is the feature's bin at most `bin`? */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  /** Whether rows with a missing value go left. */
  readonly missingLeft: boolean;
  /** By how much twice the loss falls, to second order. */
  readonly gain: number;
  readonly left: NodeSums;
  readonly right: NodeSums;
}

/** Gains below this share of the children's scores are no gain but rounding. */
const ROUNDING = 1e-12;

/**
 * The best division of a node by one feature. Missing values are tried on both sides; the largest bin may stand alone
 * against them. Of equal gains the smallest bin wins, with the missing values on the right; a node without missing
 * values sends later ones to the side with more rows (the right one when they are as many). O(bins).
 *
 * @param histogram the feature's histogram of the node
 * @param edges how many edges the feature has
 * @param sums what the node adds up to
 * @returns nothing when no division gains and keeps the limits
 * @see Chen & Guestrin (2016), "XGBoost", equation 7 (without the half) and algorithm 3
 * @example bestSplit(0, histogram, binned.edges[0].length, sums, { minRows: 20, minHessian: 1e-3, lambda: 0 })?.bin
 */
export function bestSplit(
  feature: number,
  histogram: Float64Array,
  edges: number,
  sums: NodeSums,
  limits: SplitLimits,
): Split | undefined {
  const { lambda, minRows, minHessian } = limits;
  const missing = sumsOf(histogram, MISSING_BIN);
  const whole = score(sums, lambda);
  let best: Split | undefined;
  let below: NodeSums = { gradient: 0, hessian: 0, rows: 0 };
  const consider = (bin: number, left: NodeSums, missingLeft: boolean) => {
    const right = minus(sums, left);
    if (left.rows < minRows || right.rows < minRows) return;
    if (left.hessian < minHessian || right.hessian < minHessian) return;
    const parts = score(left, lambda) + score(right, lambda);
    const gain = parts - whole;
    if (gain > ROUNDING * parts && gain > (best?.gain ?? 0))
      best = { feature, bin, missingLeft, gain, left, right };
  };
  for (let bin = 0; bin <= edges; bin++) {
    const here = sumsOf(histogram, bin);
    if (here.rows === 0) continue;
    below = plus(below, here);
    if (missing.rows === 0) consider(bin, below, below.rows > sums.rows - below.rows);
    else {
      consider(bin, below, false);
      consider(bin, plus(below, missing), true);
    }
  }
  return best;
}

/** A node's part of the fall in loss, twice: G² / (H + λ). */
function score({ gradient, hessian }: NodeSums, lambda: number): number {
  return hessian + lambda > 0 ? (gradient * gradient) / (hessian + lambda) : 0;
}

function sumsOf(histogram: Float64Array, bin: number): NodeSums {
  const at = bin * PER_BIN;
  return { gradient: histogram[at]!, hessian: histogram[at + 1]!, rows: histogram[at + 2]! };
}

function plus(a: NodeSums, b: NodeSums): NodeSums {
  return { gradient: a.gradient + b.gradient, hessian: a.hessian + b.hessian, rows: a.rows + b.rows };
}

function minus(a: NodeSums, b: NodeSums): NodeSums {
  return { gradient: a.gradient - b.gradient, hessian: a.hessian - b.hessian, rows: a.rows - b.rows };
}
