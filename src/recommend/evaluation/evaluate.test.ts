import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { personalTop } from "../personal-top";
import { popular, popularInSegment } from "../popular";
import type { Purchases } from "../purchases";
import { type Recommender, withFallback } from "../recommender";
import { shopOf } from "../testing";
import { type Evaluation, evaluate } from "./evaluate";
import { type Split, splitPurchases } from "./split";

/** Recommends to each customer the items of a list, the first best. */
function fixed(name: string, { customers, items }: Purchases, lists: Record<string, string[]>): Recommender {
  return {
    name,
    scores: (customer) => {
      const list = lists[customers[customer]!] ?? [];
      return Float64Array.from(items, (item) => (list.includes(item) ? -list.indexOf(item) : -Infinity));
    },
    reason: () => ({ kind: "popular", customers: 0, of: 0 }),
  };
}

// Held out: ann a d (had a), bob b c (had b), cai d (had d). dot has one order, which stays.
const shop = shopOf({
  ann: [
    ["a", "b"],
    ["a", "c"],
    ["a", "d"],
  ],
  bob: [["b"], ["b", "c"]],
  cai: [["d"], ["d"]],
  dot: [["a", "b", "c"]],
});
const split = splitPurchases(shop, { by: "lastOrder" });
const mixed = fixed("Mixed", shop, { ann: ["a", "d"], bob: ["c", "b"], cai: ["a", "b"] });
const quick = { n: [1, 2], bought: "kept", resamples: 40 } as const;

function rowOf(
  { means }: Evaluation,
  part: string,
  metric: string,
  n: number,
  method = "Mixed",
  segment?: string,
) {
  const row = means.find(
    (m) =>
      m.part === part &&
      m.metric === metric &&
      m.n === n &&
      m.method === method &&
      m.segment === (segment ?? null),
  );
  assert.ok(row, `${part} ${metric} ${n} ${method} ${segment}`);
  return row;
}

test("means over customers, whole and by repeat and explore, are those by hand", () => {
  const result = evaluate([mixed], split, quick);
  assert.deepEqual(
    result.parts.map((size) => [size.part, size.segment, size.customers, size.without, size.relevant]),
    [
      ["all", null, 3, 0, 5],
      ["repeat", null, 3, 0, 3],
      ["explore", null, 2, 1, 2],
    ],
  );
  const expected: [part: string, metric: string, n: number, mean: number][] = [
    ["all", "precision", 2, (1 + 1 + 0) / 3],
    ["all", "recall", 1, (1 / 2 + 1 / 2 + 0) / 3],
    ["all", "hit rate", 1, 2 / 3],
    ["repeat", "precision", 2, (1 / 2 + 1 / 2 + 0) / 3],
    ["repeat", "recall", 2, (1 + 1 + 0) / 3],
    ["repeat", "MRR", 2, (1 + 1 / 2 + 0) / 3],
    ["repeat", "nDCG", 2, (1 + 1 / Math.log2(3) + 0) / 3],
    ["explore", "MAP", 2, (1 / 2 + 1) / 2],
    ["explore", "recall", 1, (0 + 1) / 2],
  ];
  for (const [part, metric, n, mean] of expected) {
    const { estimate, low, high, difference, verdict } = rowOf(result, part, metric, n);
    assertClose(estimate, mean, 1e-12, `${part} ${metric} ${n}`);
    assert.ok(low <= mean && mean <= high && low < high, `${part} ${metric} ${n}`);
    assert.deepEqual([difference, verdict], [null, null], "no baseline is named");
  }
});

test("with bought items left out the lists hold new items only, and new items alone are relevant", () => {
  const result = evaluate([mixed], split, { ...quick, bought: "left out" });
  assert.deepEqual(result.parts, [{ part: "explore", segment: null, customers: 2, without: 1, relevant: 2 }]);
  // ann's list is d, bob's c: both hit on the first place.
  assert.equal(rowOf(result, "explore", "recall", 1).estimate, 1);
  assert.equal(result.lists.find(({ n }) => n === 2)?.repeats?.estimate, 0);
});

