import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bestOf } from "./best";

const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-Infinity, Number.NaN, 0.5));

test("the best n are those of sorting everything, ties by item number", () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (scores, n) => {
      const sorted = scores
        .map((value, item) => ({ item, score: value }))
        .filter(({ score: value }) => value > -Infinity)
        .sort((a, b) => b.score - a.score || a.item - b.item);
      assert.deepEqual(bestOf(Float64Array.from(scores), n), sorted.slice(0, n));
      const barred = new Set([1, 2, 7]);
      assert.deepEqual(
        bestOf(Float64Array.from(scores), n, { barred }),
        sorted.filter(({ item }) => !barred.has(item)).slice(0, n),
      );
      const among = scores.map((_, i) => i).filter((i) => i % 3 !== 0);
      assert.deepEqual(
        bestOf(Float64Array.from(scores), n, { among: among.reverse() }),
        sorted.filter(({ item }) => item % 3 !== 0).slice(0, n),
      );
    }),
  );
});
