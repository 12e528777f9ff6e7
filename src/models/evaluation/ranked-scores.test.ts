import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rankScores } from "./ranked-scores";
import { someRows } from "./testing";

test("scores are put in order, the highest first, and tied rows share a place", () => {
  const { labels, thresholds, places } = rankScores([1, 0, 1, 0], [-0, 0.9, 0, -3]);
  assert.deepEqual([...labels], [1, 0, 1, 0]);
  assert.deepEqual([...thresholds].map(String), ["0.9", "0", "-3"]);
  assert.deepEqual([...places], [1, 0, 1, 2]);
});

test("each row's place leads back to its score, and thresholds fall", () => {
  fc.assert(
    fc.property(someRows(), ({ labels, scores }) => {
      const { thresholds, places } = rankScores(labels, scores);
      assert.deepEqual(
        Array.from(places, (place) => thresholds[place]),
        scores,
      );
      assert.deepEqual(
        [...thresholds],
        [...new Set(scores)].sort((a, b) => b - a),
      );
    }),
  );
});

test("rows that cannot be judged are named", () => {
  assert.throws(() => rankScores([], []), /no scores to judge/);
  assert.throws(() => rankScores([1], [1, 2]), /1 labels of 2 scores/);
  assert.throws(() => rankScores([1, 2], [1, 2]), /Row 2 has the label 2/);
  assert.throws(() => rankScores([1, 0], [1, Number.NaN]), /Row 2 has the score NaN/);
  assert.throws(() => rankScores([1, 0], [Infinity, 1]), /Row 1 has the score Infinity/);
});
