import assert from "node:assert/strict";
import { test } from "node:test";
import { uniform } from "./drawing/testing-text";
import { planePlot } from "./plane-plot";

test("centres are named at the means of their clusters, and axes tell the variance", () => {
  const rows = [
    { x: 0, y: 0, cluster: "a" },
    { x: 2, y: 4, cluster: "a" },
    { x: 4, y: 4, cluster: "b" },
  ];
  const { wide } = planePlot(rows, { title: "t", explained: [0.62, 0.21] });
  assert.ok(wide.includes("Component 1 (62.0\u00a0% of the variance)"));
  const centres = [...wide.matchAll(/d="M([\d.]+),([\d.]+)h12M/g)].map(([, x, y]) => [
    Number(x) + 6,
    Number(y),
  ]);
  // Each cross is drawn twice, first with a border of paper.
  const [a, b] = [centres[0]!, centres[2]!];
  const corner = /<path d="M([\d.]+),([\d.]+)a3/.exec(wide)!.slice(1).map(Number);
  const origin = [corner[0]! + 3, corner[1]!];
  assert.ok(Math.abs((b[0]! - origin[0]!) / (a[0]! - origin[0]!) - 4) < 0.01);
  assert.ok(Math.abs((origin[1]! - b[1]!) / (origin[1]! - a[1]!) - 2) < 0.01);
});

test("names of centres do not lie on each other", () => {
  const rows = uniform(80, 5).map((x, i) => ({ x, y: x, cluster: `Cluster ${i % 8}` }));
  const { narrow } = planePlot(rows, { title: "t", explained: [0.6, 0.2] });
  const names = [...narrow.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*font-weight="600"/g)].map(
    ([, x, y]) => [Number(x), Number(y)],
  );
  assert.equal(names.length, 8);
  for (const [i, [x, y]] of names.entries()) {
    for (const [ox, oy] of names.slice(0, i) as [number, number][]) {
      assert.ok(Math.abs(y! - oy) >= 12 || Math.abs(x! - ox) > 60, `${x},${y} on ${ox},${oy}`);
    }
  }
});

test("a share of variance beyond 1 is refused", () => {
  assert.throws(() => planePlot([], { title: "t", explained: [62, 21] }), /variance of 62/);
});
