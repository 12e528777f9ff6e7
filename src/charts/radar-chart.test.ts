import assert from "node:assert/strict";
import { test } from "node:test";
import { radarChart } from "./radar-chart";

const names = ["Recency", "Orders", "Items", "Length"];
const rows = [-1, 0, 2, 1].map((mean, i) => ({ cluster: "Gold", variable: names[i]!, mean }));

test("the corners of a web stand as far out as their means say", () => {
  const { wide } = radarChart(rows, { title: "t" });
  const corners = [...wide.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  // Four spokes: up, right, down, left; the least ring, −1, is the middle.
  const [[cx, cy], right, down, left] = corners as [[number, number], number[], number[], number[]];
  const reach = [right[0]! - cx, down[1]! - cy, cx - left[0]!];
  assert.ok(reach[0]! > 10);
  assert.ok(Math.abs(reach[1]! / reach[0]! - 3) < 0.01);
  assert.ok(Math.abs(reach[2]! / reach[0]! - 2) < 0.01);
});

test("more clusters than colours are drawn, each below its name", () => {
  const many = Array.from({ length: 9 }, (_v, i) => ({ cluster: `c${i}`, variable: "v", mean: i }));
  const { wide } = radarChart(many, { title: "t" });
  for (const { cluster } of many) assert.ok(wide.includes(`>${cluster}<`));
});
