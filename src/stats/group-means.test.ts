import assert from "node:assert/strict";
import { test } from "node:test";
import { groupMeans } from "./group-means";
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
