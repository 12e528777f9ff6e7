import assert from "node:assert/strict";
import { test } from "node:test";
import { numbered, withList } from "./numbered";

const entries = (text: string, n: number) => Array.from({ length: n }, () => ({ text }));
/** The distinct places at which lines of text begin. */
const starts = (svg: string) =>
  new Set([...svg.matchAll(/x="([\d.]+)"[^>]*text-anchor="start"/g)].map(([, x]) => x));

test("short texts stand in more columns than long ones, on phones, too", () => {
  assert.equal(starts(numbered(entries("0954", 12), 340).svg).size, 4);
  assert.equal(starts(numbered(entries("PINK REGENCY TEACUP AND SAUCER", 12), 340).svg).size, 1);
  assert.equal(starts(numbered(entries("PINK REGENCY TEACUP AND SAUCER", 12), 720).svg).size, 2);
  assert.ok(numbered(entries("0954", 12), 340).height < numbered(entries("0954", 24), 340).height);
});

test("a text that is cut is kept whole", () => {
  const long = "GARDENERS KNEELING PAD CUP OF TEA ".repeat(4).trim();
  assert.deepEqual([...numbered([{ text: long }], 340).full.values()], [long]);
  assert.equal(numbered([{ text: "TEACUP" }], 340).full.size, 0);
});

test("a list stands below its drawing, which grows by it", () => {
  const list = numbered(entries("a", 1), 340);
  assert.equal(list.height, 20);
  assert.match(
    withList('<svg width="340" height="100"></svg>', list),
    /^<svg width="340" height="126"><g transform="translate\(0,106\)">/,
  );
});
