import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { scoreMakeup } from "./score-makeup";
import { concatenatedScore, quintileScores } from "./scores";
import { rfmOf } from "./testing";

const ten = rfmOf(Array.from({ length: 10 }, (_, i) => [i + 1, 10 * (i + 1), 100 * (i + 1)]));

test("few days score high, many orders and much money score high", () => {
  const scores = quintileScores(ten, "value");
  assert.deepEqual([...scores.recency], [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  assert.deepEqual([...scores.frequency], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  assert.deepEqual([...scores.monetary], [...scores.frequency]);
  assert.deepEqual(
    scores.edges.recency.map((e) => Math.round(10 * e) / 10),
    [1, 2.8, 4.6, 6.4, 8.2, 10],
  );
});

test("scores by value give equal customers equal scores; by rank they split them in table order", () => {
  const tied = rfmOf([5, 5, 5, 5, 5, 1, 2, 3, 4, 6].map((r, i) => [r, i, i]));
  const byRank = [...quintileScores(tied, "rank").recency];
  for (const score of [1, 2, 3, 4, 5]) assert.equal(byRank.filter((s) => s === score).length, 2);
  assert.throws(
    () =>
      quintileScores(
        rfmOf([
          [1, 1, 1],
          [1, 2, 2],
          [1, 3, 3],
        ]),
        "value",
      ),
    /both its edges are 1/,
  );
});

test("scores follow the customers, whatever their order, and ignore the unit of money", () => {
  const customers = fc.uniqueArray(fc.tuple(fc.nat(400), fc.nat(90), fc.nat(9000)), {
    minLength: 12,
    maxLength: 40,
    selector: ([r]) => r,
  });
  fc.assert(
    fc.property(customers, (rows) => {
      const scores = quintileScores(rfmOf(rows), "rank");
      const reversed = quintileScores(rfmOf([...rows].reverse()), "rank");
      assert.deepEqual([...reversed.recency].reverse(), [...scores.recency]);
      const cents = quintileScores(rfmOf(rows.map(([r, f, m]) => [r, f, 100 * m])), "rank");
      assert.deepEqual(cents.monetary, scores.monetary);
    }),
  );
});

test("the concatenated score writes the digits one after another", () => {
  const scores = quintileScores(ten, "value");
  assert.deepEqual([...concatenatedScore(scores)].slice(0, 3), [511, 511, 422]);
});

test("the score's variance is taken apart into shares that add up to one", () => {
  const random = [7, 3, 9, 1, 8, 2, 6, 10, 4, 5];
  const makeup = scoreMakeup(
    quintileScores(rfmOf(random.map((f, i) => [i + 1, f, random[9 - i] ?? 0])), "value"),
  );
  assertClose(
    makeup.reduce((sum, part) => sum + part.varianceShare, 0),
    1,
    1e-12,
  );
  assert.ok((makeup[0]?.varianceShare ?? 0) > 0.95);
});
