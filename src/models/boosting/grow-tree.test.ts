import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { anyTable, leastSquaresTree, referenceTable } from "./testing";
import { leafOf, type Tree } from "./tree";

const nan = Number.NaN;
const one = (column: number[]) => ({ names: ["x"], columns: [column] });
const predictions = (tree: Tree, columns: readonly ArrayLike<number>[]) =>
  Array.from(columns[0]!, (_, row) => tree.value[leafOf(tree, columns, row)]!);

test("a stump is the one that a hand computes", () => {
  // Of the cuts of 1, 2, 3, 4 the second gains most: 2²/2 + 22²/2 − 24²/4 = 2 + 242 − 144 = 100.
  const { tree } = leastSquaresTree(one([1, 2, 3, 4]), [1, 1, 10, 12], { maxLeaves: 2 });
  assert.deepEqual(tree, {
    feature: Int32Array.of(0, -1, -1),
    threshold: Float64Array.of(2.5, 0, 0),
    missingLeft: Uint8Array.of(0, 0, 0),
    left: Int32Array.of(1, -1, -1),
    right: Int32Array.of(2, -1, -1),
    value: Float64Array.of(0, 1, 11),
    rows: Float64Array.of(4, 2, 2),
    gain: Float64Array.of(100, 0, 0),
  });
});

test("the penalty shrinks leaves and gains as a hand computes", () => {
  // With λ = 2: 2²/4 + 22²/4 − 24²/6 = 1 + 121 − 96 = 26; leaves 2/4 and 22/4, halved by the learning rate.
  const limits = { maxLeaves: 2, lambda: 2, learningRate: 0.5 };
  const { tree } = leastSquaresTree(one([1, 2, 3, 4]), [1, 1, 10, 12], limits);
  assertClose(tree.gain[0], 26, 1e-12);
  assert.deepEqual([...tree.value], [0, 0.25, 2.75]);
});

test("missing values go to the side they are like, or stand alone", () => {
  const like = (target: number[]) => leastSquaresTree(one([1, 2, nan, nan]), target, { maxLeaves: 2 }).tree;
  const left = like([0, 8, 0, 0]);
  assert.deepEqual([left.threshold[0], left.missingLeft[0], ...left.value], [1.5, 1, 0, 0, 8]);
  const right = like([0, 8, 8, 8]);
  assert.deepEqual([right.threshold[0], right.missingLeft[0], ...right.value], [1.5, 0, 0, 0, 8]);
  const alone = like([3, 3, 7, 7]);
  assert.deepEqual(predictions(alone, [[1, 1e300, nan]]), [3, 3, 7]);
});

test("where none was missing, a missing value goes with the many", () => {
  const { tree } = leastSquaresTree(one([1, 2, 3]), [0, 0, 9], { maxLeaves: 2 });
  assert.deepEqual(predictions(tree, [[nan]]), [0]);
  const { tree: mirrored } = leastSquaresTree(one([1, 2, 3]), [9, 0, 0], { maxLeaves: 2 });
  assert.deepEqual(predictions(mirrored, [[nan]]), [0]);
});

test("a tree of eight leaves is scikit-learn's", () => {
  // HistGradientBoostingRegressor(max_iter=1, learning_rate=0.5, max_leaf_nodes=8, min_samples_leaf=5,
  // l2_regularization=1, early_stopping=False).fit(X, y)._predictors[0][0].nodes, scikit-learn 1.9.1; it keeps
  // gradients in single precision, hence 1e-6.
  const { features, target } = referenceTable(200);
  const mean = 0.88415583;
  const limits = { maxLeaves: 8, minRows: 5, lambda: 1, learningRate: 0.5 };
  const { tree } = leastSquaresTree(
    features,
    target.map((y) => y - mean),
    limits,
  );
  assert.deepEqual(preOrder(tree), [
    "x2 <= 14.5",
    "leaf of 86",
    "x1 <= 9.5",
    "leaf of 20",
    "x1 <= 57.5 or missing",
    "x0 <= 13.214285714285715 or missing",
    "x0 <= 9.642857142857142 or missing",
    "x0 <= 6.785714285714286 or missing",
    "x0 <= 2.7857142857142856",
    "leaf of 14",
    "leaf of 19",
    "leaf of 18",
    "leaf of 22",
    "leaf of 9",
    "leaf of 12",
  ]);
  const values = [
    -0.182615620734427, -0.2259615659713745, 0.32087614071315324, -0.10918684136122465, 0.39655421037030847,
    -0.09445352715683049, 0.5505354046821593, 0.5489149001570275,
  ];
  const ours = nodesInPreOrder(tree).filter((node) => tree.feature[node]! < 0);
  for (const [i, node] of ours.entries()) assertClose(tree.value[node], values[i]!, 1e-6, `leaf ${i}`);
});

