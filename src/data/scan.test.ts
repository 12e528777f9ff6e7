import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { scanFile } from "./scan";
import { withFolder } from "./testing";

const BLOCK = 1 << 20;

async function scan(content: Buffer) {
  return withFolder(async (folder) => {
    const path = join(folder, "file");
    await writeFile(path, content);
    return scanFile(path);
  });
}

test("one pass tells digest, size, first line and end", async () => {
  const content = Buffer.from('a,b\r\n"x",\u00a3\n', "latin1");
  assert.deepEqual(await scan(content), {
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    header: "a,b",
    hasNul: false,
    endsWithLineBreak: true,
    hasForeign: false,
    isUtf8: false,
  });
});

test("signs are found also where two blocks meet", async () => {
  const content = Buffer.alloc(BLOCK + 10, "a");
  content.set([0xc2, 0xa3], BLOCK - 1);
  const found = await scan(content);
  assert.equal(found.sha256, createHash("sha256").update(content).digest("hex"));
  assert.deepEqual([found.hasForeign, found.endsWithLineBreak], [true, false]);
});

test("a NUL byte and an empty file are told", async () => {
  assert.equal((await scan(Buffer.from("a\0"))).hasNul, true);
  const empty = await scan(Buffer.alloc(0));
  assert.deepEqual([empty.bytes, empty.header, empty.endsWithLineBreak], [0, "", false]);
});

test("letters of UTF-8 and Windows-1252 are foreign, those of ISO-8859-1 are not", async () => {
  const foreign = async (content: Buffer) => (await scan(content)).hasForeign;
  for (const text of ["£", "é", "“", "€", "고객", "Ж", "😀"]) {
    assert.equal(await foreign(Buffer.from(`a ${text} b`, "utf8")), true, text);
  }
  assert.equal(await foreign(Buffer.from([0x61, 0x80])), true, "the euro of Windows-1252");
  for (const text of ["£5", "CAFÉ®", "« café\u00a0»", "ÀÉÎÕÜ ß½¼", "naïve"]) {
    assert.equal(await foreign(Buffer.from(text, "latin1")), false, text);
  }
});

test("UTF-8 is told from all else, also where a letter lies across two blocks or is cut off", async () => {
  const isUtf8 = async (content: Buffer) => (await scan(content)).isUtf8;
  for (const text of ["plain", "고객ID,거래ID\n", "😀"])
    assert.equal(await isUtf8(Buffer.from(text)), true, text);
  assert.equal(await isUtf8(Buffer.from("caf\u00e9", "latin1")), false);
  const korean = Buffer.from("고");
  const across = Buffer.alloc(BLOCK * 2 + 5, "a");
  across.set(korean, BLOCK - 1);
  assert.equal(await isUtf8(across), true);
  assert.equal(await isUtf8(across.subarray(0, BLOCK + 1)), false, "cut off within a letter");
  across.fill("a", BLOCK);
  assert.equal(await isUtf8(across), false, "only the letter's first byte, then ASCII");
});
