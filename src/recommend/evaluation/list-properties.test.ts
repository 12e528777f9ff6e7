import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { bootstrap } from "../../stats/interval";
import { shopOf } from "../testing";
import { columnMeans } from "./column-means";
import type { Lists } from "./evaluate-lists";
import { listProperties } from "./list-properties";
import { splitPurchases } from "./split";

const history = shopOf({
  c0: [["a"], ["a", "b"]],
  c1: [["a", "c"]],
  c2: [["a", "b", "c"]],
  c3: [["c", "d"]],
  c4: [["a"]],
});
const given = [[2, 0, 1], [1, 3, 0], [3], [0, 1, 2, 3], []];
const lists: Lists = { method: "By hand", at: (place) => Uint32Array.from(given[place]!) };
const all = [0, 1, 2, 3, 4];

test("coverage, novelty, diversity and share of repeats are NumPy's", () => {
  // numpy 2: B[customer, item] of 0 and 1; cos = B[:, i] @ B[:, j] / sqrt(sum × sum); means over customers with a value.
  const expected = [
    {
      n: 2,
      coverage: 1,
      filled: 0.7,
      novelty: 1.3738077822972175,
      diversity: 0.5718476498746089,
      repeats: 0.125,
    },
    {
      n: 4,
      coverage: 1,
      filled: 0.55,
      novelty: 1.4032877301988602,
      diversity: 0.6072400081065096,
      repeats: 0.375,
    },
  ];
  const found = listProperties([lists], history, all, all, { n: [2, 4], resamples: 50 });
  expected.forEach((values, i) => {
    const row = found[i]!;
    assert.deepEqual([row.method, row.n, row.coverage], ["By hand", values.n, values.coverage]);
    for (const name of ["filled", "novelty", "diversity", "repeats"] as const) {
      assertClose(row[name]?.estimate, values[name], 1e-12, `${name} at ${values.n}`);
      assert.ok(row[name]!.low <= values[name] && values[name] <= row[name]!.high, name);
    }
  });
});

test("only the lists at the given places count, and coverage only items that were bought", () => {
  const [one] = listProperties([lists], history, all, [2], { n: [3], resamples: 5 });
  assert.equal(one?.coverage, 1 / 4);
  assert.equal(one.diversity, null, "no list holds two items");
  assertClose(one.novelty?.estimate, -Math.log2(1 / 5), 1e-12);
  const [none] = listProperties([lists], history, all, [4], { n: [3], resamples: 5 });
  assert.deepEqual([none?.coverage, none?.filled.estimate, none?.novelty, none?.repeats], [0, 0, null, null]);
});

test("novelty is among customers with a history, and an item that nobody had counts as one customer's", () => {
  const split = splitPurchases(shopOf({ ann: [["a"], ["a"]], bob: [["a", "b"], []], new: [[], ["c"]] }), {
    by: "time",
    at: 1,
  });
  const own: Lists = { method: "By hand", at: () => Uint32Array.of(1, 2) };
  const [row] = listProperties([own], split.history, [0], [0], { n: [2], resamples: 5 });
  assert.equal(row?.novelty?.estimate, 1, "b and c: one of two customers each, not of three");
  assert.equal(row.coverage, 1 / 2, "c is not in the history");
});

test("what one method lists does not change another's figures", () => {
  const other: Lists = { method: "Other", at: () => Uint32Array.of(3, 2) };
  const options = { n: [2, 3], resamples: 60, seed: 3 };
  const both = listProperties([other, lists], history, all, all, options);
  assert.deepEqual(both.slice(0, 2), listProperties([other], history, all, all, options));
  assert.deepEqual(both.slice(2), listProperties([lists], history, all, all, options));
});

test("means of columns leave out what is missing, and draw only the rows that are there", () => {
  const [some, none, whole] = columnMeans(
    [Float64Array.of(1, NaN, 5, 9), new Float64Array(4).fill(NaN), Float64Array.of(4, 3, 2, 7)],
    { resamples: 200, seed: 2 },
  );
  assert.equal(none, null);
  const meanOf = (values: number[]) => (weights: Float64Array) => [
    values.reduce((sum, x, i) => sum + x * weights[i]!, 0) / values.length,
  ];
  assert.deepEqual(some, bootstrap(3, meanOf([1, 5, 9]), { resamples: 200, seed: 2 })[0]);
  assert.deepEqual(whole, bootstrap(4, meanOf([4, 3, 2, 7]), { resamples: 200, seed: 2 })[0]);
});
