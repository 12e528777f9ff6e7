import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import {
  averagePrecisionAt,
  hitAt,
  METRICS,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
} from "./metrics";

test("the measures of random lists are those of ranx and scikit-learn", () => {
  // ranx 0.3.21: evaluate(qrels, run, ["precision@n", "recall@n", "ndcg@n", "map@n", "hit_rate@n", "mrr@n"]); scikit-learn
  // 1.9.1's ndcg_score(truth, scores, k=n) gives the same ndcg. ranx divides average precision by all relevant items.
  const long = [10, 1, 2, 29, 3, 24, 12, 18, 13, 11, 8, 16, 14, 7];
  const short = [28, 21, 14, 27, 8, 19, 23, 16];
  const first = [3, 2, 0, 28, 18, 22, 15, 7, 14, 29, 4];
  const late = [25, 0, 19, 26, 24, 20, 13, 10, 27];
  const ofLong = [2, 12, 13, 21, 23, 24, 26, 27];
  const expected: [list: number[], relevant: number[], n: number, values: number[]][] = [
    [long, ofLong, 5, [0.2, 0.125, 0.16958010263680806, 0.041666666666666664, 1, 1 / 3]],
    [long, ofLong, 10, [0.4, 0.5, 0.37702893500946544, 0.19246031746031744, 1, 1 / 3]],
    [[8, 17, 7], [4, 5, 6, 15], 5, [0, 0, 0, 0, 0, 0]],
    [short, [1, 4, 8, 13, 19], 5, [0.2, 0.2, 0.13120507751234178, 0.04, 1, 0.2]],
    [short, [1, 4, 8, 13, 19], 10, [0.2, 0.4, 0.252016380211836, 0.10666666666666666, 1, 0.2]],
    [first, [1, 3, 10, 15, 19, 26], 5, [0.2, 1 / 6, 0.3391602052736161, 1 / 6, 1, 1]],
    [first, [1, 3, 10, 15, 19, 26], 10, [0.2, 1 / 3, 0.4034698846650846, 0.21428571428571427, 1, 1]],
    [late, [15, 20], 5, [0, 0, 0, 0, 0, 0]],
    [late, [15, 20], 10, [0.1, 0.5, 0.21840743681816419, 0.08333333333333333, 1, 1 / 6]],
  ];
  for (const [list, relevant, n, values] of expected) {
    METRICS.forEach(([name, metric], i) => {
      const found = metric(list, new Set(relevant), n);
      const same = name === "MAP" ? (found * Math.min(n, relevant.length)) / relevant.length : found;
      assertClose(same, values[i]!, 1e-12, `${name} at ${n} of ${list}`);
    });
  }
});

test("average precision divides by the hits that a list of n can have", () => {
  // By hand: hits on places 2 and 4 of 4, six relevant, four can be met: (1/2 + 2/4) / 4.
  assertClose(averagePrecisionAt([9, 1, 8, 2], new Set([1, 2, 3, 4, 5, 6]), 4), 0.25, 1e-15);
  assert.equal(averagePrecisionAt([1, 2], new Set([1, 2, 3]), 2), 1);
});

test("the best list has 1 in all but precision and recall, which its length and the number of items bound", () => {
  const sets = fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 15 }), (relevant, n) => {
      const set = new Set(relevant);
      for (const metric of [ndcgAt, averagePrecisionAt, hitAt, reciprocalRankAt])
        assertClose(metric(relevant, set, n), 1, 1e-12);
      assertClose(precisionAt(relevant, set, n), Math.min(1, relevant.length / n), 1e-12);
      assertClose(recallAt(relevant, set, n), Math.min(1, n / relevant.length), 1e-12);
    }),
  );
});

test("a hit that moves up raises nDCG, average precision and reciprocal rank, and leaves the others", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(fc.nat(5), { maxLength: 4 }), (at, others) => {
      const list = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
      list[at] = 7;
      const relevant = new Set([7, ...others]);
      const moved = list.with(at, list[at - 1]!).with(at - 1, 7);
      for (const [name, metric] of METRICS) {
        const [before, after] = [metric(list, relevant, 10), metric(moved, relevant, 10)];
        if (["nDCG", "MAP", "MRR"].includes(name)) assert.ok(after > before, name);
        else assert.equal(after, before, name);
      }
    }),
  );
});

test("only the first n places count, and a short list is as one filled up with misses", () => {
  for (const [name, metric] of METRICS) {
    assert.equal(metric([1, 2, 3, 4], new Set([2, 4]), 3), metric([1, 2, 3], new Set([2, 4]), 3), name);
    assert.equal(metric([1, 2], new Set([2, 4]), 5), metric([1, 2, 7, 8, 9], new Set([2, 4]), 5), name);
    assert.equal(metric([], new Set([1]), 5), 0, name);
  }
});

test("nothing relevant, a bad n and an item listed twice are refused", () => {
  for (const [, metric] of METRICS) {
    assert.throws(() => metric([1], new Set(), 1), /No item is relevant/);
    assert.throws(() => metric([1], new Set([1]), 0), /whole number from 1 up/);
    assert.throws(() => metric([5, 1, 2, 1], new Set([1]), 4), /Item 1 stands on places 2 and 4/);
  }
});
