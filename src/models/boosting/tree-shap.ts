import { type Features, rowsOf } from "../features";
import { type BoostedTrees, requireSameNames } from "./boosted-trees";
import { extend, type PathStep, sumUnwound, unwind } from "./shap-path";
import type { Tree } from "./tree";

/** How a model's margins come about: for every row Σ of its contributions + `expected` is the margin. */
export interface Contributions {
  /** The margin that is expected of a training row: the leaves' values weighted by the rows that reached them. */
  readonly expected: number;
  /** For each feature what it adds to the margin of every row. */
  readonly columns: readonly Float64Array[];
}

/**
 * Exact Shapley values of every row's margin by TreeSHAP. A coalition knows some features; the others are averaged out by
 * how many training rows went left and right (path-dependent). O(rows × trees × leaves × depth²).
 *
 * @param features those that the model was trained on, by the same names in the same order; NaN where missing
 * @throws RangeError as `marginsOf`
 * @see Lundberg, Erion & Lee (2018), "Consistent individualized feature attribution for tree ensembles", algorithm 2
 * @example treeShap(model, features).columns[0][7] // what the first feature adds to the margin of row 7
 */
export function treeShap(model: BoostedTrees, features: Features): Contributions {
  const rows = rowsOf(features);
  requireSameNames(model.names, features.names);
  const columns = features.columns.map(() => new Float64Array(rows));
  for (const tree of model.trees)
    for (let row = 0; row < rows; row++) addContributions(tree, features.columns, row, columns);
  const expected = model.trees.reduce((sum, tree) => sum + expectedOf(tree), model.base);
  return { expected, columns };
}

/** The mean of a tree's leaves over the rows it has learnt from. */
function expectedOf(tree: Tree): number {
  let sum = 0;
  tree.feature.forEach((feature, node) => {
    if (feature < 0) sum += tree.value[node]! * tree.rows[node]!;
  });
  return sum / tree.rows[0]!;
}

function addContributions(
  tree: Tree,
  columns: readonly ArrayLike<number>[],
  row: number,
  contributions: readonly Float64Array[],
): void {
  const visit = (node: number, before: readonly PathStep[], zero: number, one: number, feature: number) => {
    let path = extend(before, zero, one, feature);
    const asked = tree.feature[node]!;
    if (asked < 0) {
      for (let i = 1; i < path.length; i++) {
        const step = path[i]!;
        const column = contributions[step.feature]!;
        column[row] = column[row]! + sumUnwound(path, i) * (step.one - step.zero) * tree.value[node]!;
      }
      return;
    }
    // A feature that was asked before is one player still: its earlier step is taken back and multiplied in.
    const earlier = path.findIndex((step) => step.feature === asked);
    const { zero: zeroSoFar, one: oneSoFar } = earlier < 0 ? { zero: 1, one: 1 } : path[earlier]!;
    if (earlier >= 0) path = unwind(path, earlier);
    const value = columns[asked]![row]!;
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= tree.threshold[node]!;
    for (const [child, taken] of [
      [tree.left[node]!, goesLeft],
      [tree.right[node]!, !goesLeft],
    ] as const) {
      const share = tree.rows[child]! / tree.rows[node]!;
      visit(child, path, zeroSoFar * share, taken ? oneSoFar : 0, asked);
    }
  };
  visit(0, [], 1, 1, -1);
}
