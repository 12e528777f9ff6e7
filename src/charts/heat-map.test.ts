import assert from "node:assert/strict";
import { test } from "node:test";
import { heatMap } from "./heat-map";

const hours = Array.from({ length: 15 }, (_v, i) => i + 6);
const rows = ["Mon", "Tue"].flatMap((day, d) =>
  hours.map((hour) => ({ day, hour, lines: 1000 * (d + 1) + hour })),
);
const options = { title: "t", x: "hour", y: "day", value: "lines", format: "count" } as const;

test("a wide map keeps its sides, a narrow one is turned so that its values fit", () => {
  const { wide, narrow } = heatMap(rows, options);
  for (const svg of [wide, narrow]) assert.ok(svg.includes(">2,020<"));
  const cell = (svg: string) =>
    Number(
      /<rect [^>]*?width="([\d.]+)"[^>]*><title>Mon|<rect [^>]*?width="([\d.]+)"[^>]*><title>6, Mon/
        .exec(svg)!
        .slice(1)
        .find(Boolean),
    );
  assert.ok(cell(narrow) > cell(wide) * 2);
  assert.ok(narrow.includes("<title>20, Tue: 2,020</title>"));
});

test("rows and columns keep the order asked for", () => {
  const { wide } = heatMap(rows, { ...options, yOrder: ["Tue", "Mon"] });
  assert.ok(wide.indexOf(">Tue<") < wide.indexOf(">Mon<"));
});

test("a cell that stands twice is refused with both rows", () => {
  assert.throws(() => heatMap([...rows, rows[3]!], options), /"9 × Mon" stands in rows 4 and 31/);
});

test("the alternative text names the axis of a bare number", () => {
  assert.equal(
    heatMap(rows, { ...options, xTitle: "Hour of the day", yTitle: "Weekday" }).alt,
    "Highest: 2,020 at Tue, hour of the day 20; lowest: 1,006 at Mon, hour of the day 6.",
  );
});
