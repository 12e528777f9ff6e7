import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { accuracyOf, confusionAt, confusionAtTop, f1Of, precisionOf, recallOf } from "./confusion";
import { plain, sixtyRows, someRows, weighted } from "./testing";

const table = (tp: number, fp: number, fn: number, tn: number) => ({
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
  trueNegatives: tn,
});

test("the table and its shares are scikit-learn's; a score equal to the threshold is chosen", () => {
  // scikit-learn 1.9.1: confusion_matrix, precision_recall_fscore_support(y, s >= .5, sample_weight=w, average="binary")
  assert.deepEqual(confusionAt(plain(sixtyRows()), 0.5), table(24, 7, 6, 23));
  const byWeight = confusionAt(weighted(sixtyRows()), 0.5);
  assert.deepEqual(byWeight, table(41, 7, 6, 36));
  assertClose(precisionOf(byWeight), 0.8541666666666666, 1e-15);
  assertClose(recallOf(byWeight), 0.8723404255319149, 1e-15);
  assertClose(f1Of(byWeight), 0.8631578947368421, 1e-15);
  assertClose(accuracyOf(byWeight), 77 / 90, 1e-15);
});

test("nobody and everybody can be chosen", () => {
  const tally = plain({ labels: [1, 0, 0], scores: [3, 2, 1] });
  assert.deepEqual(confusionAt(tally, Infinity), table(0, 0, 1, 2));
  assert.deepEqual(confusionAt(tally, -Infinity), table(1, 2, 0, 0));
  assert.ok(Number.isNaN(precisionOf(confusionAt(tally, Infinity))));
  assert.equal(f1Of(confusionAt(tally, Infinity)), 0);
  assert.throws(() => confusionAt(tally, Number.NaN), /threshold is not a number/);
});

test("a top share that ends among tied rows is the mean over all orders of them", () => {
  const orders = (rows: readonly number[]): number[][] =>
    rows.length === 0
      ? [[]]
      : rows.flatMap((row) => orders(rows.filter((other) => other !== row)).map((rest) => [row, ...rest]));
  fc.assert(
    fc.property(someRows(5), fc.integer({ min: 1, max: 5 }), ({ labels, scores }, most) => {
      const n = labels.length;
      const top = Math.min(n, most);
      const ranked = orders(labels.map((_, row) => row)).filter((order) =>
        order.every((row, i) => i === 0 || scores[order[i - 1]!]! >= scores[row]!),
      );
      const hits = ranked.map((order) => order.slice(0, top).filter((row) => labels[row] === 1).length);
      const mean = hits.reduce((sum, count) => sum + count, 0) / ranked.length;
      const found = confusionAtTop(plain({ labels, scores }), top / n);
      assertClose(found.truePositives, mean, 1e-12);
      assertClose(found.truePositives + found.falsePositives, top, 1e-12);
      assertClose(accuracyOf(found), (found.truePositives + found.trueNegatives) / n, 1e-12);
    }),
    { numRuns: 60 },
  );
});

test("a share that chooses nobody or more than everybody is refused", () => {
  const tally = plain(sixtyRows());
  for (const share of [0, -0.1, 1.01, Number.NaN])
    assert.throws(() => confusionAtTop(tally, share), new RegExp(`A share of ${share}: take one above 0`));
  assert.deepEqual(confusionAtTop(tally, 1), table(30, 30, 0, 0));
});
