import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import type { Features } from "../features/features";
import { boost } from "./boost";
import { marginsOf, predictionsOf } from "./boosted-trees";
import { boostedTreesFromJson, boostedTreesToJson } from "./model-json";
import type { BoostingOptions } from "./options";
import { anyTable, referenceTable } from "./testing";
import { treeShap } from "./tree-shap";

// What the scikit-learn 1.9.1 values below were got with; it keeps gradients in single precision, hence 1e-5.
// kw = dict(max_iter=20, learning_rate=0.2, max_leaf_nodes=6, min_samples_leaf=5, l2_regularization=1, early_stopping=False)
const settings = { trees: 20, learningRate: 0.2, maxLeaves: 6, minRows: 5, lambda: 1 };
const places = [0, 1, 50, 99, 199];
const { features, target } = referenceTable(200);

async function assertPredicts(
  table: Features,
  values: ArrayLike<number>,
  options: BoostingOptions,
  expected: readonly number[],
): Promise<void> {
  const { model } = await boost(table, values, { ...settings, ...options });
  const found = predictionsOf(model, table);
  for (const [i, place] of places.entries()) assertClose(found[place], expected[i]!, 1e-5, `row ${place}:`);
}

test("predictions under weights are scikit-learn's", async () => {
  // HistGradientBoostingRegressor(**kw).fit(X, y, sample_weight=1 + i % 3)
  const weights = target.map((_, i) => 1 + (i % 3));
  await assertPredicts(
    features,
    target,
    { loss: "squared error", weights },
    [0.6071829709196077, -0.2343255943868925, 0.165137186526066, 0.477984660038304, 1.4221470817845352],
  );
});

test("balanced labels are scikit-learn's", async () => {
  // HistGradientBoostingClassifier(**kw, class_weight="balanced").fit(X, y > 0.9).predict_proba(X)[:, 1]
  const labels = target.map((y) => (y > 0.9 ? 1 : 0));
  await assertPredicts(
    features,
    labels,
    { loss: "log loss", weights: "balanced" },
    [0.5123911855643841, 0.07019274172330521, 0.1593560844542463, 0.08140567756791155, 0.7016738473328934],
  );
});

test("predictions that must rise and fall are LightGBM's", async () => {
  // lightgbm 4.7.0: train({objective: "regression", learning_rate: 0.2, num_leaves: 6, min_data_in_leaf: 5, lambda_l2: 1,
  // min_data_in_bin: 1, monotone_constraints: [0, 1, -1], monotone_constraints_method: "basic"}, Dataset(X, y), 20). Under
  // constraints scikit-learn takes a leaf's gain for another: the loss's slope times the value, without the curvature.
  const monotone = { increasing: ["x1"], decreasing: ["x2"] };
  await assertPredicts(
    features,
    target,
    { loss: "squared error", monotone },
    [0.4853924986236058, -0.08120824146716489, 0.19986772718015774, 0.08443911871772185, 1.3031080815149059],
  );
});

/** Twelve categories, each with an effect of its own, that come to very unequal numbers of rows; every ninth misses. */
function categories(): { table: Features; values: Float64Array } {
  const effects = [3, 0, 5, 1, -2, 4, 0, 2, -1, 6, 1, 0];
  const c = Array.from({ length: 200 }, (_, i) => (i % 9 === 0 ? Number.NaN : ((i * i * 13) % 67) % 12));
  const x = features.columns[0]!;
  const values = Float64Array.from(
    c,
    (k, i) => (Number.isNaN(k) ? 1.5 : effects[k]!) + Math.sin(x[i]!) + ((i * 7) % 11) / 20,
  );
  return { table: { names: ["c", "x0"], columns: [c, x] }, values };
}

test("predictions from categories are scikit-learn's", async () => {
  // HistGradientBoostingRegressor(**kw, categorical_features=[0]).fit(np.c_[c, x0], values)
  const { table, values } = categories();
  await assertPredicts(
    table,
    values,
    { loss: "squared error", categorical: ["c"] },
    [2.147294832217807, 0.1083105591121552, 3.2929349766087874, 1.1711392714521738, -1.2771387937623278],
  );
});

test("what categories are called does not matter, and a model of them is saved and explained", async () => {
  const { table, values } = categories();
  const options: BoostingOptions = { loss: "squared error", ...settings, categorical: ["c"] };
  const { model } = await boost(table, values, options);
  const renamed = Float64Array.from(table.columns[0]!, (k) => ((k * 5 + 3) % 12) * 1.5 - 4);
  const other = { ...table, columns: [renamed, table.columns[1]!] };
  const found = marginsOf((await boost(other, values, options)).model, other);
  for (const [row, margin] of marginsOf(model, table).entries()) assertClose(found[row], margin, 1e-12);

  assert.ok(model.trees.some(({ leftCategories }) => leftCategories));
  assert.deepEqual(boostedTreesFromJson(boostedTreesToJson(model)), model);
  const strange = { ...table, columns: [[77, Number.NaN, 2], Array.from(table.columns[1]!).slice(0, 3)] };
  const { expected, columns } = treeShap(model, strange);
  for (const [row, margin] of marginsOf(model, strange).entries())
    assertClose(columns[0]![row]! + columns[1]![row]! + expected, margin, 1e-12);
});

