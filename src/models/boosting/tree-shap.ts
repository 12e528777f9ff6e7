import { type Features, requireSameNames, rowsOf } from "../features/features";
import type { BoostedTrees } from "./boosted-trees";
import { gaussLegendre, type Quadrature } from "./gauss-legendre";
import { goesLeft, type Tree } from "./tree";

/** How a model's margins come about: for every row Σ of its contributions + `expected` is the margin. */
export interface Contributions {
  /** The margin that is expected of a training row: the leaves' values weighted by the rows that reached them. */
  readonly expected: number;
  /** For each feature what it adds to the margin of every row. */
  readonly columns: readonly Float64Array[];
}

/**
 * Exact Shapley values of every row's margin. A coalition knows some features; the others are averaged out by how many
 * training rows went left and right (path-dependent, as TreeSHAP). A Shapley value is the integral of a polynomial over
 * the chance t that a feature is known, taken exactly by Gauss's quadrature. O(rows × nodes × features on a path).
 *
 * @param features those that the model was trained on, by the same names in the same order; NaN where missing
 * @throws RangeError as `marginsOf`
 * @see Lundberg, Erion & Lee (2018), "Consistent individualized feature attribution for tree ensembles"; Owen (1972),
 * "Multilinear extensions of games"; Yu et al. (2022), "Linear TreeShap"
 * @example treeShap(model, features).columns[0][7] // what the first feature adds to the margin of row 7
 */
export function treeShap(model: BoostedTrees, features: Features): Contributions {
  const rows = rowsOf(features);
  requireSameNames(model.names, features.names, "the model");
  const columns = features.columns.map(() => new Float64Array(rows));
  for (const tree of model.trees) {
    const explained = new TreeExplained(tree, features.columns, columns);
    for (let row = 0; row < rows; row++) explained.add(row);
  }
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

/**
 * Walks one tree. Where a feature is known with chance t, a row comes to a leaf with the chance Π (z (1 − t) + o t) over
 * the features on the way: z is the share of training rows that followed the feature's questions, o is 1 when the row
 * does. The derivative of the leaf's part by one feature's own chance is that product without its factor, times o − z.
 */
class TreeExplained {
  readonly #quadrature: Quadrature;
  /** At every depth for each point the product so far, and the sum of the leaves' products times values below. */
  readonly #products: Float64Array;
  readonly #sums: Float64Array;
  /** At every depth for each point one divided by the factor of the last feature. */
  readonly #inverse: Float64Array;
  /** For each feature its z and o on the way to the present node. */
  readonly #zero: Float64Array;
  readonly #one: Float64Array;

  constructor(
    private readonly tree: Tree,
    private readonly columns: readonly ArrayLike<number>[],
    private readonly contributions: readonly Float64Array[],
  ) {
    const { depth, features } = deepest(tree);
    this.#quadrature = gaussLegendre(Math.max(1, Math.ceil(features / 2)));
    const points = this.#quadrature.points.length;
    this.#products = new Float64Array((depth + 1) * points).fill(1, 0, points);
    this.#sums = new Float64Array((depth + 1) * points);
    this.#inverse = new Float64Array((depth + 1) * points);
    this.#zero = new Float64Array(columns.length).fill(1);
    this.#one = new Float64Array(columns.length).fill(1);
  }

  add(row: number): void {
    this.#visit(0, 0, row);
  }

  #visit(node: number, at: number, row: number): void {
    const tree = this.tree;
    const points = this.#quadrature.points.length;
    const feature = tree.feature[node]!;
    if (feature < 0) {
      const value = tree.value[node]!;
      for (let q = at; q < at + points; q++) this.#sums[q] = value * this.#products[q]!;
      return;
    }
    const value = this.columns[feature]![row]!;
    const left = goesLeft(tree, node, value);
    this.#sums.fill(0, at, at + points);
    this.#follow(node, tree.left[node]!, left, at, row);
    this.#follow(node, tree.right[node]!, !left, at, row);
  }

  #follow(node: number, child: number, taken: boolean, at: number, row: number): void {
    const tree = this.tree;
    const { points, weights } = this.#quadrature;
    const [products, sums] = [this.#products, this.#sums];
    const feature = tree.feature[node]!;
    // A feature that was asked before is one player still: what it had on the way is replaced.
    const zeroBefore = this.#zero[feature]!;
    const oneBefore = this.#one[feature]!;
    const zero = zeroBefore * (tree.rows[child]! / tree.rows[node]!);
    const one = taken ? oneBefore : 0;
    const first = oneBefore === 1 && zeroBefore === 1;
    const inverse = this.#inverse;
    const below = at + points.length;
    for (let q = 0; q < points.length; q++) {
      const t = points[q]!;
      const factor = zero * (1 - t) + one * t;
      inverse[below + q] = 1 / factor;
      const product = products[at + q]! * factor;
      products[below + q] = first ? product : product / (zeroBefore * (1 - t) + oneBefore * t);
    }
    this.#zero[feature] = zero;
    this.#one[feature] = one;
    this.#visit(child, below, row);
    this.#zero[feature] = zeroBefore;
    this.#one[feature] = oneBefore;
    let contribution = 0;
    for (let q = 0; q < points.length; q++) {
      const sum = sums[below + q]!;
      let effect = (one - zero) * inverse[below + q]!;
      if (!first) {
        const t = points[q]!;
        effect -= (oneBefore - zeroBefore) / (zeroBefore * (1 - t) + oneBefore * t);
      }
      contribution += weights[q]! * sum * effect;
      sums[at + q] = sums[at + q]! + sum;
    }
    const column = this.contributions[feature]!;
    column[row] = column[row]! + contribution;
  }
}

/** The most questions on the way to a leaf, and the most features that they ask for. */
function deepest(tree: Tree): { depth: number; features: number } {
  const visit = (node: number, depth: number, asked: ReadonlySet<number>): [number, number] => {
    if (tree.feature[node]! < 0) return [depth, asked.size];
    const all = new Set(asked).add(tree.feature[node]!);
    const left = visit(tree.left[node]!, depth + 1, all);
    const right = visit(tree.right[node]!, depth + 1, all);
    return [Math.max(left[0], right[0]), Math.max(left[1], right[1])];
  };
  const [depth, features] = visit(0, 0, new Set());
  return { depth, features };
}