test("methods are asked by customer numbers alone, once a customer, and held-out items change no list", () => {
  const asked: unknown[][] = [];
  const inner = popular(split.history);
  const spy: Recommender = {
    name: "Spy",
    scores: (...given: [number]) => {
      asked.push(given);
      return inner.scores(...given);
    },
    reason: () => assert.fail("reasons are not needed"),
  };
  const { lists } = evaluate([spy], split, quick);
  assert.deepEqual(
    asked,
    [...split.customers].map((customer) => [customer]),
  );
  const other: Split = { ...split, items: split.items.map((item) => (item + 1) % 4).sort() };
  assert.deepEqual(
    evaluate([inner], other, quick).lists,
    lists.map((row) => ({ ...row, method: "Popular" })),
  );
});

test("each segment is evaluated as if it were alone, and customers left out are counted there", () => {
  const segmentOf = ["x", "y", "x", "y"];
  const result = evaluate([mixed, personalTop(split.history)], split, { ...quick, segmentOf, seed: 9 });
  assert.deepEqual(
    result.parts.filter(({ part }) => part === "explore").map((size) => Object.values(size).slice(1)),
    [
      [null, 2, 1, 2],
      ["x", 1, 1, 1],
      ["y", 1, 0, 1],
    ],
  );
  const all = rowOf(result, "all", "nDCG", 2).estimate * 3;
  const [x, y] = ["x", "y"].map((segment) => rowOf(result, "all", "nDCG", 2, "Mixed", segment));
  assertClose(x!.estimate * 2 + y!.estimate, all, 1e-12);
  assert.deepEqual([x?.customers, y?.customers], [2, 1]);
});

test("customers without a history are a part of their own, served by the fallback", () => {
  const purchases = shopOf({
    old: [["a"], ["a"], ["b"]],
    two: [["a"], ["c"], ["a"]],
    new: [[], [], ["a", "b"]],
  });
  const at2 = splitPurchases(purchases, { by: "time", at: 2 });
  const own = personalTop(at2.history);
  const filled = withFallback({ ...own, name: "Filled" }, popularInSegment(at2.history, ["s", "s", "s"]));
  const result = evaluate([own, filled], at2, { ...quick, baseline: "Personal top" });
  assert.deepEqual(
    result.parts.map(({ part, customers }) => [part, customers]),
    [
      ["all", 2],
      ["repeat", 1],
      ["explore", 1],
      ["no history", 1],
    ],
  );
  assert.equal(rowOf(result, "no history", "precision", 1, "Personal top").estimate, 0);
  assert.equal(rowOf(result, "no history", "precision", 1, "Filled").estimate, 1);
  assert.equal(result.lists[0]?.filled.estimate, 1, "the lists told of are of customers with a history");
});

test("what makes no sense is refused in words", () => {
  assert.throws(() => evaluate([], split, quick), /no method to try/);
  assert.throws(() => evaluate([mixed, mixed], split, quick), /Two methods are called "Mixed"/);
  assert.throws(() => evaluate([mixed], split, { ...quick, n: [] }), /No length of list/);
  assert.throws(() => evaluate([mixed], split, { ...quick, n: [0] }), /not 0\./);
  assert.throws(() => evaluate([mixed], split, { ...quick, n: [5, 2.5] }), /not 2\.5\./);
  assert.throws(() => evaluate([mixed], split, { ...quick, n: [5, 5] }), /Lists of 5, 5: take different/);
  assert.throws(() => evaluate([mixed], split, { ...quick, baseline: "Best" }), /"Best" is none of .* Mixed/);
  assert.throws(() => evaluate([mixed], split, { ...quick, segmentOf: ["x"] }), /1 segments for 4 customers/);
});
