import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { writeAtomically } from "./atomic";
import { withFolder } from "./testing";

test("a file appears whole under its name, in a folder made for it", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "deep", "file");
    await writeAtomically(path, (temporary) => writeFile(temporary, "whole"));
    assert.equal(await readFile(path, "utf8"), "whole");
    assert.deepEqual(await readdir(join(folder, "deep")), ["file"]);
  });
});

test("when writing fails, the old file stays and nothing else is left", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "file");
    await writeFile(path, "old");
    const failing = writeAtomically(path, async (temporary) => {
      await writeFile(temporary, "half");
      throw new Error("disk full");
    });
    await assert.rejects(failing, /disk full/);
    assert.equal(await readFile(path, "utf8"), "old");
    assert.deepEqual(await readdir(folder), ["file"]);
  });
});
