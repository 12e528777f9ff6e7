import assert from "node:assert/strict";
import { test } from "node:test";
import { personalTop } from "./personal-top";
import { popular } from "./popular";
import { recommendationRows } from "./recommendation-rows";
import { withFallback } from "./recommender";
import { shopOf } from "./testing";

const history = shopOf({ ann: [["tea"], ["tea"]], bob: [["milk"]], cy: [["milk"]] });
const method = withFallback(personalTop(history), popular(history));

test("lists become rows, customer after customer, with rank, source and reason", () => {
  assert.deepEqual(recommendationRows(method, history, { n: 2, bought: "kept" }).slice(0, 3), [
    {
      customer: "ann",
      item: "tea",
      rank: 1,
      score: 2.5,
      by: "Personal top",
      reason: "bought in 2 of 2 orders",
    },
    { customer: "ann", item: "milk", rank: 2, score: 2, by: "Popular", reason: "bought by 2 of 3 customers" },
    {
      customer: "bob",
      item: "milk",
      rank: 1,
      score: 1,
      by: "Personal top",
      reason: "bought in 1 of 1 order",
    },
  ]);
});

test("only the customers asked for have rows, in the order asked", () => {
  const rows = recommendationRows(method, history, {
    n: 1,
    bought: "left out",
    customers: Uint32Array.of(2, 0),
  });
  assert.deepEqual(
    rows.map(({ customer, item }) => [customer, item]),
    [
      ["cy", "tea"],
      ["ann", "milk"],
    ],
  );
  assert.deepEqual(recommendationRows(method, history, { n: 1, bought: "kept", customers: [] }), []);
  assert.throws(
    () => recommendationRows(method, history, { n: 1, bought: "kept", customers: [3] }),
    /There is no customer 3/,
  );
});
