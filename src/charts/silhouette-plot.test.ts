import assert from "node:assert/strict";
import { test } from "node:test";
import { uniform } from "./drawing/testing-text";
import { silhouettePlot } from "./silhouette-plot";

const options = { title: "t" };

test("means, sizes and shares below zero are those of the values", () => {
  const { data, alt } = silhouettePlot({ values: [0.6, -0.2, 0.5, 0.1], labels: [0, 0, 1, 1] }, options);
  assert.deepEqual(data.rows, [
    ["Cluster 1", 2, (0.6 + -0.2) / 2, 0.5, -0.2, 0.6],
    ["Cluster 2", 2, 0.3, 0, 0.1, 0.5],
  ]);
  assert.equal(alt, "Mean silhouette 0.250 in 2 clusters; lowest in Cluster 1 (0.200).");
});

test("many customers are one outline of at most 150 steps a cluster", () => {
  const values = uniform(20_000, 3);
  const { wide } = silhouettePlot({ values, labels: values.map((v) => (v < 0.4 ? 0 : 1)) }, options);
  const outlines = [...wide.matchAll(/<path d="([^"]*Z)" fill="var\(--sb-s\d/g)].map(([, d]) => d!);
  assert.equal(outlines.length, 2);
  for (const d of outlines) assert.equal(d.match(/V/g)!.length, 150);
  assert.ok(wide.length < 20_000, String(wide.length));
});

test("sizes of all customers stand for those of a sample", () => {
  const { data } = silhouettePlot({ values: [0.1, 0.2], labels: [0, 1] }, { title: "t", sizes: [900, 100] });
  assert.deepEqual(
    data.rows.map((row) => row[1]),
    [900, 100],
  );
});

test("what is no silhouette or no label is refused with its row", () => {
  assert.throws(() => silhouettePlot({ values: [0, 1.5], labels: [0, 0] }, options), /Row 2: .* 1\.5/);
  assert.throws(() => silhouettePlot({ values: [Number.NaN], labels: [0] }, options), /Row 1: .* NaN/);
  assert.throws(() => silhouettePlot({ values: [0], labels: [-1] }, options), /Row 1: -1 is no cluster/);
  assert.throws(() => silhouettePlot({ values: [0], labels: [] }, options), /1 silhouettes and 0 labels/);
});

test("more than eight clusters are drawn, each below its name", () => {
  const labels = Array.from({ length: 10 }, (_v, i) => i);
  const { wide } = silhouettePlot({ values: labels.map(() => 0.5), labels }, options);
  for (const label of labels) assert.ok(wide.includes(`>Cluster ${label + 1} ·`));
});
