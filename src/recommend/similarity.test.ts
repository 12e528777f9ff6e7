import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { purchasesOf } from "./purchases";
import { ratingsOf } from "./ratings";
import { allCosines, nearestCosines } from "./similarity";
import { anyLines } from "./testing";

test("the parts of an item's score, one for each of the customer's items, add up to it", () => {
  fc.assert(
    fc.property(anyLines, fc.constantFrom(0, 1, 2, 3), (lines, k) => {
      const ratings = ratingsOf(purchasesOf(lines), "orders");
      const similarity = k === 0 ? allCosines(ratings) : nearestCosines(ratings, k);
      const scores = new Float64Array(ratings.items);
      for (let c = 0; c < ratings.customers; c++) {
        similarity.addUp(c, scores);
        scores.forEach((score, item) => {
          const parts = similarity.parts(c, item);
          assert.equal(parts.length, ratings.starts[c + 1]! - ratings.starts[c]!);
          assertClose(
            parts.reduce((a, b) => a + b, 0),
            score,
            1e-12,
            `item ${item}`,
          );
        });
      }
    }),
  );
});

test("exact scores are those of all cosines written out", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { customers, items, starts, itemOf, values } = ratingsOf(purchasesOf(lines), "orders");
      const column = (item: number) =>
        Array.from({ length: customers }, (_, c) => {
          const at = itemOf.subarray(starts[c], starts[c + 1]).indexOf(item);
          return at < 0 ? 0 : values[starts[c]! + at]!;
        });
      const columns = Array.from({ length: items }, (_, item) => column(item));
      const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
      const cosine = (a: number[], b: number[]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
      const scores = new Float64Array(items);
      const similarity = allCosines({ customers, items, starts, itemOf, values });
      for (let c = 0; c < customers; c++) {
        similarity.addUp(c, scores);
        columns.forEach((one, item) => {
          const expected = columns.reduce((sum, other) => sum + cosine(one, other) * other[c]!, 0);
          assertClose(scores[item], expected, 1e-12);
        });
      }
    }),
    { numRuns: 50 },
  );
});
