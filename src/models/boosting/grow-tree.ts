import { bestSplit, type Split, type SplitLimits } from "./best-split";
import type { BinnedFeatures } from "./bins";
import { type Derivatives, fillHistogram, HISTOGRAM, type NodeSums, subtractHistograms } from "./histogram";
import { partition } from "./partition";
import type { Tree } from "./tree";
import { TreeBuilder } from "./tree-builder";

/** How far a tree grows. */
export interface TreeLimits extends SplitLimits {
  /** The most leaves, from 2 up. */
  readonly maxLeaves: number;
  /** The most questions from the root to a leaf, from 1 up; Infinity for no limit. */
  readonly maxDepth: number;
  /** Every leaf's value is multiplied by this. */
  readonly learningRate: number;
}

/** A tree with the training rows that reached each leaf. */
export interface GrownTree {
  readonly tree: Tree;
  /** The training rows, those of a leaf side by side. */
  readonly order: Int32Array;
  /** For each leaf its node and its rows' first place and end in `order`. */
  readonly leaves: readonly { readonly node: number; readonly from: number; readonly to: number }[];
}

/** A leaf that may still grow. */
interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly sums: NodeSums;
  /** Its histograms, feature after feature; none where the leaf may not grow. */
  readonly histograms: Float64Array | undefined;
  readonly split: Split | undefined;
}

/**
 * Grows one regression tree leaf by leaf: always the leaf whose best split gains most. A leaf's value is the Newton
 * step −ΣG / (ΣH + λ) times the learning rate. As all sums are exact, the order of the rows changes no bit; of equal
 * gains the first feature and the leaf that was made first win. O(rows × features × depth), less by building histograms
 * of the smaller child only.
 *
 * @param derivatives of every row of the table, rounded by `roundForExactSums`
 * @param rows the rows to learn from; left as they are
 * @param allowed the features to ask for, ascending
 * @see Ke et al. (2017), "LightGBM", sections 2 and 3
 * @example growTree(binFeatures(features), { gradients, hessians }, Int32Array.of(0, 1, 2), [0], limits).tree
 */
export function growTree(
  binned: BinnedFeatures,
  derivatives: Derivatives,
  rows: Int32Array,
  allowed: readonly number[],
  limits: TreeLimits,
): GrownTree {
  const order = rows.slice();
  const builder = new TreeBuilder();

  const histogramsOf = (from: number, to: number): Float64Array => {
    const part = order.subarray(from, to);
    const ordered = ordering(derivatives, part);
    const all = new Float64Array(allowed.length * HISTOGRAM);
    for (const [place, feature] of allowed.entries())
      fillHistogram(histogramAt(all, place), binned.bins[feature]!, part, ordered);
    return all;
  };
  const splitOf = (histograms: Float64Array, sums: NodeSums): Split | undefined => {
    let best: Split | undefined;
    for (const [place, feature] of allowed.entries()) {
      const edges = binned.edges[feature]!.length;
      const split = bestSplit(feature, histogramAt(histograms, place), edges, sums, limits);
      if (split && split.gain > (best?.gain ?? 0)) best = split;
    }
    return best;
  };
  const leafOf = (leaf: Omit<Leaf, "split">): Leaf => ({
    ...leaf,
    split: leaf.histograms && splitOf(leaf.histograms, leaf.sums),
  });

  const sums = rootSums(derivatives, order);
  const grown: Leaf[] = [
    leafOf({
      node: builder.add(),
      from: 0,
      to: order.length,
      depth: 0,
      sums,
      histograms: histogramsOf(0, order.length),
    }),
  ];
  while (grown.length < limits.maxLeaves) {
    const at = mostGaining(grown);
    if (at < 0) break;
    const { node, from, to, depth, histograms, split } = grown[at]!;
    if (!split || !histograms) break;
    const middle = partition(order, from, to, binned.bins[split.feature]!, split);
    const children = builder.divide(node, split, binned.edges[split.feature]!);
    const mayGrow = depth + 1 < limits.maxDepth && grown.length + 1 < limits.maxLeaves;
    const leftIsSmaller = middle - from <= to - middle;
    const smaller = mayGrow
      ? histogramsOf(leftIsSmaller ? from : middle, leftIsSmaller ? middle : to)
      : undefined;
    if (smaller) subtractHistograms(histograms, smaller);
    const larger = smaller && histograms;
    const below = depth + 1;
    grown[at] = leafOf({
      node: children.left,
      from,
      to: middle,
      depth: below,
      sums: split.left,
      histograms: leftIsSmaller ? smaller : larger,
    });
    grown.push(
      leafOf({
        node: children.right,
        from: middle,
        to,
        depth: below,
        sums: split.right,
        histograms: leftIsSmaller ? larger : smaller,
      }),
    );
  }
  for (const { node, sums } of grown) builder.setLeaf(node, newtonStep(sums, limits), sums.rows);
  return { tree: builder.finish(), order, leaves: grown.map(({ node, from, to }) => ({ node, from, to })) };
}

/** The place of the leaf with the largest gain, the first of equals; −1 when none gains. */
function mostGaining(leaves: readonly Leaf[]): number {
  let at = -1;
  for (const [place, { split }] of leaves.entries())
    if (split && split.gain > (leaves[at]?.split?.gain ?? 0)) at = place;
  return at;
}

function newtonStep({ gradient, hessian }: NodeSums, { lambda, learningRate }: TreeLimits): number {
  return hessian + lambda > 0 ? 0 - (learningRate * gradient) / (hessian + lambda) : 0;
}

function histogramAt(all: Float64Array, place: number): Float64Array {
  return all.subarray(place * HISTOGRAM, (place + 1) * HISTOGRAM);
}

/** The derivatives of some rows side by side, so that every feature's pass reads them in order. */
function ordering({ gradients, hessians }: Derivatives, rows: Int32Array): Derivatives {
  const ordered = { gradients: new Float64Array(rows.length), hessians: new Float64Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    ordered.gradients[i] = gradients[rows[i]!]!;
    ordered.hessians[i] = hessians[rows[i]!]!;
  }
  return ordered;
}

function rootSums({ gradients, hessians }: Derivatives, rows: Int32Array): NodeSums {
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += gradients[row]!;
    hessian += hessians[row]!;
  }
  return { gradient, hessian, rows: rows.length };
}
