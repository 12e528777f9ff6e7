import assert from "node:assert/strict";
import { test } from "node:test";
import { groupMeans, meanDifference } from "./group-means";
import { createRandom } from "./random";

test("means by group, plain and weighted, in the groups' order of names", () => {
  const plain = groupMeans([10, 30, 5], ["f", "f", "a"], { resamples: 50 });
  assert.deepEqual(
    plain.map(({ group, n, mean }) => [group, n, mean.estimate]),
    [
      ["a", 1, 5],
      ["f", 2, 20],
    ],
  );
  assert.deepEqual([plain[0]!.mean.low, plain[0]!.mean.high], [5, 5]);
  const weighted = groupMeans([10, 30, 5], ["f", "f", "a"], { weights: [3, 1, 9], resamples: 50 });
  assert.deepEqual(
    weighted.map(({ mean }) => mean.estimate),
    [5, 15],
  );
});

test("intervals of 95 % hold the true mean about 95 times in 100, for rows that repeat their customer, too", () => {
  const random = createRandom(11);
  let held = 0;
  for (let t = 0; t < 200; t++) {
    const values = Array.from({ length: 60 }, () => random.normal());
    const weights = values.map(() => 1 + random.int(5));
    const [found] = groupMeans(
      values,
      values.map(() => "all"),
      { weights, resamples: 200, seed: t },
    );
    if (found!.mean.low <= 0 && found!.mean.high >= 0) held++;
  }
  // Binomial with p = .95: 190 ± 3.1; the percentile bootstrap of 60 units holds a little less.
  assert.ok(held >= 178 && held <= 198, `${held} of 200`);
});

test("lists of different length and values that are no numbers are refused", () => {
  assert.throws(() => groupMeans([1, 2], ["a"]), /2 values, 1 groups: lengths must be equal/);
  assert.throws(() => groupMeans([1], ["a"], { weights: [1, 2] }), /1 values, 1 groups and 2 weights/);
  assert.throws(() => groupMeans([Number.NaN], ["a"]), /value NaN at index 0/);
  assert.throws(() => groupMeans([1], ["a"], { weights: [0] }), /add up to zero/);
});

test("the difference of two means, with an interval as wide as the normal one", () => {
  const random = createRandom(5);
  const draw = (n: number, centre: number) => Array.from({ length: n }, () => centre + random.normal());
  const [first, second] = [draw(400, 1), draw(900, 0)];
  const { estimate, low, high } = meanDifference(first, second, { seed: 2 });
  assert.ok(low < 1 && high > 1 && Math.abs(estimate - 1) < 0.2);
  const expected = 2 * 1.96 * Math.sqrt(1 / 400 + 1 / 900);
  assert.ok(Math.abs((high - low) / expected - 1) < 0.15, `${high - low}, not ${expected}`);
  assert.equal(meanDifference([3, 5, 4], [1, 1, 4, 2], { resamples: 1, seed: 3 }).estimate, 2);
  assert.throws(() => meanDifference([], [1]), /means of 0 and 1 values/);
  assert.throws(() => meanDifference([1], [Number.NaN]), /value NaN at index 0/);
});
