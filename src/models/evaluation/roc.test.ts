import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { rocAuc, rocCurve } from "./roc";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("AUC and curve are scikit-learn's, with ties and weights", () => {
  // scikit-learn 1.9.1: roc_auc_score(y, s, sample_weight=w), roc_curve(y, s, sample_weight=w, drop_intermediate=False)
  assertClose(rocAuc(plain(sixtyRows())), 0.8405555555555555, 1e-15);
  assertClose(rocAuc(weighted(sixtyRows())), 0.8849579416130628, 1e-15);
  const { thresholds, falsePositiveRate, truePositiveRate } = rocCurve(weighted(sixtyRows()));
  assert.equal(thresholds.length, 20);
  assert.deepEqual([...thresholds.subarray(0, 6)], [Infinity, 0.95, 0.9, 0.85, 0.8, 0.75]);
  const falsePositives = [0, 0, 0.046511627906976744, 0.06976744186046512, 0.06976744186046512];
  const truePositives = [0, 0.1276595744680851, 0.19148936170212766, 0.19148936170212766, 0.3829787234042553];
  falsePositives.forEach((rate, i) => {
    assertClose(falsePositiveRate[i], rate, 1e-15);
    assertClose(truePositiveRate[i], truePositives[i]!, 1e-15);
  });
});

test("AUC is the chance that a row of label 1 scores above one of label 0, a tie counting half", () => {
  fc.assert(
    fc.property(someRows(), (rows) => {
      let [won, pairs] = [0, 0];
      for (let a = 0; a < rows.labels.length; a++) {
        for (let b = 0; b < rows.labels.length; b++) {
          if (rows.labels[a] !== 1 || rows.labels[b] !== 0) continue;
          const weight = rows.weights[a]! * rows.weights[b]!;
          pairs += weight;
          won += (weight * (1 + Math.sign(rows.scores[a]! - rows.scores[b]!))) / 2;
        }
      }
      assertClose(rocAuc(weighted(rows)), won / pairs, 1e-12);
    }),
  );
});

test("AUC is the area under the curve's straight pieces, and 1 − AUC that of the opposite scores", () => {
  fc.assert(
    fc.property(someRows(), (rows) => {
      const tally = weighted(rows);
      const { falsePositiveRate: x, truePositiveRate: y } = rocCurve(tally);
      let area = 0;
      for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
      assertClose(rocAuc(tally), area, 1e-12);
      assert.deepEqual([x.at(-1), y.at(-1)], [1, 1]);
      const opposite = weighted({ ...rows, scores: rows.scores.map((score) => -score) });
      assertClose(rocAuc(opposite), 1 - rocAuc(tally), 1e-12);
    }),
  );
});

test("one score for all tells nothing, and one label cannot be ranked", () => {
  assert.equal(rocAuc(plain({ labels: [1, 0, 0], scores: [0.3, 0.3, 0.3] })), 0.5);
  assert.throws(() => rocAuc(plain({ labels: [1, 1], scores: [0, 1] })), /An AUC needs rows of both/);
  assert.throws(() => rocCurve(plain({ labels: [0], scores: [0] })), /A ROC curve needs rows of both/);
});
