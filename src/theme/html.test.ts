import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { escapeHtml } from "./html";

test("any text comes back as text, in an element and in an attribute", () => {
  const text = fc.string({
    unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "/", "!", "-", "고"),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (given) => {
      const { document } = parseHTML(
        `<html><body><p title="${escapeHtml(given)}">${escapeHtml(given)}</p></body></html>`,
      );
      const p = document.querySelector("p")!;
      assert.equal(p.children.length, 0);
      assert.equal(p.textContent, given);
      assert.equal(p.getAttribute("title"), given);
    }),
    { seed: 1 },
  );
});

test("control characters that XML forbids are replaced", () => {
  assert.equal(escapeHtml("a\u0000b\u001fc\nd"), "a\ufffdb\ufffdc\nd");
});
