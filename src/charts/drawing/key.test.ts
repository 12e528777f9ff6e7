import assert from "node:assert/strict";
import { test } from "node:test";
import { textWidth } from "../../theme/text";
import { seriesKey, withFoot, withKey } from "./key";

const entries = ["one", "two", "three"].map((name, i) => ({ name, colour: `#00000${i}` }));

test("names stand beside each other while there is room, each with its own symbol", () => {
  const wide = seriesKey(entries, 720);
  assert.equal(wide.height, 22);
  assert.equal(new Set([...wide.svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d)).size, 3);
  assert.equal(seriesKey(entries, 80).height, 62);
  assert.equal(seriesKey([], 720).height, 0);
});

test("a name is text", () => {
  assert.ok(seriesKey([{ name: "<b>", colour: "#000000" }], 720).svg.includes(">&lt;b&gt;</text>"));
});

test("a foot makes its drawing higher by its lines, and is text", () => {
  const drawn = withFoot('<svg width="9" height="50"><g/></svg>', ["<b>", "two"], 99, "remark");
  assert.equal(Number(/height="(\d+)"/.exec(drawn)![1]), 50 + 18 + 2 * 15 - 6);
  assert.ok(drawn.includes(">&lt;b&gt;</text>") && drawn.endsWith("</svg>"));
  assert.equal(withFoot("<svg/>", [], 9, "title"), "<svg/>");
});

test("what is put on top is the last within the drawing, dollars and all", () => {
  assert.equal(withKey("<svg><g/></svg>", "<text>$&</text>"), "<svg><g/><text>$&</text></svg>");
});

test("a title that is wider than the drawing is broken into lines within it", () => {
  const title = "Share of the customers in a published grade, coloured by their corrected grade";
  const svg = withFoot('<svg width="340" height="100"></svg>', [title], 340, "title");
  const lines = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, line]) => line!);
  assert.equal(lines.join(" "), title);
  assert.ok(lines.length > 1 && lines.every((line) => textWidth(line, 12) <= 340));
  assert.match(svg, /height="130"/);
});
