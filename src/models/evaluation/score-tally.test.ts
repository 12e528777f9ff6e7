import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";
import { plain, repeated, someRows, weighted } from "./testing";

test("rows of either label are counted for each score", () => {
  const tally = tallyScores(rankScores([1, 0, 1, 0, 0], [0.9, 0.4, 0.4, 0.1, 0.4]), [1, 2, 0.5, 0, 1]);
  assert.deepEqual([...tally.thresholds], [0.9, 0.4]);
  assert.deepEqual([...tally.positives], [1, 0.5]);
  assert.deepEqual([...tally.negatives], [0, 3]);
  assert.deepEqual([tally.totalPositives, tally.totalNegatives], [1.5, 3]);
});

test("a row of weight n counts as n rows, so that every measure of a tally does", () => {
  fc.assert(fc.property(someRows(), (rows) => assert.deepEqual(weighted(rows), plain(repeated(rows)))));
});

test("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(someRows(), ({ labels, scores, weights }) => {
      const turned = {
        labels: labels.toReversed(),
        scores: scores.toReversed(),
        weights: weights.toReversed(),
      };
      assert.deepEqual(weighted(turned), weighted({ labels, scores, weights }));
    }),
  );
});

test("weights that cannot be counted are named", () => {
  const ranked = rankScores([1, 0], [0.9, 0.4]);
  assert.throws(() => tallyScores(ranked, [1]), /1 weights of 2 rows/);
  assert.throws(() => tallyScores(ranked, [1, -1]), /Row 2 has the weight -1/);
  assert.throws(() => tallyScores(ranked, [Number.NaN, 1]), /Row 1 has the weight NaN/);
  assert.throws(() => tallyScores(ranked, [0, 0]), /All rows weigh 0/);
});
