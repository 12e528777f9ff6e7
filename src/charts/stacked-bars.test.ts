import assert from "node:assert/strict";
import { test } from "node:test";
import { stackedBars } from "./stacked-bars";

const rows = [
  { cluster: "1", segment: "VIP", n: 30 },
  { cluster: "1", segment: "New", n: 10 },
  { cluster: "2", segment: "VIP", n: 1 },
];
const options = {
  title: "t",
  category: "cluster",
  series: "segment",
  value: "n",
  valueTitle: "Share",
} as const;
const widthsOf = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*?width="([\d.]+)"[^>]*><title>/g)].map(([, w]) => Number(w) + 1);

test("bars of shares are equally long, their parts as long as their shares", () => {
  const { wide, data } = stackedBars(rows, options);
  const [a, b, c] = widthsOf(wide) as [number, number, number];
  assert.ok(Math.abs(a / b - 3) < 0.01 && Math.abs(a + b - c) < 0.02);
  assert.deepEqual(
    data.rows.map((row) => row[3]),
    [0.75, 0.25, 1],
  );
});

test("bars of sizes are as long as their sizes", () => {
  const [a, , c] = widthsOf(stackedBars(rows, { ...options, share: false }).wide) as [number, number, number];
  assert.ok(Math.abs(a / c - 30) < 0.1);
});

test("negative parts, parts that stand twice and more than eight series are refused", () => {
  assert.throws(() => stackedBars([{ ...rows[0]!, n: -1 }], options), /Row 1, column "n": -1 is negative/);
  assert.throws(() => stackedBars([rows[0]!, rows[0]!], options), /"1 \/ VIP" stands in rows 1 and 2/);
  const many = Array.from({ length: 9 }, (_v, i) => ({ cluster: "1", segment: `s${i}`, n: 1 }));
  assert.throws(() => stackedBars(many, options), /9 series are too many/);
});
