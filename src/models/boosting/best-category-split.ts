import type { Split, SplitLimits } from "./best-split";
import { MISSING_BIN } from "./bins";
import { type NodeSums, PER_BIN } from "./histogram";
import { type Bounds, fallAt, nodeValue } from "./node-value";

/** Categories with fewer rows in a node are not told apart there, and this many rows of no effect smooth the others. */
const SUPPORT = 10;

/** Gains below this share of the children's scores are no gain but rounding. */
const ROUNDING = 1e-12;

/**
 * The best division of a node's categories in two: those that go left have the lowest, or the highest, gradients for
 * their hessians. In that order one of the prefixes is the best of all subsets (Fisher). Categories of fewer than 10 rows
 * in the node go right; missing values are one category more. A node without missing values sends later ones to the
 * side with more rows. O(categories log categories).
 *
 * @param histogram the feature's histogram of the node, as `readHistogram` gives it
 * @param categories how many the feature has
 * @see Fisher (1958), "On grouping for maximum homogeneity"; the search is that of scikit-learn's HistGradientBoosting
 * @example bestCategorySplit(0, histogram, 12, sums, limits, UNBOUNDED)?.leftBins
 */
export function bestCategorySplit(
  feature: number,
  histogram: Float64Array,
  categories: number,
  sums: NodeSums,
  limits: SplitLimits,
  bounds: Bounds,
): Split | undefined {
  const { lambda, minRows, minHessian } = limits;
  const sumsAt = (bin: number): NodeSums => {
    const at = bin * PER_BIN;
    return { gradient: histogram[at]!, hessian: histogram[at + 1]!, rows: histogram[at + 2]! };
  };
  const fall = ({ gradient, hessian }: NodeSums) =>
    fallAt(gradient, hessian, lambda, nodeValue(gradient, hessian, lambda, bounds));
  const slope = (bin: number) => sumsAt(bin).gradient / (sumsAt(bin).hessian + SUPPORT);
  const sorted = [...Array(categories).keys(), MISSING_BIN]
    .filter((bin) => sumsAt(bin).rows >= SUPPORT)
    .sort((a, b) => slope(a) - slope(b) || a - b);
  const missing = sumsAt(MISSING_BIN).rows > 0;
  const whole = fall(sums);
  let best: Split | undefined;
  for (const order of [sorted, sorted.slice().reverse()]) {
    let left: NodeSums = { gradient: 0, hessian: 0, rows: 0 };
    // The other half of the prefixes are those of the other direction, turned about.
    for (let taken = 1; taken <= (sorted.length + 1) >> 1; taken++) {
      left = plus(left, sumsAt(order[taken - 1]!), 1);
      const right = plus(sums, left, -1);
      if (Math.min(left.rows, right.rows) < minRows) continue;
      if (Math.min(left.hessian, right.hessian) < minHessian) continue;
      const parts = fall(left) + fall(right);
      const gain = parts - whole;
      if (!(gain > ROUNDING * parts && gain > (best?.gain ?? 0))) continue;
      const leftBins = order.slice(0, taken);
      const missingLeft = missing ? leftBins.includes(MISSING_BIN) : left.rows > right.rows;
      const known = leftBins.filter((bin) => bin !== MISSING_BIN).sort((a, b) => a - b);
      best = { feature, bin: -1, leftBins: known, missingLeft, gain, left, right };
    }
  }
  return best;
}

function plus(a: NodeSums, b: NodeSums, sign: 1 | -1): NodeSums {
  return {
    gradient: a.gradient + sign * b.gradient,
    hessian: a.hessian + sign * b.hessian,
    rows: a.rows + sign * b.rows,
  };
}
