import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { headingIds, orderHeadings } from "./headings";

test("no two headings share an id, whatever their texts", () => {
  const text = fc.constantFrom("a", "a 2", "a-2", "A!", "", "?", "가격", "2", "a 3");
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const ids = texts.map(headingIds());
      assert.equal(new Set(ids).size, ids.length, ids.join(" "));
    }),
  );
});

test("ids keep letters of every script", () => {
  assert.equal(headingIds()("가격 & Größe"), "s-가격-größe");
});

test("no heading is more than one deeper than the one before, and only the first is of level one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (levels) => {
      const html = orderHeadings(levels.map((level) => `<h${level} id="x">t</h${level}>`).join(""));
      const mended = [...html.matchAll(/<h([1-6]) id="x">t<\/h\1>/g)].map((match) => Number(match[1]));
      assert.equal(mended.length, levels.length);
      assert.deepEqual(
        mended.map((level, index) => level === 1 && index > 0),
        levels.map(() => false),
      );
      for (const [index, level] of mended.entries()) assert.ok(level <= (mended[index - 1] ?? 0) + 1);
    }),
  );
});

test("headings in good order, and other elements, stay as they are", () => {
  const html = "<header><h1>a</h1></header><hr><h2>b</h2><h3>c</h3><h2>d</h2>";
  assert.equal(orderHeadings(html), html);
});
