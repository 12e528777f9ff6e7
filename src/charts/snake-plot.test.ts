import assert from "node:assert/strict";
import { test } from "node:test";
import { snakePlot } from "./snake-plot";

const names = ["Recency", "Orders", "Items", "Length"];
const rows = [-1, 0, 2, 1].map((mean, i) => ({ cluster: "Gold", variable: names[i]!, mean }));

test("the points of a line stand where their means say", () => {
  const { wide, alt } = snakePlot(rows, { title: "t" });
  const xs = [...wide.matchAll(/<path d="M([\d.]+),[^"]*" fill="[^"]*" stroke="[^"]*"><title>/g)].map(
    ([, x]) => Number(x),
  );
  assert.equal(xs.length, 4);
  const unit = xs[1]! - xs[0]!;
  assert.ok(Math.abs(xs[2]! - xs[1]! - 2 * unit) < 0.02 && Math.abs(xs[3]! - xs[1]! - unit) < 0.02);
  assert.equal(alt, "Farthest from zero: Gold, Items (2).");
});

test("intervals are drawn and told where the rows have them", () => {
  const { data, wide } = snakePlot([{ cluster: "a", variable: "b", mean: 1, low: 0.5, high: 1.5 }], {
    title: "t",
  });
  assert.deepEqual(data.columns, ["Cluster", "Variable", "Mean", "From", "To"]);
  assert.match(wide, /stroke-width="2.5"/);
});

test("nine clusters are too many for colours", () => {
  const many = Array.from({ length: 9 }, (_v, i) => ({ cluster: `c${i}`, variable: "v", mean: i }));
  assert.throws(() => snakePlot(many, { title: "t" }), /9 series are too many/);
});
