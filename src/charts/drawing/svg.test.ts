import assert from "node:assert/strict";
import { test } from "node:test";
import { box, through, words } from "./svg";

test("text is escaped, and its lines stand below each other", () => {
  const svg = words(4, 16, "a <b>\n& c", { size: 11 });
  assert.ok(svg.includes('<tspan x="4" dy="0">a &lt;b&gt;</tspan><tspan x="4" dy="13">&amp; c</tspan>'));
});

test("a box has no negative width, and its title is escaped", () => {
  assert.equal(
    box(1, 2, -3, 4, "x", "<i>"),
    '<rect x="1" y="2" width="0" height="4" fill="x"><title>&lt;i&gt;</title></rect>',
  );
});

test("a path runs through its points to a hundredth of a pixel", () => {
  assert.equal(
    through([
      [0, 1 / 3],
      [10, 2],
    ]),
    "M0,0.33L10,2",
  );
});
