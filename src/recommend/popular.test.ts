import assert from "node:assert/strict";
import { test } from "node:test";
import { splitPurchases } from "./evaluation/split";
import { popular, popularInSegment } from "./popular";
import { purchasesOf } from "./purchases";
import { shopOf } from "./testing";
import { recommend, topItems } from "./top-items";

// Orders with tea: three of ann's, one of bob's. With milk: one each of bob's, cy's and dan's.
const history = shopOf({
  ann: [["tea"], ["tea", "jam"], ["tea"]],
  bob: [["tea", "milk"]],
  cy: [["milk"]],
  dan: [["milk", "rice"]],
});
const shown = (list: ReturnType<typeof recommend>) =>
  list.map(({ item, score, reason }) => [history.items[item], score, reason]);

test("an item's score is its customers, however often they bought it", () => {
  assert.deepEqual(shown(recommend(popular(history), history, 0, { n: 9, bought: "kept" })), [
    ["milk", 3, { kind: "popular", customers: 3, of: 4 }],
    ["tea", 2, { kind: "popular", customers: 2, of: 4 }],
    ["jam", 1, { kind: "popular", customers: 1, of: 4 }],
    ["rice", 1, { kind: "popular", customers: 1, of: 4 }],
  ]);
});

test("in a segment only its customers count, and what they never bought has no score", () => {
  const method = popularInSegment(history, ["old", "old", "new", "new"]);
  assert.deepEqual(shown(recommend(method, history, 2, { n: 9, bought: "kept" })), [
    ["milk", 2, { kind: "popular", customers: 2, of: 2, segment: "new" }],
    ["rice", 1, { kind: "popular", customers: 1, of: 2, segment: "new" }],
  ]);
  assert.deepEqual(
    topItems(method, history, 0, { n: 1, bought: "kept" }).map((item) => history.items[item]),
    ["tea"],
  );
});

test("customers who first come after the history are not counted among those who might have bought", () => {
  const all = purchasesOf({
    customers: ["ann", "bob", "cy"],
    orders: [1, 2, 3],
    times: [0, 1, 9],
    items: ["tea", "milk", "tea"],
  });
  const { history: before } = splitPurchases(all, { by: "time", at: 5 });
  const reasons = [popular(before), popularInSegment(before, ["a", "b", "a"])].map((method) =>
    recommend(method, before, 2, { n: 9, bought: "kept" }).map(({ reason }) => reason),
  );
  const [one, two] = [1, 2].map((of) => ({ kind: "popular", customers: 1, of }));
  assert.deepEqual(reasons, [[two, two], [{ ...one, segment: "a" }]]);
});

test("one segment for all is popular, and segments without a name of their own are kept apart", () => {
  const all = popularInSegment(history, ["all", "all", "all", "all"]);
  assert.deepEqual(all.scores(1), popular(history).scores(1));
  const odd = popularInSegment(history, ["__proto__", "", "constructor", ""]);
  assert.deepEqual(
    [0, 1, 2].map((c) => topItems(odd, history, c, { n: 9, bought: "kept" }).length),
    [2, 3, 1],
  );
});

test("segments for other than all customers are refused", () => {
  assert.throws(() => popularInSegment(history, ["a"]), /1 segments for 4 customers/);
});
