import assert from "node:assert/strict";
import { test } from "node:test";
import { customerVariety } from "./customer-variety";

const counts = {
  customer: ["a", "b", "a", "b", "c"],
  category: ["x", "x", "y", "y", "x"],
  n: [3, 1, 1, 1, 1],
};

test("categories are counted plainly and expected in equally many lines", () => {
  const { customer, distinct, expected } = customerVariety(counts, 2);
  assert.deepEqual([...customer], ["a", "b", "c"]);
  assert.deepEqual([...distinct], [2, 2, 1]);
  // Two of a's lines xxxy hold y half the time; two of b's are xy; c has one line only.
  assert.deepEqual([...expected], [1.5, 2, Number.NaN]);
});

test("in one line there is one category", () => {
  assert.deepEqual([...customerVariety(counts, 1).expected], [1, 1, 1]);
});

test("lines and columns that are none are refused", () => {
  assert.throws(() => customerVariety(counts, 0), /0 lines/);
  assert.throws(() => customerVariety({ ...counts, n: [1] }, 2), /5 customers and 1 counts/);
  assert.throws(() => customerVariety({ ...counts, n: [1, 0.5, 3, 1, 1] }, 1), /counts 0\.5/);
});
