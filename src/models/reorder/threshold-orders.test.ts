import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { meanOrderF1 } from "../orders/order-f1";
import { basketsAtThreshold } from "./next-baskets";
import { bestOrderThreshold, orderThresholdCurve } from "./threshold-orders";

test("the curve is the mean per-order F1 of foretelling at each threshold", () => {
  const pair = fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 10 }));
  const lists = fc.array(fc.array(pair, { maxLength: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, (orders) => {
      const starts = [0, ...orders.map((_, o) => orders.slice(0, o + 1).flat().length)];
      const bought = orders.flat().map(([b]) => b);
      const scores = orders.flat().map(([, s]) => s);
      const { thresholds, orderF1 } = orderThresholdCurve(starts, bought, scores, [-1, 0, 2.5, 5, 11]);
      thresholds.forEach((threshold, t) => {
        const mean = meanOrderF1({ starts, bought, ...basketsAtThreshold(starts, scores, threshold) });
        assertClose(orderF1[t], mean, 1e-12, `at ${threshold}`);
      });
    }),
  );
});

test("the best threshold is the highest of the best, and may differ from that of pooled pairs", () => {
  const thresholds = Float64Array.of(0.1, 0.2, 0.3, 0.4);
  assert.deepEqual(bestOrderThreshold({ thresholds, orderF1: Float64Array.of(0.1, 0.5, 0.5, 0.2) }), {
    threshold: 0.3,
    orderF1: 0.5,
  });
});

test("thresholds and lengths that do not fit are refused", () => {
  assert.throws(() => orderThresholdCurve([0, 1], [1], [0.5], []), /no thresholds/);
  assert.throws(() => orderThresholdCurve([0, 1], [1], [0.5], [0.2, 0.2]), /Threshold 2 is 0.2: .* ascend/);
  assert.throws(() => orderThresholdCurve([0, 1], [1], [0.5], [Number.NaN]), /Threshold 1 is NaN/);
  assert.throws(() => orderThresholdCurve([0], [], [], [0.2]), /no orders/);
  assert.throws(() => orderThresholdCurve([0, 1], [1, 0], [0.5], [0.2]), /2 candidates .* 1 scores/);
  assert.throws(() => orderThresholdCurve([0, 1], [1], [Number.NaN], [0.2]), /score of candidate 0/);
});
