import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { dataDir, findRaw, PROJECT_DATA } from "./places";
import { withFolder } from "./testing";

/** What dataDir gives with SEGMENTBOOK_DATA set to a value, or unset. */
function withVariable(value: string | undefined, dir?: string): string {
  const before = process.env.SEGMENTBOOK_DATA;
  try {
    if (value === undefined) delete process.env.SEGMENTBOOK_DATA;
    else process.env.SEGMENTBOOK_DATA = value;
    return dataDir(dir);
  } finally {
    if (before === undefined) delete process.env.SEGMENTBOOK_DATA;
    else process.env.SEGMENTBOOK_DATA = before;
  }
}

test("the data folder is the one given, else SEGMENTBOOK_DATA's, else the project's", () => {
  assert.equal(withVariable(undefined), PROJECT_DATA);
  assert.equal(withVariable(""), PROJECT_DATA);
  assert.equal(withVariable("/else/where"), resolve("/else/where"));
  assert.equal(withVariable("/else/where", "/given"), resolve("/given"));
});

test("a relative SEGMENTBOOK_DATA counts from the project, wherever the process runs", () => {
  const before = process.cwd();
  try {
    process.chdir(__dirname);
    assert.equal(withVariable("../shared/data"), join(PROJECT_DATA, "../../shared/data"));
  } finally {
    process.chdir(before);
  }
});

test("a raw file is found through links; what somebody meant to give is never taken for absent", async () => {
  await withFolder(async (folder) => {
    const find = (name: string) => findRaw(folder, name, "data.csv");
    assert.equal(await find("absent"), null);
    await mkdir(join(folder, "good"));
    await writeFile(join(folder, "elsewhere.csv"), "x");
    await symlink("../elsewhere.csv", join(folder, "good", "data.csv"));
    assert.equal(await find("good"), join(folder, "good", "data.csv"));
    await mkdir(join(folder, "folder", "data.csv"), { recursive: true });
    await mkdir(join(folder, "dangling"));
    await symlink("nowhere.csv", join(folder, "dangling", "data.csv"));
    await symlink("nowhere", join(folder, "lost"));
    await writeFile(join(folder, "flat"), "x");
    for (const name of ["folder", "dangling", "lost", "flat"]) {
      await assert.rejects(
        find(name),
        new RegExp(`folder of ${name} is there, but its file is not .*npm run data`),
        name,
      );
    }
    await assert.rejects(findRaw(join(folder, "flat"), "good", "data.csv"), /no such data folder.*flat/);
  });
});
