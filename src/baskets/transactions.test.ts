import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Transactions, transactionsOf, transactionsOfLines } from "./transactions";

/** Rows as labels, to compare with what was put in. */
const labels = ({ names, rows, starts, items }: Transactions): string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(items.subarray(starts[row], starts[row + 1]), (item) => names[item]!),
  );

test("lists become rows: items ascending, doubles once, empty lists kept", () => {
  const found = transactionsOf([["milk", "bread", "milk"], [], ["apple"]]);
  assert.deepEqual(found.names, ["apple", "bread", "milk"]);
  assert.equal(found.rows, 3);
  assert.deepEqual([...found.starts], [0, 2, 2, 3]);
  assert.deepEqual([...found.items], [1, 2, 0]);
});

test("no baskets, and baskets of nothing, are transactions too", () => {
  assert.deepEqual(transactionsOf([]), {
    names: [],
    rows: 0,
    starts: new Uint32Array(1),
    items: new Uint32Array(0),
  });
  assert.deepEqual(labels(transactionsOf([[], []])), [[], []]);
  assert.equal(transactionsOfLines([], []).rows, 0);
});

test("lines of one basket make one row, wherever they stand", () => {
  const found = transactionsOfLines(["b7", "b1", "b7", "b7"], ["tea", "cup", "cup", "tea"]);
  assert.deepEqual(found.baskets, ["b7", "b1"]);
  assert.deepEqual(labels(found), [["cup", "tea"], ["cup"]]);
});

test("numbers as ids are numbered by value, near or far apart, whole or not", () => {
  const near = transactionsOfLines(Float64Array.of(5, 4, 5, 4), Float64Array.of(10, 9, 2, 9));
  assert.deepEqual(near.names, ["2", "9", "10"]);
  assert.deepEqual(near.baskets, [5, 4]);
  assert.deepEqual(labels(near), [["2", "10"], ["9"]]);
  const far = transactionsOfLines([1e12, -3, 1e12], [0.5, -1e9, 7]);
  assert.deepEqual(far.names, ["-1000000000", "0.5", "7"]);
  assert.deepEqual(labels(far), [["0.5", "7"], ["-1000000000"]]);
});

test("names that objects know are names like others", () => {
  const names = ["__proto__", "constructor", "", "£"];
  assert.deepEqual(labels(transactionsOf([names])), [["", "__proto__", "constructor", "£"]]);
});

test("missing ids and columns of two lengths are refused, naming the place", () => {
  assert.throws(() => transactionsOfLines([1, 2], ["tea", null]), /Row 2 has no item/);
  assert.throws(() => transactionsOfLines(Float64Array.of(Number.NaN), ["tea"]), /Row 1 has no basket/);
  assert.throws(() => transactionsOfLines([1, 2], ["tea"]), /2 basket ids and 1 items/);
});

test("lists and lines of the same baskets make the same transactions", () => {
  const label = fc.constantFrom("a", "b", "B", "ä", "10", "9", "__proto__");
  fc.assert(
    fc.property(fc.array(fc.array(label, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (lists) => {
      const found = transactionsOf(lists);
      assert.deepEqual(
        labels(found),
        lists.map((list) => [...new Set(list)].sort()),
      );
      const { baskets, ...lines } = transactionsOfLines(
        lists.flatMap((list, row) => list.map(() => row)),
        lists.flat(),
      );
      assert.deepEqual(lines, found);
      assert.deepEqual(
        baskets,
        lists.map((_, row) => row),
      );
    }),
  );
});
