import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { boost } from "./boost";
import { gainImportance, marginsOf, predictionsOf } from "./boosted-trees";
import type { BoostingOptions } from "./options";
import { anyTable, plantedTable, referenceTable } from "./testing";

// What the scikit-learn 1.9.1 values below were got with; it keeps gradients in single precision, hence 1e-5.
// kw = dict(max_iter=20, learning_rate=0.2, max_leaf_nodes=6, min_samples_leaf=5, l2_regularization=1, early_stopping=False)
const settings = { trees: 20, learningRate: 0.2, maxLeaves: 6, minRows: 5, lambda: 1 };
const places = [0, 1, 50, 99, 199];

test("predictions under squared error are scikit-learn's", async () => {
  // HistGradientBoostingRegressor(**kw).fit(X, y).predict(X)[places]
  const { features, target } = referenceTable(200);
  const { model, trainingLoss } = await boost(features, target, { loss: "squared error", ...settings });
  const expected = [
    0.5362988895290094, -0.2681663435011445, 0.07823482988857397, 0.36323625313519126, 1.4366420317847362,
  ];
  const found = predictionsOf(model, features);
  for (const [i, place] of places.entries()) assertClose(found[place], expected[i]!, 1e-5);
  assertClose(trainingLoss.at(-1), 0.024583490465614054, 1e-6);
});

test("chances under log loss are scikit-learn's", async () => {
  // HistGradientBoostingClassifier(**kw).fit(X, y > 0.9).predict_proba(X)[places, 1]
  const { features, target } = referenceTable(200);
  const labels = target.map((y) => (y > 0.9 ? 1 : 0));
  const { model, trainingLoss } = await boost(features, labels, { loss: "log loss", ...settings });
  const expected = [
    0.47599590090957206, 0.06398135665621998, 0.1739436472939567, 0.10277134918556215, 0.7175181623655401,
  ];
  const found = predictionsOf(model, features);
  for (const [i, place] of places.entries()) assertClose(found[place], expected[i]!, 1e-5);
  assertClose(trainingLoss.at(-1), 0.20503516990883525, 1e-6);
});

const training = plantedTable(0, 4000);
const unseen = plantedTable(4000, 4000);
const quick: BoostingOptions = { loss: "log loss", trees: 50, maxLeaves: 15 };

test("on new rows of a planted function the model is as good as scikit-learn's", async () => {
  // HistGradientBoostingClassifier(max_iter=50, max_leaf_nodes=15, early_stopping=False): AUC and log loss on new rows
  const { model } = await boost(training.features, training.labels, quick);
  assertClose(auc(unseen.labels, marginsOf(model, unseen.features)), 0.8471115413602224, 0.001);
  const chances = predictionsOf(model, unseen.features);
  const loss = chances.reduce((sum, p, i) => sum - Math.log(unseen.labels[i] ? p : 1 - p), 0) / 4000;
  assertClose(loss, 0.4681915996767408, 0.001);
  // The fifth feature says nothing; the third and the first two say most.
  const [x0, x1, x2, x3, x4] = gainImportance(model) as unknown as [number, number, number, number, number];
  assertClose(x0 + x1 + x2 + x3 + x4, 1, 1e-12);
  assert.ok(Math.min(x0, x1, x2) > x3 && x3 > x4, [x0, x1, x2, x3, x4].join(" "));
});

/** The share of pairs of a 1 and a 0 in which the 1 has the higher score; no two scores are equal here but by chance. */
function auc(labels: ArrayLike<number>, scores: Float64Array): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let zeros = 0;
  let won = 0;
  for (const row of order) {
    if (labels[row] === 1) won += zeros;
    else zeros++;
  }
  return won / zeros / (labels.length - zeros);
}

test("the loss on the training rows falls with every tree that asks something", async () => {
  for (const loss of ["log loss", "squared error"] as const) {
    const { model, trainingLoss } = await boost(training.features, training.labels, { ...quick, loss });
    assert.equal(trainingLoss.length, model.trees.length + 1);
    for (let i = 1; i < trainingLoss.length; i++) assert.ok(trainingLoss[i]! < trainingLoss[i - 1]!, `${i}`);
  }
});

