import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { itemCosine } from "./item-cosine";
import { personalTop } from "./personal-top";
import { popular } from "./popular";
import { purchasesOf } from "./purchases";
import { type Recommender, withFallback } from "./recommender";
import { anyLines, shopOf } from "./testing";
import { boughtItems, recommend, topItems } from "./top-items";

const history = shopOf({ ann: [["a", "c"], ["c"]], bob: [["b"], ["d", "e"]] });
/** Scores a, b, c, d, e the same for everybody; 0 is nothing. */
const fixed = (name: string, ...scores: number[]): Recommender => ({
  name,
  scores: () => Float64Array.from(scores, (score) => score || -Infinity),
  reason: (_, item) => ({ kind: "popular", customers: scores[item]!, of: 9 }),
});
const first = fixed("first", 1, 0, 3, 1, 0);

test("boughtItems are a customer's different items", () => {
  assert.deepEqual(boughtItems(history, 0), Uint32Array.of(0, 2));
  assert.deepEqual(boughtItems(history, 1), Uint32Array.of(1, 3, 4));
  const again = shopOf({ ann: [["b"]], bob: [["a", "c"], ["a"], ["a", "b"]] });
  assert.deepEqual(boughtItems(again, 1), Uint32Array.of(0, 1, 2));
});

test("items stand by score, ties by number, and what is bought may be left out", () => {
  assert.deepEqual(topItems(first, history, 0, { n: 9, bought: "kept" }), [2, 0, 3]);
  assert.deepEqual(topItems(first, history, 0, { n: 2, bought: "kept" }), [2, 0]);
  assert.deepEqual(topItems(first, history, 0, { n: 9, bought: "left out" }), [3]);
});

test("lists are full sorts of the scores, never hold an item twice, nor one that is left out", () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: 1, max: 8 }), fc.boolean(), (lines, n, keep) => {
      const any = purchasesOf(lines);
      const bought = keep ? "kept" : "left out";
      const chain = [itemCosine(any), personalTop(any), popular(any)] as const;
      const method = withFallback(withFallback(chain[0], chain[1]), chain[2]);
      for (let c = 0; c < any.customers.length; c++) {
        const own = keep ? [] : [...boughtItems(any, c)];
        const expected: number[] = [];
        for (const part of chain) {
          const scores = part.scores(c);
          const sorted = Array.from(scores.keys())
            .filter((item) => scores[item]! > -Infinity && !own.includes(item) && !expected.includes(item))
            .sort((x, y) => scores[y]! - scores[x]! || x - y);
          expected.push(...sorted);
        }
        assert.deepEqual(topItems(method, any, c, { n, bought }), expected.slice(0, n));
      }
    }),
  );
});

test("lists of no items and of unknown customers are refused", () => {
  for (const n of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => topItems(first, history, 0, { n, bought: "kept" }), /take a whole number/);
  }
  for (const customer of [-1, 2, 0.5]) {
    assert.throws(
      () => recommend(first, history, customer, { n: 1, bought: "kept" }),
      /There is no customer/,
    );
  }
});
