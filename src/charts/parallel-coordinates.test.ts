import assert from "node:assert/strict";
import { test } from "node:test";
import { parallelCoordinates } from "./parallel-coordinates";

const rows = [
  { cluster: "Gold", variable: "Orders", q1: 40, median: 57, q3: 80 },
  { cluster: "Bronze", variable: "Orders", q1: 0, median: 9, q3: 12 },
];

test("an axis runs from the least lower to the greatest upper quartile, and medians stand on it", () => {
  const { wide, alt } = parallelCoordinates(rows, { title: "t" });
  assert.ok(wide.includes(">80<") && wide.includes(">0<"));
  const ys = [...wide.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  // The axis is 120 pixels high from y = 142 up.
  assert.deepEqual(ys, [142 - (57 / 80) * 120, 142 - (9 / 80) * 120]);
  assert.equal(alt, "Highest medians: Orders in Gold.");
});

test("quartiles that do not rise are refused with their row", () => {
  assert.throws(
    () => parallelCoordinates([rows[0]!, { ...rows[1]!, median: 13 }], { title: "t" }),
    /Row 2 \(Bronze, Orders\): quartiles 0, 13, 12 do not rise/,
  );
});
