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
    quotesBalanced: true,
    endsWithLineBreak: true,
    utf8Line: null,
  });
});

test("signs are found also where two blocks meet", async () => {
  const content = Buffer.alloc(BLOCK + 10, "a");
  content[5] = 0x0a;
  content.set([0xc2, 0xa3], BLOCK - 1);
  content[BLOCK + 5] = 0x22;
  const found = await scan(content);
  assert.equal(found.sha256, createHash("sha256").update(content).digest("hex"));
  assert.deepEqual([found.utf8Line, found.quotesBalanced, found.endsWithLineBreak], [2, false, false]);
});

test("a NUL byte and an empty file are told", async () => {
  assert.equal((await scan(Buffer.from("a\0"))).hasNul, true);
  const empty = await scan(Buffer.alloc(0));
  assert.deepEqual([empty.bytes, empty.header, empty.endsWithLineBreak], [0, "", false]);
});