test("training ends early, and keeps the trees with the lowest loss on the validation rows", async () => {
  const small = plantedTable(0, 400);
  const validation = { features: unseen.features, target: unseen.labels, patience: 5 };
  const options: BoostingOptions = { loss: "log loss", trees: 200, minRows: 5, validation };
  const { model, trainingLoss, validationLoss } = await boost(small.features, small.labels, options);
  const best = model.trees.length;
  assert.ok(best > 0 && best < 195);
  assert.equal(validationLoss.length, best + 6);
  assert.equal(Math.min(...validationLoss), validationLoss[best]);
  assert.equal(trainingLoss.length, best + 1);
  const whole = await boost(small.features, small.labels, { ...options, validation: undefined, trees: best });
  assert.deepEqual(whole.model, model);
});

test("samples of rows and columns are drawn by the seed", async () => {
  const sampled: BoostingOptions = { ...quick, trees: 10, rowShare: 0.5, columnShare: 0.4, seed: 3 };
  const { model } = await boost(training.features, training.labels, sampled);
  assert.deepEqual((await boost(training.features, training.labels, sampled)).model, model);
  assert.notDeepEqual(
    (await boost(training.features, training.labels, { ...sampled, seed: 4 })).model,
    model,
  );
  for (const tree of model.trees) {
    assert.equal(tree.rows[0], 2000);
    assert.ok(new Set(tree.feature.filter((feature) => feature >= 0)).size <= 2);
  }
});

test("a model does not depend on the order of the rows, bit for bit", async () => {
  const reversed = {
    ...training.features,
    columns: training.features.columns.map((column) => Float64Array.from(column).reverse()),
  };
  const options: BoostingOptions = { ...quick, trees: 5 };
  const { model } = await boost(training.features, training.labels, options);
  assert.deepEqual((await boost(reversed, training.labels.slice().reverse(), options)).model, model);
});

test("features in another order predict the same", async () => {
  const { features, target } = referenceTable(200);
  const turned = { names: [...features.names].reverse(), columns: [...features.columns].reverse() };
  const options: BoostingOptions = { loss: "squared error", ...settings };
  const expected = predictionsOf((await boost(features, target, options)).model, features);
  assert.deepEqual(predictionsOf((await boost(turned, target, options)).model, turned), expected);
});

test("any table trains to finite predictions, missing values or not", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async ({ features, target }) => {
      const { model } = await boost(features, target, { loss: "squared error", trees: 5, minRows: 1 });
      assert.ok(marginsOf(model, features).every(Number.isFinite));
      const missing = { ...features, columns: features.columns.map(() => [Number.NaN]) };
      assert.ok(marginsOf(model, missing).every(Number.isFinite));
    }),
    { numRuns: 50 },
  );
});

test("what cannot be trained on or predicted is refused, with the place", async () => {
  const features = { names: ["a"], columns: [[1, 2, 3]] };
  const loss = "log loss";
  await assert.rejects(boost(features, [0, 1], { loss }), /2 targets for 3 rows/);
  await assert.rejects(boost(features, [0, 1, 2], { loss }), /target of row 2 is 2: a label is 0 or 1/);
  await assert.rejects(boost(features, [1, 1, 1], { loss }), /Every label is 1/);
  await assert.rejects(boost(features, [0, Number.NaN, 2], { loss: "squared error" }), /row 1 is NaN/);
  await assert.rejects(
    boost(features, [0, 1, 0], { loss, learningRate: 2 }),
    /learningRate is 2: take above 0/,
  );
  await assert.rejects(boost(features, [0, 1, 0], { loss, maxLeaves: 1 }), /maxLeaves is 1/);
  const other = { names: ["b"], columns: [[1]] };
  await assert.rejects(
    boost(features, [0, 1, 0], { loss, validation: { features: other, target: [0], patience: 3 } }),
    /Feature 1 is "b", the training table knows "a"/,
  );
  const { model } = await boost(features, [0, 1, 0], { loss });
  assert.throws(
    () => marginsOf(model, { names: ["a", "b"], columns: [[1], [1]] }),
    /Feature 2 is "b".*nothing/,
  );
});
