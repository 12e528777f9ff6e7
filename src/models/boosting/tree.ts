/** A regression tree in typed arrays, a place a node; the root is node 0, children stand after their parents. */
export interface Tree {
  /** The feature that a node asks for; −1 at a leaf. */
  readonly feature: Int32Array;
  /** Rows whose value is at most this go left; 0 where the node asks for categories. */
  readonly threshold: Float64Array;
  /** For each node that asks for categories those that go left; all others, also unknown ones, go right. */
  readonly leftCategories?: ReadonlyMap<number, ReadonlySet<number>>;
  /** 1 where rows with a missing value go left. */
  readonly missingLeft: Uint8Array;
  /** Child nodes; −1 at a leaf. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What a leaf adds to the margin; 0 at inner nodes. */
  readonly value: Float64Array;
  /** Training rows that reached the node. */
  readonly rows: Float64Array;
  /** By how much the node's split lowered twice the training loss, to second order; 0 at a leaf. */
  readonly gain: Float64Array;
}

/**
 * Whether a value goes left at an inner node. O(1).
 *
 * @example goesLeft(tree, 0, Number.NaN) // whether missing values go left at the root
 */
export function goesLeft(tree: Tree, node: number, value: number): boolean {
  if (Number.isNaN(value)) return tree.missingLeft[node] === 1;
  const categories = tree.leftCategories?.get(node);
  return categories ? categories.has(value) : value <= tree.threshold[node]!;
}

/**
 * The leaf that a row of the features reaches. O(depth).
 *
 * @example tree.value[leafOf(tree, columns, 0)] // what the tree says of the first row
 */
export function leafOf(tree: Tree, columns: readonly ArrayLike<number>[], row: number): number {
  let node = 0;
  while (tree.feature[node]! >= 0) {
    const value = columns[tree.feature[node]!]![row]!;
    node = goesLeft(tree, node, value) ? tree.left[node]! : tree.right[node]!;
  }
  return node;
}

/**
 * Adds what a tree says of every row to the margins. O(rows × depth).
 *
 * @param margins one for each row, changed in place
 * @example addTree(tree, features.columns, margins)
 */
export function addTree(tree: Tree, columns: readonly ArrayLike<number>[], margins: Float64Array): void {
  for (let row = 0; row < margins.length; row++)
    margins[row] = margins[row]! + tree.value[leafOf(tree, columns, row)]!;
}