test("a category that was never seen goes where rare ones go, to the right", async () => {
  const c = Array.from({ length: 40 }, (_, i) => i % 2);
  const table = { names: ["c"], columns: [c] };
  const options: BoostingOptions = { loss: "squared error", trees: 1, learningRate: 1, categorical: ["c"] };
  const { model } = await boost(table, c, options);
  assert.deepEqual(model.trees[0]!.leftCategories, new Map([[0, new Set([1])]]));
  assert.deepEqual([...predictionsOf(model, { names: ["c"], columns: [[0, 1, 5]] })], [0, 1, 0]);
  const unseen = { features: { names: ["c"], columns: [[5, 5]] }, target: [0, 0], patience: 2 };
  const { validationLoss } = await boost(table, c, { ...options, validation: unseen });
  assert.deepEqual(validationLoss, [0.125, 0]);
});

test("whatever the table, predictions rise and fall as told", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.constantFrom(1, -1), async ({ features: table, target: y }, direction) => {
      const names = ["x0"];
      const { model } = await boost(table, y, {
        loss: "squared error",
        trees: 8,
        minRows: 1,
        learningRate: 0.5,
        monotone: direction > 0 ? { increasing: names } : { decreasing: names },
      });
      for (let row = 0; row < y.length; row++) {
        const steps = Array.from({ length: 11 }, (_, i) => i - 5);
        const columns = table.columns.map((column, f) => steps.map((x) => (f === 0 ? x : column[row]!)));
        const along = marginsOf(model, { names: table.names, columns });
        for (let i = 1; i < steps.length; i++)
          assert.ok(direction * (along[i]! - along[i - 1]!) >= -1e-12, `${along}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("a row of weight two is the row twice", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async ({ features: table, target: y }) => {
      const weights = y.map((_, row) => (row % 3 === 0 ? 2 : 1));
      const twice = y.flatMap((_, row) => (row % 3 === 0 ? [row, row] : [row]));
      const options: BoostingOptions = { loss: "squared error", trees: 3, minRows: 1 };
      const weighed = await boost(table, y, { ...options, weights });
      const repeated = { ...table, columns: table.columns.map((column) => twice.map((row) => column[row]!)) };
      const plain = await boost(
        repeated,
        twice.map((row) => y[row]!),
        options,
      );
      // Equal gains to rounding may be won by another split, but the loss that is reached is the same.
      for (const [i, loss] of plain.trainingLoss.entries()) assertClose(weighed.trainingLoss[i], loss, 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("a row of weight nought does not count", async () => {
  const weights = target.map((_, row) => (row < 100 ? 1 : 0));
  const half = { ...features, columns: features.columns.map((column) => Array.from(column).slice(0, 100)) };
  const options: BoostingOptions = { loss: "squared error", ...settings, minRows: 1, minHessian: 5 };
  const { trainingLoss } = await boost(features, target, { ...options, weights });
  const alone = await boost(half, target.slice(0, 100), options);
  // The cuts are of other rows too, so only the beginning is the same.
  assertClose(trainingLoss[0], alone.trainingLoss[0]!, 1e-12);
  const wild = target.map((y, row) => (row < 100 ? y : 1e6 * row));
  assert.deepEqual((await boost(features, wild, { ...options, weights })).trainingLoss, trainingLoss);
});

test("what is asked of features or rows that are not there is refused", async () => {
  const table = { names: ["a", "b"], columns: [[1, 2, 3], Array.from({ length: 3 }, (_, i) => i)] };
  const refused = (options: Partial<BoostingOptions>, message: RegExp) =>
    assert.rejects(boost(table, [0, 1, 0], { loss: "log loss", ...options }), message);
  await refused({ categorical: ["c"] }, /no feature "c": take some of a, b/);
  await refused({ monotone: { increasing: ["a"], decreasing: ["a"] } }, /"a" is named twice/);
  await refused({ categorical: ["b"], monotone: { increasing: ["b"] } }, /"b" is named twice/);
  await refused({ weights: [1, 2] }, /2 weights for 3 rows/);
  await refused({ weights: [1, -1, 1] }, /weight of row 1 is -1/);
  await refused({ weights: [0, 0, 0] }, /weights add up to 0/);
  await refused({ threads: -1 }, /threads is -1/);
  await refused({ columnShareByNode: 0 }, /columnShareByNode is 0/);
  const many = { names: ["id"], columns: [Array.from({ length: 300 }, (_, i) => i)] };
  const labels = many.columns[0]!.map((i) => i % 2);
  await assert.rejects(
    boost(many, labels, { loss: "log loss", categorical: ["id"] }),
    /"id" has more than 254 categories/,
  );
});
