import assert from "node:assert/strict";
import { test } from "node:test";
import { personalTop } from "./personal-top";
import { purchasesOf } from "./purchases";
import { shopOf } from "./testing";
import { recommend, topItems } from "./top-items";

// Ann: {bread, tea} {milk} {milk, tea} {jam}; Bob: {rice}.
const history = purchasesOf({
  customers: ["ann", "ann", "ann", "ann", "ann", "ann", "bob"],
  orders: [1, 1, 2, 3, 3, 4, 5],
  times: [1, 1, 2, 3, 3, 4, 1],
  items: ["bread", "tea", "milk", "milk", "tea", "jam", "rice"],
});
const list = (customer: number) =>
  recommend(personalTop(history), history, customer, { n: 10, bought: "kept" }).map(
    ({ item, score, reason }) => [history.items[item], score, reason],
  );

test("items stand by the customer's orders with them, then by the last of these", () => {
  assert.deepEqual(list(0), [
    ["milk", 2 + 2 / 4, { kind: "bought before", orders: 2, of: 4 }],
    ["tea", 2 + 2 / 4, { kind: "bought before", orders: 2, of: 4 }],
    ["jam", 1 + 3 / 4, { kind: "bought before", orders: 1, of: 4 }],
    ["bread", 1, { kind: "bought before", orders: 1, of: 4 }],
  ]);
});

test("a later customer's scores have nothing of an earlier one's", () => {
  const recommender = personalTop(history);
  recommender.scores(0);
  assert.deepEqual(
    [...recommender.scores(1)].map((score, item) => [history.items[item], score]),
    [
      ["bread", -Infinity],
      ["jam", -Infinity],
      ["milk", -Infinity],
      ["rice", 1],
      ["tea", -Infinity],
    ],
  );
});

test("recency and reasons are of the customer's own orders, whoever stands before", () => {
  const shop = shopOf({
    ann: [["jam"], ["jam"], ["jam"]],
    bob: [["rice"], ["tea"], ["rice", "milk"], ["rice"]],
  });
  assert.deepEqual(
    recommend(personalTop(shop), shop, 1, { n: 10, bought: "kept" }).map(({ item, score, reason }) => [
      shop.items[item],
      score,
      reason,
    ]),
    [
      ["rice", 3 + 3 / 4, { kind: "bought before", orders: 3, of: 4 }],
      ["milk", 1 + 2 / 4, { kind: "bought before", orders: 1, of: 4 }],
      ["tea", 1 + 1 / 4, { kind: "bought before", orders: 1, of: 4 }],
    ],
  );
});

test("nothing is left once bought items are left out", () => {
  assert.deepEqual(topItems(personalTop(history), history, 0, { n: 3, bought: "left out" }), []);
});
