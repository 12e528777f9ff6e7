import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { withLock } from "./lock";
import { withFolder } from "./testing";

const held = (pid: string) => new Error(`held by ${pid}`);

test("a lock keeps others out while the work goes on, and is gone afterwards", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "lock");
    const answer = await withLock(path, held, async () => {
      await assert.rejects(
        withLock(path, held, async () => 1),
        new RegExp(`held by ${process.pid}`),
      );
      return 42;
    });
    assert.equal(answer, 42);
    await assert.rejects(
      withLock(path, held, () => Promise.reject(new Error("broken"))),
      /broken/,
    );
    assert.deepEqual(await readdir(folder), []);
  });
});

test("the lock of a process that is no more is taken over; one without an id is not", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "lock");
    const { pid } = spawnSync(process.execPath, ["--eval", ""]);
    await writeFile(path, String(pid));
    assert.equal(await withLock(path, held, async () => "mine"), "mine");
    await writeFile(path, "");
    await assert.rejects(
      withLock(path, held, async () => 1),
      /held by/,
    );
  });
});
