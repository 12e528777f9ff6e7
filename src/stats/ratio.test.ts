import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { createRandom } from "./random";
import { ratioOfSums } from "./ratio";

test("the estimate is the ratio of the sums, not the mean of the ratios", () => {
  assert.equal(ratioOfSums([1, 0, 2], [1, 4, 5]).estimate, 0.3);
});

test("a part that is the same share of every whole has no uncertainty, and scale does not matter", () => {
  const whole = [3, 9, 27, 81];
  const exact = ratioOfSums(
    whole.map((w) => w / 4),
    whole,
  );
  assertClose(exact.low, 0.25, 1e-12);
  assertClose(exact.high, 0.25, 1e-12);
  const part = [1, 0, 9, 2];
  const scaled = ratioOfSums(
    part.map((p) => 8 * p),
    whole.map((w) => 8 * w),
  );
  assert.deepEqual(scaled, ratioOfSums(part, whole));
});

test("the interval's width is that of the delta method", () => {
  const random = createRandom(2);
  const whole = Array.from({ length: 500 }, () => 1 + random.next());
  const part = whole.map((w) => w * random.next());
  const { estimate, low, high } = ratioOfSums(part, whole, { resamples: 3000 });
  const residual = part.map((p, i) => p - estimate * (whole[i] as number));
  const meanWhole = whole.reduce((a, b) => a + b, 0) / 500;
  const error = Math.sqrt(residual.reduce((sum, r) => sum + r * r, 0)) / 500 / meanWhole;
  assertClose((high - low) / (2 * 1.96 * error), 1, 0.06);
});

test("the interval of a ratio is SciPy's", () => {
  // i = np.arange(50); part = i * 37 % 23; whole = part + i % 7 + 1; scipy.stats.bootstrap((part, whole),
  // lambda p, w, axis: p.sum(axis) / w.sum(axis), paired=True, method="percentile", n_resamples=200_000)
  const part = Array.from({ length: 50 }, (_, i) => (i * 37) % 23);
  const whole = part.map((p, i) => p + (i % 7) + 1);
  const { estimate, low, high } = ratioOfSums(part, whole, { resamples: 20_000 });
  assertClose(estimate, 0.7341430499325237, 1e-15);
  // Twice the simulation's error of a 2.5 % quantile of 20,000 draws: .0215 (the ratio's) x 2.7 / sqrt(20,000).
  assertClose(low, 0.68895, 0.0008);
  assertClose(high, 0.77342, 0.0008);
});

test("unequal lengths and a whole of nothing are refused", () => {
  assert.throws(() => ratioOfSums([1], [1, 2]), /1 parts of 2 wholes/);
  assert.throws(() => ratioOfSums([1, 1], [0, 0]), /add up to zero/);
  assert.throws(() => ratioOfSums([1, 1, 1], [0, 0, 1]), /add up to zero/, "on a resample");
  assert.throws(() => ratioOfSums([], []), /0 units/);
  for (const value of [Number.NaN, Infinity]) {
    assert.throws(() => ratioOfSums([1, value], [1, 2]), new RegExp(`value ${value} at index 1`));
    assert.throws(() => ratioOfSums([1, 2], [value, 2]), new RegExp(`value ${value} at index 0`));
  }
});
