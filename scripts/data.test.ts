import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { writeSmall } from "../src/data/instacart/testing";
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

test("a data set of several files shows its terms and where it is had, and downloads nothing", async () => {
  await withFolder(async (dir) => {
    for (const [name, terms, address] of [
      [
        "instacart",
        /Licence: Instacart's own terms.*non-commercial/,
        /kaggle\.com\/c\/instacart-market-basket-analysis/,
      ],
      ["ecommerce", /Licence: not established: use a copy on your own machine only/, /dacon\.io/],
    ] as const) {
      const { status, stdout, stderr } = run(name, "--dir", dir);
      assert.equal(status, 1);
      assert.match(stdout, terms);
      assert.match(stdout, /: absent \(no such file\)/);
      assert.match(stderr, /There are no files of .*By hand:.*--from/s);
      assert.match(stderr, address);
      assert.match(
        run(name, "--dir", dir, "--url", "http://127.0.0.1:9/x").stderr,
        /files, which no one address serves/,
      );
    }
    assert.deepEqual(await readdir(dir), []);
  });
});

test("files that are not the original are told one by one, and none is put into place", async () => {
  await withFolder(async (dir) => {
    const from = join(dir, "downloads");
    await writeSmall(from);
    const { status, stdout, stderr } = run("instacart", "--dir", dir, "--from", join(from, "instacart"));
    assert.equal(status, 1);
    assert.match(
      stdout,
      /orders\.csv: not the original \(\d+ bytes, SHA-256 [0-9a-f]{64}; the original has 108968645 bytes\)/,
    );
    assert.match(stdout, /aisles\.csv: not the original \(2 rows; the original has 134\)/);
    assert.match(stderr, /These are not the original files in .*downloads.*so nothing is put into place/);
    assert.deepEqual(await readdir(dir), ["downloads"]);
  });
});

test("the real subset is told from the original", withReal("instacart/orders.csv"), async () => {
  await withFolder(async (dir) => {
    const { status, stdout } = run("instacart", "--dir", dir, "--from", join(dataDir(), "instacart"));
    assert.equal(status, 1);
    assert.match(stdout, /orders\.csv: not the original/);
    assert.match(stdout, /order_products__train\.csv: absent/);
    assert.match(stdout, /products\.csv: the original \(49688 rows of the right layout\)/);
    assert.deepEqual(await readdir(dir), []);
  });
});

test(
  "the real folder of several files is checked and taken into place whole",
  withReal("ecommerce/Tax_info.csv"),
  async () => {
    await withFolder(async (dir) => {
      const taken = run("ecommerce", "--dir", dir, "--from", join(dataDir(), "ecommerce"));
      assert.equal(taken.status, 0, taken.stderr);
      assert.equal((await readdir(join(dir, "ecommerce"))).length, 5);
      const again = run("ecommerce", "--dir", dir);
      assert.deepEqual([again.status, again.stderr], [0, ""]);
      assert.match(again.stdout, /Checked and in place/);
      const twice = run("ecommerce", "--dir", dir, "--from", join(dataDir(), "ecommerce"));
      assert.match(twice.stderr, /something lies here already; move it away first/);
    });
  },
);
