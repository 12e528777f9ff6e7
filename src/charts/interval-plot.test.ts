import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { intervalPlot } from "./interval-plot";

const places = (svg: string) =>
  [...parseHTML(svg).document.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("cx")));
const rows = [1, 2, 4].map((value) => ({ label: `x${value}`, value, low: value / 2, high: value * 2 }));

test("points stand in proportion to their values, or to the logarithms", () => {
  for (const width of ["wide", "narrow"] as const) {
    const [a, b, c] = places(intervalPlot(rows, { title: "t", xTitle: "x" })[width]) as [
      number,
      number,
      number,
    ];
    assert.ok(Math.abs((c - b) / (b - a) - 2) < 0.01);
    const [d, e, f] = places(intervalPlot(rows, { title: "t", xTitle: "x", log: true })[width]) as [
      number,
      number,
      number,
    ];
    assert.ok(e > d && Math.abs((f - e) / (e - d) - 1) < 0.01);
  }
});

test("panels share their axis unless told otherwise", () => {
  const two = [rows[0]!, rows[2]!].map((row, i) => ({ ...row, label: "a", group: `g${i}` }));
  const [a, b] = places(intervalPlot(two, { title: "t", xTitle: "x" }).narrow) as [number, number];
  assert.ok(b > a);
  const [c, d] = places(intervalPlot(two, { title: "t", xTitle: "x", shared: false }).narrow) as [
    number,
    number,
  ];
  assert.equal(c, d);
});

test("the alternative text names highest and lowest, and how many intervals lie beyond a fixed value", () => {
  const { alt } = intervalPlot(rows, { title: "t", xTitle: "x", reference: { value: 1, label: "none" } });
  assert.equal(
    alt,
    "Highest: x4 (4.0, 2.0 to 8.0); lowest: x1 (1.0, 0.5 to 2.0). 1 of 3 intervals do not hold the reference (none).",
  );
});

test("on a phone a long rule keeps its right side, in as many lines as it takes", () => {
  const label = "Jul–Sep: JUMBO SHOPPER VINTAGE RED PAISLEY → JUMBO BAG VINTAGE DOILY";
  const { narrow } = intervalPlot([{ ...rows[0]!, label }], { title: "t", xTitle: "x" });
  const lines = [...parseHTML(narrow).document.querySelectorAll("text")].map((text) => text.textContent);
  assert.ok(lines.join(" ").includes("DOILY") && !lines.join(" ").includes("…"), lines.join(" | "));
});