function nodesInPreOrder(tree: Tree, node = 0): number[] {
  if (tree.feature[node]! < 0) return [node];
  return [node, ...nodesInPreOrder(tree, tree.left[node]!), ...nodesInPreOrder(tree, tree.right[node]!)];
}

function preOrder(tree: Tree): string[] {
  return nodesInPreOrder(tree).map((node) => {
    if (tree.feature[node]! < 0) return `leaf of ${tree.rows[node]}`;
    return `x${tree.feature[node]} <= ${tree.threshold[node]}${tree.missingLeft[node] ? " or missing" : ""}`;
  });
}

test("the first split gains as much as the best of all possible ones", () => {
  fc.assert(
    fc.property(anyTable, ({ features, target }) => {
      const { tree } = leastSquaresTree(features, target, { maxLeaves: 2, lambda: 0.5, minRows: 2 });
      const score = (part: number[]) => part.reduce((a, b) => a + b, 0) ** 2 / (part.length + 0.5);
      let best = 0;
      for (const column of features.columns) {
        for (const cut of [...column.filter((value) => !Number.isNaN(value)), Infinity]) {
          for (const missingLeft of [true, false]) {
            const left = column.map((value) => (Number.isNaN(value) ? missingLeft : value <= cut));
            const sides = [true, false].map((side) => target.filter((_, row) => left[row] === side));
            if (sides.some((side) => side.length < 2)) continue;
            best = Math.max(best, score(sides[0]!) + score(sides[1]!) - score(target));
          }
        }
      }
      assertClose(tree.gain[0], best, 1e-9 * (1 + score(target) + best));
    }),
  );
});

test("every leaf holds the rows that reach it, within the limits, and is their mean", () => {
  const limits = { maxLeaves: 6, maxDepth: 3, minRows: 2 };
  fc.assert(
    fc.property(anyTable, ({ features, target }) => {
      const { tree, order, leaves } = leastSquaresTree(features, target, limits);
      assert.ok(leaves.length <= 6);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        [...target.keys()],
      );
      assert.equal(
        leaves.reduce((sum, { from, to }) => sum + to - from, 0),
        target.length,
      );
      for (const { node, from, to } of leaves) {
        const rows = [...order.subarray(from, to)];
        for (const row of rows) assert.equal(leafOf(tree, features.columns, row), node);
        assert.equal(tree.rows[node], rows.length);
        assert.ok(rows.length >= 2 || leaves.length === 1);
        const mean = rows.reduce((sum, row) => sum + target[row]!, 0) / rows.length;
        assertClose(tree.value[node], mean, 1e-12);
        assert.ok(depthOf(tree, node) <= 3);
      }
    }),
  );
});

function depthOf(tree: Tree, node: number): number {
  const parent = Math.max(tree.left.indexOf(node), tree.right.indexOf(node));
  return parent < 0 ? 0 : 1 + depthOf(tree, parent);
}

test("rows in another order grow the same tree, bit for bit", () => {
  fc.assert(
    fc.property(anyTable, fc.integer(), ({ features, target }, seed) => {
      const places = fc.sample(fc.shuffledSubarray([...target.keys()], { minLength: target.length }), {
        seed,
        numRuns: 1,
      })[0]!;
      const shuffled = {
        ...features,
        columns: features.columns.map((column) => places.map((row) => column[row]!)),
      };
      const { tree } = leastSquaresTree(features, target);
      const { tree: again } = leastSquaresTree(
        shuffled,
        places.map((row) => target[row]!),
      );
      assert.deepEqual(again, tree);
    }),
  );
});

test("a tree without limits tells all rows apart, and no rows that are alike", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), {
        minLength: 1,
        maxLength: 40,
        comparator: "SameValueZero",
      }),
      (x) => {
        const target = x.map((_, i) => ((i * 7) % 5) + i / 100);
        const { tree } = leastSquaresTree(one(x), target);
        for (const [i, value] of predictions(tree, [x]).entries()) assertClose(value, target[i]!, 1e-12);
      },
    ),
  );
  const { tree } = leastSquaresTree(one([1, 1, 1, nan, nan]), [1, 2, 3, 2, 2]);
  assert.deepEqual(tree.feature, Int32Array.of(-1));
  const { tree: flat } = leastSquaresTree(one([1, 2, 3, 4, 5, 6, 7]), new Array(7).fill(0.1));
  assert.deepEqual(flat.feature, Int32Array.of(-1));
});

test("a tree is the same where only a few histograms can be kept", () => {
  const { features, target } = referenceTable(200);
  for (const limits of [{ maxLeaves: 30 }, { maxLeaves: Infinity, minRows: 3 }]) {
    const { tree } = leastSquaresTree(features, target, limits);
    assert.ok(tree.feature.length > 40);
    for (const slots of [3, 4, 7])
      assert.deepEqual(leastSquaresTree(features, target, limits, slots).tree, tree, `${slots} slots`);
  }
});
