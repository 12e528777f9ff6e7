import assert from "node:assert/strict";
import { test } from "node:test";
import { elbowChart } from "./elbow-chart";

const rows = [2, 3, 4].map((k) => ({ criterion: "Inertia", k, value: 12 / k }));

test("the marked points are in the drawing and in its words", () => {
  const marks = [{ criterion: "Inertia", k: 3, text: "knee" }];
  const { alt, wide, narrow } = elbowChart(rows, { title: "t", marks });
  assert.equal(alt, "Inertia for k from 2 to 4; Inertia: knee at k = 3.");
  for (const svg of [wide, narrow]) assert.ok(svg.includes(">knee, k = 3<"));
});

test("intervals are in the data table where there are any", () => {
  assert.equal(elbowChart(rows, { title: "t" }).data.columns.length, 3);
  const gap = [{ criterion: "Gap", k: 2, value: 0.5, low: 0.4, high: 0.6 }];
  const { data, wide } = elbowChart(gap, { title: "t", intervals: "±1 standard error" });
  assert.deepEqual(data.rows, [["Gap", 2, 0.5, 0.4, 0.6]]);
  assert.ok(wide.includes("bars: ±1 standard error"));
});

test("a mark without a row, a k that stands twice and a turned interval are refused", () => {
  const marks = [{ criterion: "Inertia", k: 9, text: "knee" }];
  assert.throws(() => elbowChart(rows, { title: "t", marks }), /"knee" is at "Inertia", k = 9/);
  assert.throws(
    () => elbowChart([...rows, rows[0]!], { title: "t" }),
    /"Inertia, k = 2" stands in rows 1 and 4/,
  );
  assert.throws(
    () => elbowChart([{ criterion: "g", k: 2, value: 1, low: 2, high: 1 }], { title: "t" }),
    /Row 1: the interval from 2 to 1/,
  );
});
