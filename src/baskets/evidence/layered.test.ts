import assert from "node:assert/strict";
import { test } from "node:test";
import { frequentItemsets } from "../frequent-itemsets";
import { transactionsOf } from "../transactions";
import { correctByLength, searchedRules } from "./layered";

test("searched rules are all that could be made of the items, up to the longest set", async () => {
  const lists = [["a", "b", "c"], ["a", "b", "c"], ["d"], ["d"], ["e"], ["e"], ["once"]];
  const sets = await frequentItemsets(transactionsOf(lists), { minCount: 2, workers: 0 });
  // Five items: 10 pairs and 10 triples.
  assert.deepEqual(searchedRules(sets, 1), [0, 0, 20, 30]);
  assert.deepEqual(searchedRules(sets, 2), [0, 0, 20, 60]);
});

test("each length has its own number of tests and an equal part of the level", () => {
  const p = [0.001, 0.0001, 0.002];
  const near = (found: Float64Array, wanted: readonly number[]) =>
    wanted.forEach((value, i) => {
      assert.ok(Math.abs(found[i]! - value) < 1e-15, `${[...found]}`);
    });
  near(correctByLength(p, [2, 3, 2], [0, 0, 20, 60], "bonferroni"), [0.04, 0.012, 0.08]);
  near(correctByLength(p, [2, 3, 2], [0, 0, 20, 60], "holm"), [0.04, 0.012, 0.076]);
  near(correctByLength(p, [2, 3, 2], [0, 0, 20, 60], "benjamini-hochberg"), [0.04, 0.012, 0.04]);
  near(correctByLength(p, [2, 3, 2], [0, 0, 20, 60], "none"), p);
  assert.throws(() => correctByLength(p, [2, 2, 2], [0, 0, 2], "holm"), /2 tests for 3 p values/);
});
