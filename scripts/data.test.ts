import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { dataDir } from "../src/data/places";
import { withFolder } from "../src/data/testing";
import { withReal } from "../test/real-data";

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(__dirname, "data.ts"), ...args],
    {
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

test("without an address the command shows the licence and says how to get the file by hand", async () => {
  await withFolder(async (dir) => {
    const { status, stdout, stderr } = run("online-retail", "--dir", dir);
    assert.equal(status, 1);
    assert.match(stdout, /CC BY 4\.0.*10\.24432\/C5BW33/s);
    assert.match(stderr, /By hand:.*--from/s);
    assert.deepEqual(await readdir(dir), []);
  });
});

test("unknown names and both sources at once show the usage", () => {
  for (const args of [[], ["no-such-set"], ["online-retail", "--url", "http://x/", "--from", "y"]]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(stderr, /^Usage: npm run data/);
  }
  for (const args of [["--bogus"], ["online-retail", "--from"]]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^(Unknown option '--bogus'|Option '--from <value>' argument missing).*Usage: npm run data/s,
    );
  }
});

test("a file that is not there and a folder are named with what to do", async () => {
  await withFolder(async (dir) => {
    for (const from of [join(dir, "absent.csv"), dir]) {
      const { status, stderr } = run("online-retail", "--dir", dir, "--from", from);
      assert.equal(status, 1);
      assert.ok(stderr.startsWith(`${from}: this is no file that can be read (`), stderr);
      assert.match(stderr, /check the path/);
    }
    assert.deepEqual(await readdir(dir), []);
  });
});

test("another file is refused, and one that lies there already is not overwritten", async () => {
  await withFolder(async (dir) => {
    const other = join(dir, "other.csv");
    await writeFile(other, "no such data");
    const refused = run("online-retail", "--dir", dir, "--from", other);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /other\.csv: this is another file/);
    assert.ok(!existsSync(join(dir, "online-retail")), "not even a folder is left");
    await mkdir(join(dir, "online-retail"));
    await writeFile(join(dir, "online-retail", "data.csv"), "mine");
    assert.match(
      run("online-retail", "--dir", dir, "--from", other).stderr,
      /another file lies here already/,
    );
  });
});

test("the real file is checked and taken into place", withReal("online-retail/data.csv"), async () => {
  await withFolder(async (dir) => {
    const from = join(dataDir(), "online-retail", "data.csv");
    const taken = run("online-retail", "--dir", dir, "--from", from);
    assert.equal(taken.status, 0, taken.stderr);
    assert.deepEqual(await readdir(join(dir, "online-retail")), ["data.csv"]);
    assert.match(run("online-retail", "--dir", dir).stdout, /In place already/);
  });
});
