import assert from "node:assert/strict";
import { test } from "node:test";
import { boost } from "./boosting/boost";
import { predictionsOf } from "./boosting/boosted-trees";
import { randomForest } from "./boosting/forest";
import { logFeatures } from "./features/log-features";
import { boostedLearner, forestLearner, logisticLearner, onLogs } from "./learners";
import { fitLogistic, logisticProbabilities } from "./linear/logistic";

const xs = Array.from({ length: 60 }, (_, i) => i % 20);
const features = { names: ["x"], columns: [xs] };
const labels = xs.map((x, i) => (x + (i % 7) > 14 ? 1 : 0));

test("a learnt logistic regression scores other rows as the fitted model does", async () => {
  const predict = await logisticLearner({ c: 0.5 })(features, labels);
  const others = { names: ["x"], columns: [[3, 11]] };
  assert.deepEqual(predict(others), logisticProbabilities(fitLogistic(features, labels, { c: 0.5 }), others));
});

test("a regression that does not converge is an error that says why", () => {
  assert.throws(() => logisticLearner({ maxIterations: 1 })(features, labels), /did not converge: ./);
});

test("learnt boosted trees score other rows as the trained model does", async () => {
  const options = { trees: 7, maxLeaves: 3, minRows: 2 };
  const predict = await boostedLearner(options)(features, labels);
  const { model } = await boost(features, labels, { ...options, loss: "log loss" });
  assert.deepEqual(predict(features), predictionsOf(model, features));
});

test("a learner on logarithms learns from them and scores by them", async () => {
  const predict = await onLogs(logisticLearner())(features, labels);
  const others = { names: ["x"], columns: [[3, 11]] };
  const model = fitLogistic(logFeatures(features), labels);
  assert.deepEqual(predict(others), logisticProbabilities(model, logFeatures(others)));
});

test("a learnt forest scores other rows as the trained model does", async () => {
  const options = { trees: 5, minRows: 3, seed: 4 };
  const predict = await forestLearner(options)(features, labels);
  assert.deepEqual(predict(features), predictionsOf(await randomForest(features, labels, options), features));
});
