import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countRule } from "./count-rule";
import { transactionsOf } from "./transactions";

test("both sides are counted as by going through the baskets", () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(["a", "b", "c", "d"])), (lists) => {
      const all = [...lists, ["a", "b", "c", "d"]];
      const count = (...items: string[]) =>
        all.filter((list) => items.every((item) => list.includes(item))).length;
      assert.deepEqual(countRule(transactionsOf(all), ["a", "c"], ["b"]), {
        n: all.length,
        a: count("a", "c"),
        b: count("b"),
        both: count("a", "b", "c"),
      });
    }),
  );
});

test("rules that are none are refused", () => {
  const transactions = transactionsOf([["a", "b"]]);
  assert.throws(() => countRule(transactions, ["a"], ["x"]), /no item "x": give one of the 2/);
  assert.throws(() => countRule(transactions, [], ["a"]), /an item on each side/);
  assert.throws(() => countRule(transactions, ["a", "b"], ["b"]), /on both sides/);
});
