import assert from "node:assert/strict";
import { test } from "node:test";
import { compose, inPanels } from "./compose";

const panel = (title?: string) => ({
  svg: '<svg width="100" height="50"><g/></svg>',
  width: 100,
  height: 50,
  title,
});
const places = (svg: string) => [
  ...svg.matchAll(/<g transform="translate\(([\d.]+),([\d.]+)\)"><(?:text|g transform="translate\(0,0\))/g),
];

test("panels stand in rows and columns, each row below its titles", () => {
  const svg = compose([panel("a"), panel("b"), panel("c")], 2, 220);
  assert.deepEqual(
    places(svg).map(([, x, y]) => [Number(x), Number(y)]),
    [
      [0, 0],
      [120, 0],
      [0, 84],
    ],
  );
  assert.match(svg, /^<svg width="220" height="168">/);
});

test("panels without titles keep no room for them, and may stand where they say", () => {
  const svg = compose([panel(), { ...panel(), left: 110 }], 2, 220, 30);
  assert.deepEqual(
    places(svg).map(([, x, y]) => [Number(x), Number(y)]),
    [
      [0, 30],
      [110, 30],
    ],
  );
  assert.match(svg, /height="90">/);
});

test("a title is text, cut to its panel", () => {
  const svg = compose([panel("<b> and a title that is far too long")], 1, 100);
  assert.match(svg, />&lt;b&gt; an[^<]*…<\/text>/);
});

test("the words of many panels are those of the first three, and how many there are more", () => {
  const words = Array.from({ length: 9 }, (_v, i) => `panel ${i + 1}`);
  assert.equal(inPanels(words.slice(0, 2)), "panel 1; panel 2.");
  assert.equal(inPanels(words), "panel 1; panel 2; panel 3; and 6 panels more.");
});
