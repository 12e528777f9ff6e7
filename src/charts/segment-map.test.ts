import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentMap } from "./segment-map";

const block = (name: string, recency: [number, number], frequency: [number, number]) => ({
  name,
  recency,
  frequency,
  n: 10,
});

test("a block's rectangle covers its whole cells, less a pixel at each side", () => {
  const { wide } = segmentMap([block("A", [1, 5], [1, 1]), block("B", [2, 3], [2, 5])], { title: "t" });
  const sizes = [...wide.matchAll(/<rect [^>]*rx="3"[^>]*>/g)].map(([rect]) =>
    ["width", "height"].map((side) => Number(new RegExp(`\\s${side}="([\\d.]+)"`).exec(rect)![1]) + 2),
  );
  const [[w, h], [w2, h2]] = sizes as [[number, number], [number, number]];
  assert.ok(Math.abs(w2 - (w * 2) / 5) < 0.02 && Math.abs(h2 - h * 4) < 0.02);
});

test("blocks that overlap or leave the map are refused by name", () => {
  assert.throws(
    () => segmentMap([block("A", [1, 2], [1, 2]), block("B", [2, 3], [2, 3])], { title: "t" }),
    /"A" and "B" both hold recency 2, frequency 2/,
  );
  assert.throws(() => segmentMap([block("A", [0, 2], [1, 1])], { title: "t" }), /"A" spans scores 0 to 2/);
  assert.throws(() => segmentMap([block("A", [3, 2], [1, 1])], { title: "t" }), /"A" spans scores 3 to 2/);
});
