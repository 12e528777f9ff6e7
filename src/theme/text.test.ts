import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fullTexts, inSentence, shorten, textWidth, truncate, wrap } from "./text";

test("widths are those of DejaVu Sans", () => {
  // From the font's hmtx table: W 0.99, i 0.28, blank 0.32 em.
  assert.ok(Math.abs(textWidth("Wi i", 100) - (99 + 28 + 32 + 28)) < 1e-9);
  assert.equal(textWidth("고객", 12), 24);
});

const words = fc.string({ unit: fc.constantFrom("a", "W", " ", "고", "é", "😀"), maxLength: 60 });

test("a truncated text fits, and is whole where the whole fits", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 300 }), (text, width) => {
      const cut = truncate(text, 12, width);
      assert.ok(textWidth(cut, 12) <= width);
      assert.equal(cut === text, textWidth(text, 12) <= width);
    }),
    { seed: 1 },
  );
});

test("shortened labels stay distinct", () => {
  fc.assert(
    fc.property(fc.uniqueArray(words, { maxLength: 12 }), (labels) => {
      assert.equal(new Set(shorten(labels, 12, 60)).size, labels.length);
    }),
    { seed: 1 },
  );
  assert.deepEqual(shorten(["abcdefghij 1", "abcdefghij 2"], 12, 60), ["abcdef…", "abc… (2)"]);
});

test("wrapped lines fit, are few enough, and lose no word while there is room", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), (text, lines) => {
      const wrapped = wrap(text, 12, 90, lines);
      assert.ok(wrapped.length <= lines && wrapped.every((line) => textWidth(line, 12) <= 90));
    }),
    { seed: 1 },
  );
  assert.deepEqual(wrap("one order cancelled twelve minutes later", 12, 110, 3), [
    "one order",
    "cancelled twelve",
    "minutes later",
  ]);
});

test("a number and its unit are not parted", () => {
  assert.deepEqual(wrap("confidence 13\u00a0%", 12, 85), ["confidence", "13\u00a0%"]);
});

test("labels may be broken into lines, and stay distinct and within their width", () => {
  fc.assert(
    fc.property(fc.uniqueArray(words, { maxLength: 8 }), (labels) => {
      const shown = shorten(labels, 12, 60, 2);
      assert.equal(new Set(shown).size, labels.length);
      for (const text of shown.filter((text) => !/\(\d+\)$/.test(text))) {
        const lines = text.split("\n");
        assert.ok(lines.length <= 2 && lines.every((line) => textWidth(line, 12) <= 60), text);
      }
    }),
    { seed: 1 },
  );
  assert.deepEqual(shorten(["WHITE HANGING HEART"], 12, 110, 2), ["WHITE HANGING\nHEART"]);
});

test("the full text is kept of labels that were cut, not of those that were broken", () => {
  const labels = ["one two", "one two three four five"];
  assert.deepEqual([...fullTexts(labels, ["one\ntwo", "one\ntwo th…"])], [["one\ntwo th…", labels[1]]]);
});

test("a title loses its capital within a sentence, an abbreviation keeps its", () => {
  assert.deepEqual(["Hour of the day", "RFM score", "£", ""].map(inSentence), [
    "hour of the day",
    "RFM score",
    "£",
    "",
  ]);
});
