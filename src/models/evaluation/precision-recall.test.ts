import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { confusionAt, f1Of, precisionOf, recallOf } from "./confusion";
import { averagePrecision, bestThreshold, thresholdCurve } from "./precision-recall";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("average precision and curve are scikit-learn's, with ties and weights", () => {
  // scikit-learn 1.9.1: average_precision_score, precision_recall_curve(y, s, sample_weight=w), from its end
  assertClose(averagePrecision(plain(sixtyRows())), 0.8047390963860054, 1e-15);
  assertClose(averagePrecision(weighted(sixtyRows())), 0.8535998920307432, 1e-15);
  const { precision, recall, thresholds } = thresholdCurve(weighted(sixtyRows()));
  assert.equal(thresholds.length, 19);
  const precisions = [1, 0.8181818181818182, 0.75, 0.8571428571428571, 0.8461538461538461];
  const recalls = [
    0.1276595744680851, 0.19148936170212766, 0.19148936170212766, 0.3829787234042553, 0.46808510638297873,
  ];
  precisions.forEach((value, i) => {
    assertClose(precision[i], value, 1e-15);
    assertClose(recall[i], recalls[i]!, 1e-15);
  });
});

test("the best threshold is where scikit-learn's curve has its highest F1", () => {
  // precision_recall_curve, then argmax of 2 p r / (p + r)
  const plainly = bestThreshold(plain(sixtyRows()));
  assert.equal(plainly.threshold, 0.3);
  assertClose(plainly.f1, 0.8055555555555556, 1e-15);
  const byWeight = bestThreshold(weighted(sixtyRows()));
  assert.equal(byWeight.threshold, 0.45);
  assertClose(byWeight.f1, 0.8686868686868686, 1e-15);
});

test("each point of the curve is the confusion table of its threshold, and none beats the best", () => {
  fc.assert(
    fc.property(someRows(), (rows) => {
      const tally = weighted(rows);
      const curve = thresholdCurve(tally);
      const best = bestThreshold(tally);
      curve.thresholds.forEach((threshold, i) => {
        const table = confusionAt(tally, threshold);
        assertClose(curve.precision[i], precisionOf(table), 1e-15);
        assertClose(curve.recall[i], recallOf(table), 1e-15);
        assertClose(curve.f1[i], f1Of(table), 1e-15);
        assert.ok(best.f1 > curve.f1[i]! || (best.f1 === curve.f1[i] && best.threshold >= threshold));
      });
      assert.equal(curve.shares.at(-1), 1);
      const index = curve.thresholds.indexOf(best.threshold);
      assert.deepEqual(
        [best.precision, best.recall, best.share],
        [curve.precision[index], curve.recall[index], curve.shares[index]],
      );
    }),
  );
});

test("of equal F1 the highest threshold is the best", () => {
  // One hit of one chosen, then two of four: 2 / 3 both times.
  const best = bestThreshold(plain({ labels: [1, 0, 0, 1], scores: [4, 3, 2, 1] }));
  assert.deepEqual(best, { threshold: 4, precision: 1, recall: 0.5, f1: 2 / 3, share: 0.25 });
});

test("tied rows are one step of average precision, whatever their order", () => {
  assert.equal(averagePrecision(plain({ labels: [1, 0, 0, 1], scores: [1, 1, 1, 1] })), 0.5);
  assert.equal(averagePrecision(plain({ labels: [1, 0, 1], scores: [0.9, 0.6, 0.4] })), (1 + 2 / 3) / 2);
  assert.throws(() => averagePrecision(plain({ labels: [0], scores: [0] })), /needs rows of both labels/);
});
