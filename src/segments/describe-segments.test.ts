import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { definitions } from "./definitions";
import { describeSegments } from "./describe-segments";
import { describedBy } from "./variables";

const customers = describedBy(
  ["a", "b", "c", "d", "e"],
  [
    { ...definitions.lastGap, values: Float64Array.of(3, 30, 7, 30, 9) },
    { ...definitions.items, values: Float64Array.of(10, 20, 30, 15, 25) },
  ],
);
const options = { sums: ["items"] as const, resamples: 200 };

test("segments have their sums, shares and medians, with intervals around them", () => {
  const [first, second] = describeSegments(customers, [0, 1, 0, 1, 0], ["near", "far"], options);
  assert.deepEqual([first?.customers, second?.customers], [3, 2]);
  assert.deepEqual([first?.sum.items, second?.sum.items], [65, 35]);
  assert.equal(first?.median.lastGap.estimate, 7);
  assert.deepEqual(second?.median.lastGap, { estimate: 30, low: 30, high: 30 });
  assertClose(first?.sumShare.items.estimate, 0.65, 1e-15);
  assertClose((first?.sumShare.items.low ?? 0) + (second?.sumShare.items.high ?? 0), 1, 1e-12);
  assert.deepEqual(first?.share.estimate, 0.6);
});

test("the customers' order matters for nothing but the draws", () => {
  const turned = describedBy(
    [...customers.customer].reverse(),
    customers.variables.map((variable) => ({ ...variable, values: variable.values.slice().reverse() })),
  );
  const there = describeSegments(customers, [0, 1, 0, 1, 0], ["near", "far"], options);
  const back = describeSegments(turned, [0, 1, 0, 1, 0], ["near", "far"], options);
  assert.deepEqual(
    there.map((row) => [row.customers, row.sum.items, row.median.items]),
    back.map((row) => [row.customers, row.sum.items, row.median.items]),
  );
});

test("an empty segment keeps its row, and wrong segments are refused", () => {
  const rows = describeSegments(customers, [0, 0, 0, 0, 0], ["all", "none"], options);
  assert.deepEqual([rows[1]?.customers, rows[1]?.sumShare.items.estimate], [0, 0]);
  assert.ok(Number.isNaN(rows[1]?.median.items.estimate));
  assert.throws(() => describeSegments(customers, [0, 0, 0], ["all"], options), /3 segments for 5 customers/);
  assert.throws(
    () => describeSegments(customers, [0, 0, 0, 0, 1], ["all"], options),
    /customer e is in segment 1, of 1/,
  );
});
