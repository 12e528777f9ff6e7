import assert from "node:assert/strict";
import { test } from "node:test";
import { scoreProfile } from "./score-profile";
import { quintileScores } from "./scores";
import { rfmOf } from "./testing";

const scores = quintileScores(rfmOf(Array.from({ length: 10 }, (_, i) => [i + 1, i, 10 - i])), "rank");

test("means are those of the members, and empty segments are left out", () => {
  const rows = scoreProfile(scores, [0, 0, 0, 0, 1, 1, 1, 1, 1, 1], ["early", "late", "none"], {
    resamples: 50,
  });
  assert.deepEqual(
    rows.map((row) => [row.segment, row.variable, row.mean]),
    [
      ["early", "recency", 4.5],
      ["late", "recency", 2],
      ["early", "frequency", 1.5],
      ["late", "frequency", 4],
      ["early", "monetary", 4.5],
      ["late", "monetary", 2],
    ],
  );
  for (const { low, mean, high } of rows) assert.ok(low < mean && mean < high);
});

test("equal scores have no uncertainty, and a missing segment is refused", () => {
  const pair = scoreProfile(scores, [0, 0, 1, 1, 1, 1, 1, 1, 1, 1], ["first", "rest"], { resamples: 50 })[0];
  assert.deepEqual([pair?.mean, pair?.low, pair?.high], [5, 5, 5]);
  assert.throws(() => scoreProfile(scores, [0], ["a"]), /1 segments for 10 customers/);
});
