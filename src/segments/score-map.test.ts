import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, standardMap } from "./score-map";

const scores = (...cells: [number, number][]) => ({
  recency: Uint8Array.from(cells, ([r]) => r),
  frequency: Uint8Array.from(cells, ([, f]) => f),
});
const names = (...cells: [number, number][]) =>
  [...blockOf(scores(...cells), standardMap)].map((b) => standardMap[b]?.name);

test("the standard map names its corners and its middle as the convention does", () => {
  assert.deepEqual(names([5, 5], [5, 1], [1, 5], [1, 1], [3, 3]), [
    "Champions",
    "New customers",
    "Cannot lose them",
    "Hibernating",
    "Need attention",
  ]);
  assert.deepEqual(names([4, 3], [3, 4], [4, 1], [3, 1], [2, 3]), [
    "Potential loyalists",
    "Loyal customers",
    "Promising",
    "About to sleep",
    "At risk",
  ]);
});

test("a map with a gap or an overlap is refused, and the message names the cell", () => {
  assert.throws(
    () => blockOf(scores([1, 1]), standardMap.slice(1)),
    /no segment covers recency score 5 with frequency score 4/,
  );
  const twice = [...standardMap, { name: "Others", recency: [1, 5], frequency: [3, 3] } as const];
  assert.throws(
    () => blockOf(scores([1, 1]), twice),
    /"At risk" and "Others" both claim recency score 1 with frequency score 3/,
  );
});

test("scores outside 1 to 5 are refused", () => {
  assert.throws(() => blockOf(scores([5, 5], [6, 1]), standardMap), /index 1/);
});
