import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mergeBaskets, takeBaskets } from "./regroup";
import { type Transactions, transactionsOf, transactionsOfLines } from "./transactions";

const listsOf = ({ names, rows, starts, items }: Transactions) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(items.subarray(starts[row], starts[row + 1]), (i) => names[i]),
  );

const some = transactionsOf([["b", "a"], [], ["c"], ["a", "c"]]);

test("baskets are taken in the order asked for, as often as asked for", () => {
  const taken = takeBaskets(some, [3, 1, 3]);
  assert.deepEqual(listsOf(taken), [["a", "c"], [], ["a", "c"]]);
  assert.equal(taken.names, some.names);
  assert.equal(takeBaskets(some, []).rows, 0);
  assert.throws(() => takeBaskets(some, [4]), /There is no basket 4; there are 4/);
  assert.throws(() => takeBaskets(some, [-1]), /There is no basket -1/);
});

test("merged baskets are those that lines of the coarser id give", () => {
  const line = fc.tuple(fc.nat(8), fc.constantFrom("a", "b", "c", "d"));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const [orders, items] = [lines.map(([order]) => order), lines.map(([, item]) => item)];
      const byOrder = transactionsOfLines(orders, items);
      const customerOf = (order: number | string) => `c${Number(order) % 3}`;
      const merged = mergeBaskets(byOrder, byOrder.baskets.map(customerOf));
      assert.deepEqual(merged, transactionsOfLines(orders.map(customerOf), items));
    }),
    { numRuns: 300 },
  );
});

test("ids that do not fit are refused", () => {
  assert.throws(() => mergeBaskets(some, ["x"]), /1 ids for 4 baskets/);
  assert.throws(() => mergeBaskets(some, ["x", "y", null, "x"]), /Row 3 has no id/);
});
