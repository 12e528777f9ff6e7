import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { spillFolder } from "./spill";
import { withFolder } from "./testing";

test("only folders of dead processes that were quiet for an hour are removed", async () => {
  await withFolder(async (parent) => {
    const dead = spawnSync(process.execPath, ["--eval", ""]).pid;
    const make = (pid: number, minutesAgo: number) => {
      const name = `segmentbook-spill-${pid}-${randomUUID()}`;
      mkdirSync(join(parent, name));
      writeFileSync(join(parent, name, "duckdb_temp_storage-0.tmp"), "x");
      const time = Date.now() / 1000 - 60 * minutesAgo;
      utimesSync(join(parent, name), time, time);
      return name;
    };
    const kept = [make(process.pid, 300), make(dead, 5)];
    make(dead, 300);
    mkdirSync(join(parent, "segmentbook-kernel-abc"));
    const folder = spillFolder(parent);
    assert.match(folder, new RegExp(`segmentbook-spill-${process.pid}-[0-9a-f-]{36}$`));
    assert.deepEqual(readdirSync(parent).sort(), [...kept, "segmentbook-kernel-abc"].sort());
    assert.notEqual(spillFolder(parent), folder);
  });
  assert.match(spillFolder("/no/such/folder"), /^\/no\/such\/folder\/segmentbook-spill-/);
});
