import assert from "node:assert/strict";
import { test } from "node:test";
import { bundles } from "./bundles";
import { frequentItemsets } from "./frequent-itemsets";
import { rules } from "./rules";
import { transactionsOf } from "./transactions";

/** Orders of 60: tea, cup and milk often together, salt and oil too, soap with nothing. */
const lists = Array.from({ length: 60 }, (_, i) => [
  ...(i % 4 === 0 ? ["tea", "cup", "milk"] : i % 4 === 1 ? [["tea", "cup", "milk"][i % 3] as string] : []),
  ...(i % 5 === 0 ? ["salt", "oil"] : []),
  ...(i % 2 ? ["soap"] : []),
]);
const transactions = transactionsOf(lists);
const customer = lists.map((_, i) => `c${Math.floor(i / 3)}`);
const worth = lists.map((_, i) => i);

async function found(top = Infinity) {
  const sets = await frequentItemsets(transactions, { minCount: 5, workers: 0 });
  return rules(sets, { minConfidence: 0, significance: { correction: "holm" }, top }).rules;
}

test("bundles are the largest sets of which each item goes with all the others", async () => {
  const given = bundles(transactions, await found(), { customer, worth });
  assert.deepEqual(
    given.map(({ items }) => items),
    [
      ["cup", "milk", "tea"],
      ["oil", "salt"],
    ],
  );
  const [tea, oil] = given;
  // Every fourth order from 0 to 56: 15 orders, together worth 420 of 1,770, of 15 customers (every third order begins one).
  const own = lists.flatMap((list, i) =>
    ["tea", "cup", "milk"].every((item) => list.includes(item)) ? [i] : [],
  );
  assert.deepEqual(
    [tea!.baskets, tea!.support, tea!.revenue, tea!.revenueShare],
    [15, 0.25, 420, 420 / 1770],
  );
  assert.equal(tea!.customers, new Set(own.map((i) => customer[i])).size);
  assert.deepEqual([oil!.baskets, oil!.revenue, oil!.lift.estimate], [12, 330, 5]);
  // 15 of the 15 orders with the other two hold the third; each item is in 20 of 60 orders.
  assert.equal(tea!.lift.estimate, 3);
  assert.ok(oil!.lift.low < 5 && oil!.lift.high > 5);
});

test("a set of which a rule did not pass is no bundle, but its parts may be", async () => {
  const all = await found();
  const some = all.filter(({ antecedent, consequent }) => antecedent.length === 1 || consequent[0] !== "tea");
  const given = bundles(transactions, some, { customer, worth });
  assert.deepEqual(
    given.map(({ items, baskets }) => [items.join(" "), baskets]),
    [
      ["cup milk", 15],
      ["cup tea", 15],
      ["milk tea", 15],
      ["oil salt", 12],
    ],
  );
});

test("what does not fit is refused; without rules there are no bundles", () => {
  assert.deepEqual(bundles(transactions, [], { customer, worth }), []);
  assert.throws(
    () => bundles(transactions, [], { customer, worth: [1] }),
    /60 customers and 1 worths for 60/,
  );
});
