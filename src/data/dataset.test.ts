import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DataError } from "./data-error";
import { openDataset } from "./dataset";
import { withGeneratedFiles } from "./generated-files";
import { generatedOnlineRetail } from "./online-retail/open";
import { HEADER, row, withFolder } from "./testing";

test("a real file in the data folder is taken", async () => {
  await withFolder(async (dir) => {
    await mkdir(join(dir, "online-retail"));
    await writeFile(join(dir, "online-retail", "data.csv"), `${HEADER}\r\n${row()}\r\n`, "latin1");
    const shop = await openDataset("online-retail", { dir, cache: false });
    assert.deepEqual([shop.source, shop.seed, shop.files[0]?.rows], ["real", null, 1]);
    assert.equal(
      (await shop.query(`SELECT description FROM ${shop.raw}`)).get("description", 0),
      "WHITE HANGING HEART",
    );
    await shop.close();
  });
});

test("without a real file rows are generated, the same for the same seed", async () => {
  await withFolder(async (dir) => {
    const digest = async (seed: number) => {
      const shop = await openDataset("online-retail", { dir, seed, rows: 2_000, cache: false });
      assert.deepEqual([shop.source, shop.seed, shop.files[0]?.rows], ["generated", seed, 2_000]);
      assert.ok(shop.truth!().typeOf.size > 5);
      await shop.close();
      return shop.files[0]!.sha256;
    };
    const first = await digest(1);
    assert.equal(await digest(1), first);
    assert.notEqual(await digest(2), first);
  });
});

test("data that somebody meant to give are never replaced silently", async () => {
  await withFolder(async (dir) => {
    const refused = (options: Parameters<typeof openDataset>[1], says: RegExp) =>
      assert.rejects(openDataset("online-retail", { dir, cache: false, ...options }), (error) => {
        assert.ok(error instanceof DataError);
        assert.match(error.message, says);
        return true;
      });
    await refused({ source: "real" }, /real file is not there.*npm run data/);
    await refused({ dir: join(dir, "typo") }, /no such data folder.*typo/);
    await mkdir(join(dir, "online-retail"));
    await refused({}, /folder of online-retail is there, but its file is not/);
    await writeFile(join(dir, "online-retail", "data.csv"), "");
    await refused({}, /file is empty/);
  });
  await assert.rejects(openDataset("groceries" as "online-retail"), /no data set "groceries"/);
  const few = openDataset("online-retail", { source: "generated", rows: 10, cache: false });
  await assert.rejects(few, /Cannot generate 10 rows: give a whole number from 200/);
});

test("a kept generated file is used again, and made again when its bytes are not its own", async () => {
  await withFolder(async (cache) => {
    const generated = generatedOnlineRetail({ seed: 5, rows: 300 });
    const read = () =>
      withGeneratedFiles(generated, cache, async (folder) => {
        const path = join(folder, "data.csv");
        return [path, await readFile(path, "latin1")] as const;
      });
    const [path, text] = await read();
    assert.deepEqual(await read(), [path, text]);
    await writeFile(path, text.slice(0, 500));
    assert.deepEqual(await read(), [path, text]);
    assert.equal((await readdir(cache)).length, 1);
    const unkept = await withGeneratedFiles(generated, null, (folder) =>
      readFile(join(folder, "data.csv"), "latin1"),
    );
    assert.equal(unkept, text);
  });
});

test("generated files of several tables are kept as a folder, used again, and made again when one was changed", async () => {
  await withFolder(async (cache) => {
    const open = async () => {
      const shop = await openDataset("instacart", { source: "generated", seed: 6, users: 20, cache });
      await shop.close();
      return shop.files.map(({ name, sha256 }) => `${name} ${sha256}`);
    };
    const first = await open();
    assert.equal(first.length, 6);
    assert.deepEqual(await open(), first);
    const folders = (await readdir(cache)).filter((name) => name.startsWith("generated-instacart-"));
    assert.equal(folders.length, 1);
    const aisles = join(cache, folders[0]!, "aisles.csv");
    await writeFile(aisles, `${await readFile(aisles, "utf8")}135,one more\n`);
    assert.deepEqual(await open(), first);
    assert.deepEqual(
      (await readdir(cache)).filter((name) => name.startsWith("generated-instacart-")),
      folders,
    );
  });
});

test("several may make the same generated files at once", async () => {
  await withFolder(async (cache) => {
    const options = { source: "generated", seed: 8, users: 20, cache } as const;
    const shops = await Promise.all([1, 2, 3].map(() => openDataset("instacart", options)));
    for (const shop of shops) {
      assert.deepEqual(shop.files, shops[0]!.files);
      await shop.close();
    }
    assert.equal((await readdir(cache)).filter((name) => name.startsWith("generated-")).length, 1);
  });
});
