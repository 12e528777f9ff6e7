import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { logLoss } from "../evaluation/probability-loss";
import { rankScores } from "../evaluation/ranked-scores";
import { rocAuc } from "../evaluation/roc";
import { tallyScores } from "../evaluation/score-tally";
import type { Features } from "../features/features";
import { marginsOf, predictionsOf } from "./boosted-trees";
import { randomForest, singleTree } from "./forest";
import { plantedTable } from "./testing";
import { treeShap } from "./tree-shap";

const training = plantedTable(0, 4000);
const unseen = plantedTable(4000, 4000);
const tallyOf = (scores: Float64Array) => tallyScores(rankScores(unseen.labels, scores));

test("a forest is as good as scikit-learn's", async () => {
  // RandomForestClassifier(100, min_samples_leaf=10, max_features="sqrt", random_state=s), s = 0 … 9: AUC .84591 with a
  // standard deviation of .00078, log loss .46839 with .00089; four of them, as cuts here are of 255 bins at most.
  const model = await randomForest(training.features, training.labels, { seed: 3 });
  const chances = predictionsOf(model, unseen.features);
  assertClose(rocAuc(tallyOf(chances)), 0.84591, 4 * 0.00078);
  assertClose(logLoss(tallyOf(chances)), 0.46839, 4 * 0.00089);
  assert.ok(chances.every((chance) => chance >= 0 && chance <= 1));
  assert.equal(model.trees.length, 100);
});

test("a forest depends on its seed and on nothing else", async () => {
  const few = { trees: 3, seed: 5 };
  const alone = await randomForest(training.features, training.labels, { ...few, threads: 0 });
  assert.deepEqual(await randomForest(training.features, training.labels, { ...few, threads: 2 }), alone);
  assert.notDeepEqual(await randomForest(training.features, training.labels, { trees: 3, seed: 6 }), alone);
  for (const { rows } of alone.trees) assert.equal(rows[0], 4000);
  const told: number[] = [];
  await randomForest(training.features, training.labels, { ...few, onTree: (done) => void told.push(done) });
  assert.deepEqual(told, [1, 2, 3]);
});

test("a forest's contributions add up to its chances", async () => {
  const model = await randomForest(training.features, training.labels, { trees: 10, seed: 1 });
  const some: Features = {
    ...unseen.features,
    columns: unseen.features.columns.map((column) => Array.from(column).slice(0, 20)),
  };
  const { expected, columns } = treeShap(model, some);
  for (const [row, margin] of marginsOf(model, some).entries()) {
    const sum = columns.reduce((total, column) => total + column[row]!, expected);
    assertClose(sum, margin, 1e-9);
  }
});

test("a single tree is scikit-learn's", async () => {
  // Of floor(20 x), so that both consider all cuts: DecisionTreeClassifier(max_leaf_nodes=8, min_samples_leaf=20,
  // random_state=0), its chances of the first five unseen rows and its log loss on all
  const coarse = ({ names, columns }: Features) => ({
    names,
    columns: columns.map((column) => Float64Array.from(column, (x) => Math.floor(20 * x))),
  });
  const model = await singleTree(coarse(training.features), training.labels, { maxLeaves: 8 });
  const chances = predictionsOf(model, coarse(unseen.features));
  const expected = [
    0.0943952802359882, 0.09902912621359224, 0.48013245033112584, 0.8915956151035322, 0.8915956151035322,
  ];
  for (const [row, chance] of expected.entries()) assertClose(chances[row], chance, 1e-12);
  assertClose(logLoss(tallyOf(chances)), 0.47393653651259865, 1e-12);
});

test("a tree without a limit tells all rows apart that differ", async () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => i);
  const y = x.map((i) => (i * 7919) % 10);
  const features = { names: ["x"], columns: [x] };
  const model = await singleTree(features, y, { maxLeaves: Infinity, minRows: 1 });
  for (const [row, value] of predictionsOf(model, features).entries()) assertClose(value, y[row]!, 1e-12);
});
