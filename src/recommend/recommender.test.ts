import assert from "node:assert/strict";
import { test } from "node:test";
import { splitPurchases } from "./evaluation/split";
import { itemCosine } from "./item-cosine";
import { personalTop } from "./personal-top";
import { popularInSegment } from "./popular";
import { type Recommender, withFallback } from "./recommender";
import { shopOf } from "./testing";
import { boughtItems, recommend, topItems } from "./top-items";

const history = shopOf({ ann: [["a", "c"], ["c"]], bob: [["b"], ["d", "e"]] });
/** Scores a, b, c, d, e the same for everybody; 0 is nothing. */
const fixed = (name: string, ...scores: number[]): Recommender => ({
  name,
  scores: () => Float64Array.from(scores, (score) => score || -Infinity),
  reason: (_, item) => ({ kind: "popular", customers: scores[item]!, of: 9 }),
});
const first = fixed("first", 1, 0, 3, 1, 0);
const second = fixed("second", 5, 2, 4, 0, 0);
const third = fixed("third", 1, 1, 1, 1, 1);

test("fallbacks fill what is short, in their turn, and say so", () => {
  const filled = withFallback(withFallback(first, second), third);
  assert.equal(filled.name, "first");
  const list = recommend(filled, history, 0, { n: 9, bought: "kept" });
  assert.deepEqual(
    list.map(({ item, score, by, reason }) => [
      item,
      score,
      by,
      reason.kind === "popular" && reason.customers,
    ]),
    [
      [2, 3, "first", 3],
      [0, 1, "first", 1],
      [3, 1, "first", 1],
      [1, 2, "second", 2],
      [4, 1, "third", 1],
    ],
  );
  assert.deepEqual(topItems(filled, history, 0, { n: 3, bought: "kept" }), [2, 0, 3]);
  assert.deepEqual(
    topItems(withFallback(first, withFallback(second, third)), history, 1, { n: 4, bought: "left out" }),
    [2, 0],
  );
});

test("a customer without history gets the segment's list", () => {
  const newcomers = splitPurchases(shopOf({ ann: [["a"]], bob: [["b"], ["c"]] }), {
    by: "lastOrder",
    minOrders: 1,
  }).history;
  assert.equal(boughtItems(newcomers, 0).length, 0);
  const segment = popularInSegment(newcomers, ["x", "x"]);
  for (const method of [personalTop(newcomers), itemCosine(newcomers)]) {
    assert.deepEqual(topItems(method, newcomers, 0, { n: 3, bought: "left out" }), []);
    const [only] = recommend(withFallback(method, segment), newcomers, 0, { n: 3, bought: "left out" });
    assert.deepEqual([only?.item, only?.by], [newcomers.items.indexOf("b"), "Popular in the segment"]);
  }
});
