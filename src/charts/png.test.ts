import assert from "node:assert/strict";
import { test } from "node:test";
import { toPng } from "./png";
import { cases } from "./testing-cases";

const chart = cases.find(({ name }) => name === "ledgerUsual")!();
const width = (png: Uint8Array) => Buffer.from(png).readUInt32BE(16);

test("a PNG is twice as wide as its drawing, and its text is drawn", () => {
  const png = toPng(chart);
  assert.deepEqual([...png.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.equal(width(png), 1440);
  assert.equal(width(toPng(chart, { narrow: true })), 680);
  const silent = toPng({ ...chart, wide: chart.wide.replace(/<text.*?<\/text>/g, "") });
  assert.notDeepEqual(png, silent);
});

test("the dark theme is another picture, the same call the same", () => {
  assert.notDeepEqual(toPng(chart, { theme: "dark" }), toPng(chart));
  assert.deepEqual(toPng(chart), toPng(chart));
});
