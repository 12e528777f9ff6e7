import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type RowSplit,
  rowSplitAsPublished,
  splitByCustomer,
  splitByCustomerAndTime,
  splitByTime,
} from "./splits";

/** Rows of at least two customers with times, and a moment within the times. */
const rows = fc
  .array(fc.record({ customer: fc.integer({ min: 0, max: 9 }), time: fc.integer({ min: 0, max: 20 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((list) => new Set(list.map(({ customer }) => customer)).size > 1);

function countsOf({ train, test: tested }: RowSplit, customers: readonly number[]) {
  const learnt = new Set(Array.from(train, (row) => customers[row]));
  const held = new Set(Array.from(tested, (row) => customers[row]));
  return { train: learnt.size, test: held.size, both: [...held].filter((c) => learnt.has(c)).length };
}

function assertParts(split: RowSplit, n: number): void {
  const all = [...split.train, ...split.test];
  assert.equal(new Set(all).size + split.unused, n);
  assert.equal(all.length + split.unused, n);
  for (const part of [split.train, split.test])
    assert.deepEqual(
      [...part],
      [...part].sort((a, b) => a - b),
    );
}

test("by customer, nobody stands on both sides, and every row stands on one", () => {
  fc.assert(
    fc.property(rows, fc.integer(), (list, seed) => {
      const customers = list.map(({ customer }) => customer);
      const distinct = new Set(customers).size;
      const split = splitByCustomer(customers, { testShare: 0.5, seed });
      assertParts(split, list.length);
      assert.equal(split.unused, 0);
      const test = Math.ceil(distinct / 2);
      assert.deepEqual(split.customers, { train: distinct - test, test, both: 0 });
      assert.deepEqual(countsOf(split, customers), split.customers);
    }),
  );
});

test("a customer's side does not hang on the order of the rows", () => {
  fc.assert(
    fc.property(rows, fc.integer(), (list, seed) => {
      const customers = list.map(({ customer }) => `c${customer}`);
      const testedOf = (ids: readonly string[]) =>
        [
          ...new Set(Array.from(splitByCustomer(ids, { testShare: 0.4, seed }).test, (row) => ids[row])),
        ].sort();
      assert.deepEqual(testedOf(customers.toReversed()), testedOf(customers));
    }),
  );
});

test("every customer is drawn as often as the share says", () => {
  const customers = Array.from({ length: 10 }, (_, i) => i);
  const times = new Float64Array(10);
  for (let seed = 0; seed < 1000; seed++)
    for (const row of splitByCustomer(customers, { seed }).test) times[row]!++;
  // Binomial: 300 ± 14.5 each.
  for (const drawn of times) assert.ok(Math.abs(drawn - 300) < 60, `${drawn} of 1,000`);
});

test("by time, all that is learnt from is earlier than all that is tested", () => {
  const split = splitByTime(["a", "a", "b", "c"], [3, 9, 10, 4], 9);
  assert.deepEqual([...split.train], [0, 3]);
  assert.deepEqual([...split.test], [1, 2]);
  assert.deepEqual(split.customers, { train: 2, test: 2, both: 1 });
});

test("by customer and time, the rows are those that both splits put on one side", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), fc.integer(), (list, at, seed) => {
      const customers = list.map(({ customer }) => customer);
      const times = list.map(({ time }) => time);
      const who = splitByCustomer(customers, { seed });
      const train = who.train.filter((row) => times[row]! < at);
      const late = who.test.filter((row) => times[row]! >= at);
      if (train.length === 0 || late.length === 0) {
        assert.throws(() => splitByCustomerAndTime(customers, times, at, { seed }), /each side needs some/);
        return;
      }
      const split = splitByCustomerAndTime(customers, times, at, { seed });
      assert.deepEqual(split.train, train);
      assert.deepEqual(split.test, late);
      assert.equal(split.customers.both, 0);
      assertParts(split, list.length);
    }),
  );
});

test("a split of rows as published has scikit-learn's counts, and says who stands on both sides", () => {
  // len of train_test_split(range(n), test_size=s)[1] for these n and s, scikit-learn 1.9
  for (const [n, testShare, count] of [
    [10, 0.3, 3],
    [11, 0.3, 4],
    [7, 0.25, 2],
    [100, 0.07, 8],
  ] as const) {
    const customers = Array.from({ length: n }, (_, i) => i >> 1);
    const split = rowSplitAsPublished(customers, { testShare, seed: 42 });
    assert.equal(split.test.length, count);
    assertParts(split, n);
    assert.deepEqual(split.customers, countsOf(split, customers));
  }
  // Two rows each of 500 customers: on both sides with the chance 2 · 0.3 · 0.7, 210 ± 10.
  const pairs = Array.from({ length: 1000 }, (_, i) => i >> 1);
  const { both } = rowSplitAsPublished(pairs).customers;
  assert.ok(Math.abs(both - 210) < 45, `${both} of 500`);
});

test("the same seed draws the same rows, another seed others", () => {
  const customers = Array.from({ length: 50 }, (_, i) => i);
  const one = rowSplitAsPublished(customers, { seed: 3 }).test;
  assert.deepEqual(rowSplitAsPublished(customers, { seed: 3 }).test, one);
  assert.notDeepEqual(rowSplitAsPublished(customers, { seed: 4 }).test, one);
});

test("splits that leave a side empty, and times that are none, are refused with what to do", () => {
  assert.throws(() => splitByCustomer(["a", "a"]), /0.3 of 1 customers leaves none to learn from/);
  assert.throws(() => splitByCustomer(["a", "b"], { testShare: 1 }), /test share of 1 is not between/);
  assert.throws(() => splitByCustomer([1, Number.NaN, 2]), /Row 1 has no customer/);
  assert.throws(() => splitByTime([1, 2], [5, 6], 5), /0 rows to learn from and 2 to test on, of 2/);
  assert.throws(() => splitByTime([1, 2], [5], 5), /1 times for the customers of 2 rows/);
  assert.throws(() => splitByTime([1, 2], [5, Number.NaN], 5), /time of row 1/);
  assert.throws(() => splitByTime([1, 2], [5, 6], Number.NaN), /moment to split at/);
});
