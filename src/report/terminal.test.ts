import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldCarriageReturns, stripAnsi } from "./terminal";

test("colours, cursor moves and titles are taken out, text stays", () => {
  assert.equal(stripAnsi("\u001b[1;31mred\u001b[0m\u001b[2K \u001b]0;title\u0007blue\u001bM"), "red blue");
});

test("text without escapes stays as it is", () => {
  fc.assert(fc.property(fc.string(), (text) => text.includes("\u001b") || stripAnsi(text) === text));
});

test("a carriage return overwrites the line from its start, as far as the new text goes", () => {
  assert.equal(foldCarriageReturns("a\n 10 %\r100 %\nb"), "a\n100 %\nb");
  assert.equal(foldCarriageReturns("long line\rnew"), "newg line");
  assert.equal(foldCarriageReturns("windows\r\nline\r\r\n"), "windows\nline\n");
  assert.equal(foldCarriageReturns("ab\b\bc"), "cb");
});

test("folded text holds no carriage return and as many lines as before", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", "\r", "\n", "\b") }), (text) => {
      const folded = foldCarriageReturns(text);
      assert.ok(!/[\r\b]/.test(folded));
      assert.equal(folded.split("\n").length, text.split("\n").length);
    }),
  );
});
