import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { segmentTable } from "./segment-table";
import { rfmOf } from "./testing";

const shop = rfmOf([
  [10, 1, 100],
  [20, 3, 300],
  [60, 2, 600],
]);

test("sizes, revenue, means and medians are those of the members", () => {
  const [a, b] = segmentTable(shop, [0, 0, 1], ["a", "b"], { resamples: 50 });
  assert.ok(a && b);
  assert.equal(a.customers, 2);
  assertClose(a.share, 2 / 3, 1e-12);
  assert.equal(a.revenue, 400);
  assertClose(a.revenueShare.estimate, 0.4, 1e-12);
  assert.deepEqual(a.mean, { recency: 15, frequency: 2, monetary: 200 });
  assert.deepEqual(b.median, { recency: 60, frequency: 2, monetary: 600 });
});

test("shares add up to one and their intervals hold them", () => {
  const rows = segmentTable(shop, [0, 1, 2], ["a", "b", "c"], { resamples: 200 });
  assertClose(
    rows.reduce((sum, row) => sum + row.revenueShare.estimate, 0),
    1,
    1e-12,
  );
  for (const { revenueShare: r } of rows) assert.ok(r.low <= r.estimate && r.estimate <= r.high);
});

test("an empty segment keeps its row", () => {
  const [, empty] = segmentTable(shop, [0, 0, 0], ["all", "none"], { resamples: 10 });
  assert.equal(empty?.customers, 0);
  assert.equal(empty?.revenue, 0);
  assert.ok(Number.isNaN(empty?.median.recency));
});

test("an index without a name and a missing customer are refused", () => {
  assert.throws(() => segmentTable(shop, [0, 0, 5], ["a"]), /customer 3 is in segment 5, of 1/);
  assert.throws(() => segmentTable(shop, [0], ["a"]), /1 segments for 3 customers/);
});
