import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { requireFolder, writeAtomic } from "./write";

test("a file is written whole, folders on the way are made, nothing else is left", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook "));
  t.after(() => rmSync(folder, { recursive: true }));
  writeAtomic(join(folder, "a", "b.txt"), "one");
  writeAtomic(join(folder, "a", "b.txt"), "two");
  assert.equal(readFileSync(join(folder, "a", "b.txt"), "utf8"), "two");
  assert.deepEqual(readdirSync(join(folder, "a")), ["b.txt"]);
});

test("a write that fails leaves no temporary file and what was there before", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-"));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "taken", "inside"), { recursive: true });
  assert.throws(() => writeAtomic(join(folder, "taken"), "text"));
  assert.deepEqual(readdirSync(folder), ["taken"]);
  assert.deepEqual(readdirSync(join(folder, "taken")), ["inside"]);
});

test("a folder is made where there is none, and refused where it is a file", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-"));
  t.after(() => rmSync(folder, { recursive: true }));
  requireFolder(join(folder, "a", "b"));
  assert.ok(existsSync(join(folder, "a", "b")));
  writeFileSync(join(folder, "file"), "");
  assert.throws(() => requireFolder(join(folder, "file")), /cannot be written into ".*file": it is a file\./);
  assert.throws(() => requireFolder(join(folder, "file", "inside")), /ENOTDIR/);
});
