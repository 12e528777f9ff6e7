import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { stampOf } from "./stamp";

test("an edit changes the stamp, though size and time of the file stay; no file has an empty one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stamp "));
  const file = join(folder, "a.ts");
  assert.equal(stampOf(file), "");
  writeFileSync(file, "const a = 1;");
  const before = stampOf(file);
  const { atime, mtime } = statSync(file);
  utimesSync(file, atime, mtime);
  const set = stampOf(file);
  await sleep(20); // the clock of a file system may go in steps of 10 ms
  writeFileSync(file, "const a = 2;");
  utimesSync(file, atime, mtime);
  assert.notEqual(stampOf(file), before);
  assert.notEqual(stampOf(file), set);
  rmSync(folder, { recursive: true });
});
