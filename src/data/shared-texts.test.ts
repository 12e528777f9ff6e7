import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SharedTexts } from "./shared-texts";

/** Reads each text out of one buffer that holds them end to end. */
function readAll(shared: SharedTexts, texts: readonly string[]): string[] {
  const bytes = Buffer.from(texts.join(""), "utf8");
  let from = 0;
  return texts.map((text) => {
    const to = from + Buffer.byteLength(text);
    const read = shared.text(bytes, from, to);
    from = to;
    return read;
  });
}

test("every text is read as it is, however often it comes", () => {
  const few = fc.string({ unit: fc.constantFrom("a", "b", "é", "한", "😀", "\0", "\ufeff"), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.oneof(few, fc.string({ unit: "grapheme" }))), (texts) => {
      assert.deepEqual(readAll(new SharedTexts(), texts), texts);
    }),
  );
});

test("thousands of texts are told apart while the table grows", () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `PRODUCT ${i % 9_000}`);
  assert.deepEqual(readAll(new SharedTexts(), texts), texts);
});

test("texts of equal hash are told apart", () => {
  // Found by trying: their hashes are equal.
  const texts = ["RED TOY COOXFN", "RED TOY GEUAIB"];
  assert.deepEqual(readAll(new SharedTexts(), [...texts, ...texts]), [...texts, ...texts]);
});

test("beyond what is remembered, texts are still read right", () => {
  const long = (i: number) => `${i} ${"x".repeat(100_000)}`;
  const texts = Array.from({ length: 60 }, (_, i) => long(i % 50));
  assert.deepEqual(readAll(new SharedTexts(), texts), texts);
});
