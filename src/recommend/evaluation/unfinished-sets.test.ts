import assert from "node:assert/strict";
import { test } from "node:test";
import { shopOf } from "../testing";
import { unfinishedSets } from "./unfinished-sets";

const history = shopOf({
  ann: [["cup"], ["milk"]],
  bob: [["cup", "saucer", "spoon"]],
  cai: [["milk"]],
  dot: [["pot"], ["spoon", "cup"]],
});

test("what is missing of a set begun is held out, once, in the order of items", () => {
  const { customers, starts, items } = unfinishedSets(history, [
    ["spoon", "saucer", "cup"],
    ["pot", "saucer"],
  ]);
  const named = [...customers].map((customer, i) => [
    history.customers[customer],
    [...items.subarray(starts[i], starts[i + 1])].map((item) => history.items[item]),
  ]);
  assert.deepEqual(named, [
    ["ann", ["saucer", "spoon"]],
    ["bob", ["pot"]],
    ["dot", ["saucer"]],
  ]);
});

test("an unknown item, and sets that nobody has begun, are refused in words", () => {
  assert.throws(() => unfinishedSets(history, [["cup", "jug"]]), /no item "jug"/);
  assert.throws(() => unfinishedSets(history, [["milk"]]), /nothing is held out/);
});
