import assert from "node:assert/strict";
import { test } from "node:test";
import { heatPanels } from "./heat-panels";

const rows = ["VIP", "Lost"].flatMap((grade, g) =>
  ["Mon", "Tue"].flatMap((day, d) =>
    Array.from({ length: 24 }, (_v, hour) => ({ grade, day, hour, n: (g + 1) * (hour + d) })),
  ),
);
const options = {
  title: "t",
  panel: "grade",
  x: "hour",
  y: "day",
  value: "n",
  valueTitle: "Orders",
} as const;

test("all panels have one scale of colour, and a path a colour", () => {
  const { wide } = heatPanels(rows, options);
  const panels = wide.split(">Lost<");
  const darkest = (svg: string) => svg.includes('Z" fill="var(--sb-q9');
  assert.deepEqual(panels.map(darkest), [false, true]);
  assert.ok(wide.match(/<path /g)!.length <= 18);
});

test("the highest cell of each panel is told with the name of its axis", () => {
  assert.equal(
    heatPanels(rows, { ...options, xTitle: "Hour of the day", format: "count" }).alt,
    "Highest cells: VIP Tue, hour of the day 23 (24); Lost Tue, hour of the day 23 (48).",
  );
});

test("a cell that stands twice in a panel is refused", () => {
  assert.throws(() => heatPanels([...rows, rows[1]!], options), /"VIP, 1 × Mon" stands in rows 2 and 97/);
});
