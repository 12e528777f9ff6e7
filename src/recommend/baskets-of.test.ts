import assert from "node:assert/strict";
import { test } from "node:test";
import { frequentItemsets } from "../baskets/frequent-itemsets";
import { eachItemset } from "../baskets/itemsets";
import { basketsOf } from "./baskets-of";
import { splitPurchases } from "./evaluation/split";
import { shopOf } from "./testing";

test("baskets of a history are its orders, without those held out", async () => {
  const all = shopOf({ ann: [["tea", "milk"], ["jam"]], bob: [["milk", "tea"], ["milk"], ["tea", "jam"]] });
  const { history } = splitPurchases(all, { by: "lastOrder" });
  assert.equal(basketsOf(all).rows, 5);
  assert.equal(basketsOf(history).rows, 3);
  const sets = await frequentItemsets(basketsOf(history), { minSupport: 0.5, workers: 0 });
  const found = [...eachItemset(sets)].map(({ items, count }) => `${items.join("+")} ${count}`);
  assert.deepEqual(found.sort(), ["milk 3", "milk+tea 2", "tea 2"]);
});
