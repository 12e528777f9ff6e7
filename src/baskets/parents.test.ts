import assert from "node:assert/strict";
import { test } from "node:test";
import { frequentItemsets } from "./frequent-itemsets";
import { withParents } from "./parents";
import { rules } from "./rules";
import { transactionsOf } from "./transactions";

const lines = [
  ["brie", "baguette"],
  ["gouda", "rye"],
  ["brie", "gouda", "rye"],
  ["apple"],
  ["gouda", "baguette"],
  ["apple", "pear"],
];
const parents = new Map([
  ["brie", ["aisle: cheese", "department: food"]],
  ["gouda", ["aisle: cheese", "department: food"]],
  ["rye", ["aisle: bread", "department: food"]],
  ["baguette", ["aisle: bread", "department: food"]],
  ["apple", ["aisle: fruit"]],
]);
const parentsOf = (item: string) => parents.get(item) ?? [];

test("a basket holds each ancestor once, and levels are above one another", () => {
  const { names, starts, items, rows, ancestors } = withParents(transactionsOf(lines), parentsOf);
  assert.equal(rows, 6);
  const third = Array.from(items.subarray(starts[2], starts[3]), (item) => names[item]);
  assert.deepEqual(third, ["aisle: bread", "aisle: cheese", "brie", "department: food", "gouda", "rye"]);
  const above = (name: string) =>
    [...(ancestors.get(names.indexOf(name)) ?? [])].map((item) => names[item]).sort();
  assert.deepEqual(above("brie"), ["aisle: cheese", "department: food"]);
  assert.deepEqual(above("aisle: cheese"), ["department: food"]);
  assert.deepEqual(above("department: food"), []);
  assert.deepEqual(above("pear"), []);
});

test("rules go across levels, but none between an item and its own ancestor", async () => {
  const transactions = withParents(transactionsOf(lines), parentsOf);
  const sets = await frequentItemsets(transactions, { minCount: 2, workers: 0 });
  const options = { minConfidence: 0.5, rankBy: "confidence" } as const;
  const written = (found: ReturnType<typeof rules>) =>
    found.rules.map(({ antecedent, consequent }) => `${antecedent.join(" & ")} > ${consequent}`);
  const all = written(rules(sets, options));
  assert.ok(all.includes("brie > aisle: cheese") && all.includes("brie > aisle: bread"));
  const kept = written(rules(sets, { ...options, ancestors: transactions.ancestors }));
  assert.ok(kept.includes("brie > aisle: bread") && kept.includes("aisle: cheese > aisle: bread"));
  assert.ok(!kept.some((rule) => rule.includes("department: food")), "food is above all that goes with it");
  assert.ok(!kept.includes("brie > aisle: cheese") && !kept.includes("aisle: bread & brie > aisle: cheese"));
});

test("names that do not tell levels apart, and circles, are refused", () => {
  const transactions = transactionsOf([["yogurt", "milk"]]);
  assert.throws(() => withParents(transactions, () => ["yogurt"]), /"aisle: yogurt"/);
  const circle = (item: string) => (item === "milk" ? ["x", "y"] : ["y", "x"]);
  assert.throws(() => withParents(transactions, circle), /stands above itself/);
});
