import assert from "node:assert/strict";
import { test } from "node:test";
import { customerIntervals } from "../evidence/customer-intervals";
import { frequentItemsets } from "../frequent-itemsets";
import { rules } from "../rules";
import { transactionsOf } from "../transactions";
import { bundles } from "./bundles";

/** Orders of 60: tea, cup and milk often together, salt and oil too, soap with nothing. */
const lists = Array.from({ length: 60 }, (_, i) => [
  ...(i % 4 === 0 ? ["tea", "cup", "milk"] : i % 4 === 1 ? [["tea", "cup", "milk"][i % 3] as string] : []),
  ...(i % 5 === 0 ? ["salt", "oil"] : []),
  ...(i % 2 ? ["soap"] : []),
]);
const transactions = transactionsOf(lists);
const customer = lists.map((_, i) => `c${Math.floor(i / 3)}`);
const worth = lists.map((_, i) => i + 1);

async function found() {
  const sets = await frequentItemsets(transactions, { minCount: 5, workers: 0 });
  const passed = rules(sets, { minConfidence: 0, significance: { correction: "holm" }, top: Infinity });
  return { sets, rules: passed.rules };
}

test("bundles are the largest frequent sets of which every two items go together", async () => {
  const { sets, rules: passed } = await found();
  const given = bundles(transactions, sets, passed, { customer, worth });
  assert.deepEqual(
    given.map(({ items }) => items),
    [
      ["oil", "salt"],
      ["cup", "milk", "tea"],
    ],
  );
  const [oil, tea] = given;
  // Every fourth order from 0 to 56: 15 orders, together worth 435 of 1,830.
  assert.deepEqual(
    [tea!.baskets, tea!.support, tea!.revenue, tea!.revenueShare],
    [15, 0.25, 435, 435 / 1830],
  );
  const own = lists.flatMap((list, i) =>
    ["tea", "cup", "milk"].every((of) => list.includes(of)) ? [i] : [],
  );
  assert.equal(tea!.customers, new Set(own.map((i) => customer[i])).size);
  assert.deepEqual([oil!.baskets, oil!.revenue, oil!.lift.estimate], [12, 342, 5]);
  // All 15 orders with two of them hold the third, which is in 20 of 60 orders.
  assert.deepEqual([tea!.lift.estimate, tea!.weakest], [3, "cup"]);
  const over = customerIntervals(
    transactions,
    [{ left: Uint32Array.of(1, 5), right: Uint32Array.of(0) }],
    customer,
  );
  assert.deepEqual([tea!.lift, tea!.surplus], [over[0]!.lift, 15 * (1 - 1 / over[0]!.lift.low)]);
});

test("where two items of a set are no rule, its parts may be bundles", async () => {
  const { sets, rules: passed } = await found();
  const some = passed.filter(
    ({ antecedent, consequent }) =>
      ![...antecedent, ...consequent].includes("tea") || ![...antecedent, ...consequent].includes("cup"),
  );
  // A rule of three items does not say that every two of them go together.
  const [cup, milk, tea] = ["cup", "milk", "tea"].map((label) => transactions.names.indexOf(label));
  const long = { left: Uint32Array.of(cup!, milk!), right: Uint32Array.of(tea!) };
  const given = bundles(transactions, sets, [...some, long], { customer, worth });
  assert.deepEqual(given.map(({ items, baskets }) => `${items.join(" ")} ${baskets}`).sort(), [
    "cup milk 15",
    "milk tea 15",
    "oil salt 12",
  ]);
});

test("what does not fit is refused; without rules there are no bundles", async () => {
  const { sets } = await found();
  assert.deepEqual(bundles(transactions, sets, [], { customer, worth }), []);
  assert.throws(() => bundles(transactions, sets, [], { customer, worth: [1] }), /60 customers and 1 worths/);
});

test("the lift of a bundle is that of the item that goes least with the others", async () => {
  const kinds: [string[], number][] = [
    [["a", "b", "c"], 20],
    [["a"], 5],
    [["b"], 5],
    [["c"], 25],
    [[], 45],
  ];
  const baskets = transactionsOf(kinds.flatMap(([list, times]) => Array.from({ length: times }, () => list)));
  const sets = await frequentItemsets(baskets, { minCount: 5, workers: 0 });
  const each = Array.from({ length: 100 }, (_, i) => i);
  const [bundle] = bundles(baskets, sets, rules(sets, { minConfidence: 0, minLift: 1.1 }).rules, {
    customer: each,
    worth: each,
  });
  // c follows a and b in all 20 baskets, and is in 45 of 100; a and b are in 25.
  assert.deepEqual([bundle!.items, bundle!.weakest, bundle!.lift.estimate], [["a", "b", "c"], "c", 100 / 45]);
});
