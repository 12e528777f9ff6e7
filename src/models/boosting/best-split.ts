import { MISSING_BIN } from "./bins";
import { type NodeSums, PER_BIN } from "./histogram";
import { type Bounds, fallAt, nodeValue, UNBOUNDED } from "./node-value";

/** What keeps a tree small and its leaves sure. */
export interface SplitLimits {
  /** The fewest rows a leaf may hold. */
  readonly minRows: number;
  /** The smallest sum of hessians a leaf may hold. */
  readonly minHessian: number;
  /** L2 penalty on the leaves' values: added to every sum of hessians. */
  readonly lambda: number;
}

/** A question that divides a node: is the feature's bin at most `bin`, or, where there are such, one of `leftBins`? */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly leftBins?: readonly number[];
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
 * against them. Of equal gains the one with the missing values on the right wins, then the smallest bin; a node without
 * missing values sends later ones to the side with more rows (the right one when they are as many). O(bins).
 *
 * @param histogram the feature's histogram of the node, as `readHistogram` gives it
 * @param edges how many edges the feature has
 * @param sums what the node adds up to
 * @param bounds what the leaves' values may be
 * @param direction 1 where the value must not fall with the feature, −1 where it must not rise, else 0
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
  bounds: Bounds = UNBOUNDED,
  direction = 0,
): Split | undefined {
  const missing = sumsAt(histogram, MISSING_BIN);
  const right = bestCut(histogram, edges, NONE, sums, limits, bounds, direction);
  if (missing.rows === 0)
    return right && splitAt(feature, right, right.left.rows > sums.rows - right.left.rows, sums);
  const left = bestCut(histogram, edges, missing, sums, limits, bounds, direction);
  if (left && !(right && right.gain >= left.gain)) return splitAt(feature, left, true, sums);
  return right && splitAt(feature, right, false, sums);
}

/** A cut of the bins in two, and what lies below it. */
interface Cut {
  readonly bin: number;
  readonly gain: number;
  readonly left: NodeSums;
}

const NONE: NodeSums = { gradient: 0, hessian: 0, rows: 0 };

/** The best cut, where the left side has `first` besides the bins below the cut. */
function bestCut(
  histogram: Float64Array,
  edges: number,
  first: NodeSums,
  sums: NodeSums,
  { lambda, minRows, minHessian }: SplitLimits,
  bounds: Bounds,
  direction: number,
): Cut | undefined {
  const { gradient: g, hessian: h, rows: n } = sums;
  const free = direction === 0 && bounds === UNBOUNDED;
  const whole = free ? score(g, h, lambda) : fallAt(g, h, lambda, nodeValue(g, h, lambda, bounds));
  let { gradient, hessian, rows } = first;
  // This module's own name: an imported one is looked up anew wherever it is used.
  const perBin = PER_BIN;
  let best: Cut | undefined;
  for (let bin = 0; bin <= edges; bin++) {
    const at = bin * perBin;
    const here = histogram[at + 2]!;
    if (here === 0) continue;
    gradient += histogram[at]!;
    hessian += histogram[at + 1]!;
    rows += here;
    if (rows < minRows || hessian < minHessian) continue;
    if (n - rows < minRows || h - hessian < minHessian) break;
    let parts: number;
    if (free) parts = score(gradient, hessian, lambda) + score(g - gradient, h - hessian, lambda);
    else {
      const left = nodeValue(gradient, hessian, lambda, bounds);
      const right = nodeValue(g - gradient, h - hessian, lambda, bounds);
      if (direction * (right - left) < 0) continue;
      parts = fallAt(gradient, hessian, lambda, left) + fallAt(g - gradient, h - hessian, lambda, right);
    }
    const gain = parts - whole;
    if (gain > ROUNDING * parts && gain > (best === undefined ? 0 : best.gain))
      best = { bin, gain, left: { gradient, hessian, rows } };
  }
  return best;
}

function splitAt(feature: number, { bin, gain, left }: Cut, missingLeft: boolean, sums: NodeSums): Split {
  const right = {
    gradient: sums.gradient - left.gradient,
    hessian: sums.hessian - left.hessian,
    rows: sums.rows - left.rows,
  };
  return { feature, bin, missingLeft, gain, left, right };
}

/** By how much twice the loss falls when a node takes its best value without bounds: G² / (H + λ). */
function score(gradient: number, hessian: number, lambda: number): number {
  return hessian + lambda > 0 ? (gradient * gradient) / (hessian + lambda) : 0;
}

function sumsAt(histogram: Float64Array, bin: number): NodeSums {
  const at = bin * PER_BIN;
  return { gradient: histogram[at]!, hessian: histogram[at + 1]!, rows: histogram[at + 2]! };
}
