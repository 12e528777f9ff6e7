import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { boost } from "./boost";
import { type BoostedTrees, marginsOf } from "./boosted-trees";
import { anyTable, leastSquaresTree, plantedTable } from "./testing";
import type { Tree } from "./tree";
import { treeShap } from "./tree-shap";

test("contributions of a tree are those that a hand computes", () => {
  // y = 8 where both are 1, over the four rows once each: E = 2, E[y | x0 = 1] = 4, and likewise x1; so row (1, 1)
  // has 8 = 2 + 3 + 3 and row (0, 1) has 0 = 2 - 3 + 1.
  const features = {
    names: ["x0", "x1"],
    columns: [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ],
  };
  const { tree } = leastSquaresTree(features, [0, 0, 0, 8]);
  const model: BoostedTrees = { loss: "squared error", names: features.names, base: 0, trees: [tree] };
  const { expected, columns } = treeShap(model, features);
  assertClose(expected, 2, 1e-12);
  for (const [row, [x0, x1]] of [
    [-1, -1],
    [-3, 1],
    [1, -3],
    [3, 3],
  ].entries()) {
    assertClose(columns[0]![row], x0!, 1e-12);
    assertClose(columns[1]![row], x1!, 1e-12);
  }
});

test("contributions are the Shapley values of all coalitions written out", () => {
  fc.assert(
    fc.property(anyTable, ({ features, target }) => {
      const { tree } = leastSquaresTree(features, target, { maxLeaves: 7 });
      const model: BoostedTrees = { loss: "squared error", names: features.names, base: 0, trees: [tree] };
      const { columns } = treeShap(model, features);
      const players = features.columns.length;
      const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
      for (let row = 0; row < target.length; row++) {
        const worth = (known: number) => expectation(tree, features.columns, row, known);
        for (let f = 0; f < players; f++) {
          let shapley = 0;
          for (let known = 0; known < 1 << players; known++) {
            if (known & (1 << f)) continue;
            const size = [...Array(players).keys()].filter((other) => known & (1 << other)).length;
            const weight = (factorial(size) * factorial(players - size - 1)) / factorial(players);
            shapley += weight * (worth(known | (1 << f)) - worth(known));
          }
          assertClose(columns[f]![row], shapley, 1e-10, `feature ${f}, row ${row}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

/** What the tree says of a row of which only some features are known: algorithm 1 of Lundberg, Erion & Lee. */
function expectation(tree: Tree, columns: readonly number[][], row: number, known: number, node = 0): number {
  const feature = tree.feature[node]!;
  if (feature < 0) return tree.value[node]!;
  const [left, right] = [tree.left[node]!, tree.right[node]!];
  const of = (child: number) => expectation(tree, columns, row, known, child);
  if (!(known & (1 << feature)))
    return (of(left) * tree.rows[left]! + of(right) * tree.rows[right]!) / tree.rows[node]!;
  const value = columns[feature]![row]!;
  const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= tree.threshold[node]!;
  return of(goesLeft ? left : right);
}

test("contributions and what is expected add up to the margin, for deep trees too", async () => {
  const training = plantedTable(0, 2000);
  const options = { loss: "log loss", trees: 20, maxLeaves: 40, minRows: 3, rowShare: 0.7 } as const;
  const { model } = await boost(training.features, training.labels, options);
  const { names, columns: whole } = plantedTable(2000, 50).features;
  const gaps = whole.map((column, f) => Array.from(column, (x, i) => ((i + f) % 3 === 0 ? Number.NaN : x)));
  const features = { names, columns: gaps };
  const { expected, columns } = treeShap(model, features);
  for (const [row, margin] of marginsOf(model, features).entries()) {
    assertClose(
      columns.reduce((sum, column) => sum + column[row]!, expected),
      margin,
      1e-9,
      `row ${row}`,
    );
  }
});

test("a feature that no tree asks for adds nothing", async () => {
  const features = {
    names: ["a", "b"],
    columns: [
      [1, 2, 3, 4],
      [5, 5, 5, 5],
    ],
  };
  const { model } = await boost(features, [1, 2, 8, 9], { loss: "squared error", trees: 3, minRows: 1 });
  assert.deepEqual(treeShap(model, features).columns[1], new Float64Array(4));
  assert.throws(() => treeShap(model, { ...features, names: ["b", "a"] }), /Feature 1 is "b"/);
});
