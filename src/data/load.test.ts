import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { withReal } from "../../test/real-data";
import { openDataset } from "./dataset";
import { type DuckDB, openDuckDB } from "./duckdb";
import { numbers, texts } from "./engine";
import { loadRaw } from "./load";
import { ONLINE_RETAIL_LAYOUT } from "./online-retail/layout";
import { HEADER, row, withFolder, writeLines } from "./testing";

const load = (engine: DuckDB, path: string, cache: string | null) =>
  loadRaw(engine, path, ONLINE_RETAIL_LAYOUT, "raw", cache);

test("rows arrive in the file's order with their types, quotes and blanks as they stand", async () => {
  await withFolder(async (folder) => {
    const path = await writeLines(folder, [
      HEADER,
      row({ Description: '"RULER 12"", RED "', Quantity: "-1", UnitPrice: "0.001" }),
      row({ InvoiceNo: "C536379", StockCode: "0021", Description: "VOUCHER \u00a310", CustomerID: "" }),
      row({ Description: "", InvoiceDate: "10/31/2011 15:05", UnitPrice: "-11062.06" }),
    ]);
    const engine = await openDuckDB();
    const loaded = await load(engine, path, null);
    assert.equal(loaded.rows, 3);
    const raw = await engine.query("SELECT * FROM raw ORDER BY line");
    assert.deepEqual(raw.names, ["line", ...ONLINE_RETAIL_LAYOUT.columns.map((column) => column.name)]);
    assert.deepEqual([...numbers(raw, "line")], [1, 2, 3]);
    assert.deepEqual(texts(raw, "description"), ['RULER 12", RED ', "VOUCHER £10", null]);
    assert.deepEqual(texts(raw, "stock_code"), ["85123A", "0021", "85123A"]);
    assert.deepEqual(texts(raw, "customer"), ["17850", null, "17850"]);
    assert.deepEqual([...numbers(raw, "quantity")], [-1, 6, 6]);
    assert.deepEqual([...numbers(raw, "unit_price")], [0.001, 2.55, -11062.06]);
    assert.equal(numbers(raw, "invoice_time")[2], Date.UTC(2011, 9, 31, 15, 5));
    await engine.close();
  });
});

test("a quote in the midst of an unquoted cell is text", async () => {
  await withFolder(async (folder) => {
    const path = await writeLines(folder, [HEADER, row({ Description: 'RULER 12" RED' }), row()]);
    const engine = await openDuckDB();
    assert.equal((await load(engine, path, null)).rows, 2);
    const first = await engine.query("SELECT description FROM raw WHERE line = 1");
    assert.deepEqual(texts(first, "description"), ['RULER 12" RED']);
    await engine.close();
  });
});

test("the cache gives the same rows, and is not used when the file changes", async () => {
  await withFolder(async (folder) => {
    const cache = join(folder, "cache");
    const path = await writeLines(folder, [HEADER, row(), row({ Quantity: "7" })]);
    const [first, second, third] = [await openDuckDB(), await openDuckDB(), await openDuckDB()];
    assert.equal((await load(first, path, cache)).cached, false);
    assert.equal((await load(second, path, cache)).cached, true);
    const all = "SELECT * FROM raw ORDER BY line";
    const [fresh, kept] = [await first.query(all), await second.query(all)];
    assert.deepEqual(kept.names, fresh.names);
    for (const name of fresh.names) assert.deepEqual(kept.column(name), fresh.column(name));
    await writeLines(folder, [HEADER, row({ Quantity: "9" })]);
    const changed = await load(third, path, cache);
    assert.deepEqual([changed.cached, changed.rows], [false, 1]);
    for (const engine of [first, second, third]) await engine.close();
  });
});

test("a broken cache file is made again", async () => {
  await withFolder(async (folder) => {
    const cache = join(folder, "cache");
    const path = await writeLines(folder, [HEADER, row()]);
    const engine = await openDuckDB();
    await load(engine, path, cache);
    const [file] = await readdir(cache);
    for (const content of ["", "not parquet"]) {
      await writeFile(join(cache, file!), content);
      await engine.execute("DROP TABLE raw");
      assert.equal((await load(engine, path, cache)).cached, false);
    }
    await engine.execute("DROP TABLE raw");
    assert.equal((await load(engine, path, cache)).cached, true);
    assert.deepEqual(await readdir(cache), [file], "no temporary file is left");
    await engine.close();
  });
});

test("a cache folder that cannot be written is done without", async () => {
  await withFolder(async (folder) => {
    const path = await writeLines(folder, [HEADER, row()]);
    const engine = await openDuckDB();
    assert.equal((await load(engine, path, join(path, "below-a-file"))).rows, 1);
    await engine.close();
  });
});

test("several may fill one cache at once", async () => {
  await withFolder(async (folder) => {
    const cache = join(folder, "cache");
    const path = await writeLines(folder, [HEADER, row(), row({ Quantity: "7" })]);
    const engines = await Promise.all([openDuckDB(), openDuckDB(), openDuckDB()]);
    const loaded = await Promise.all(engines.map((engine) => load(engine, path, cache)));
    assert.deepEqual(
      loaded.map((file) => file.rows),
      [2, 2, 2],
    );
    assert.equal((await readdir(cache)).length, 1);
    for (const engine of engines) await engine.close();
  });
});

/** A process that says "ready", waits for a word, then makes and loads 3,000 generated rows with a cache folder. */
const OPENER = `
  const { withGeneratedFiles } = require("./generated-files");
  const { generatedOnlineRetail } = require("./online-retail/open");
  const { openDuckDB } = require("./duckdb");
  const { loadRaw } = require("./load");
  const { ONLINE_RETAIL_LAYOUT } = require("./online-retail/layout");
  const cache = process.argv[1];
  process.stdout.write("ready");
  process.stdin.once("data", async () => {
    const engine = await openDuckDB();
    const loaded = await withGeneratedFiles(generatedOnlineRetail({ seed: 1, rows: 3000 }), cache, (folder) =>
      loadRaw(engine, folder + "/data.csv", ONLINE_RETAIL_LAYOUT, "raw", cache));
    await engine.close();
    process.stdout.write(JSON.stringify([loaded.rows, loaded.sha256]));
  });`;

test("two processes that open at once with a cold cache both get all rows, and leave one good cache", async () => {
  await withFolder(async (cache) => {
    const openers = [1, 2].map(() => {
      const child = spawn(process.execPath, ["--import", "tsx", "--eval", OPENER, cache], { cwd: __dirname });
      let [out, err] = ["", ""];
      child.stdout.on("data", (piece) => {
        out += piece;
      });
      child.stderr.on("data", (piece) => {
        err += piece;
      });
      const ready = Promise.race([once(child.stdout, "data"), once(child, "close")]);
      return { child, out: () => out, err: () => err, ready, closed: once(child, "close") };
    });
    try {
      await Promise.all(openers.map(({ ready }) => ready));
      for (const { child } of openers) child.stdin.end("go");
      for (const { closed, err } of openers) assert.deepEqual(await closed, [0, null], err());
    } finally {
      for (const { child } of openers) child.kill();
    }
    const [first, second] = openers.map(({ out }) => out().slice("ready".length));
    assert.match(first!, /^\[3000,"[0-9a-f]{64}"\]$/);
    assert.equal(second, first);
    const kept = await readdir(cache);
    assert.match(kept.sort().join(), /^generated-online-retail-[^,]*,raw-[^,]*\.parquet$/);
    const engine = await openDuckDB();
    const { cached, rows } = await load(engine, join(cache, kept[0]!, "data.csv"), cache);
    assert.deepEqual([cached, rows], [true, 3000]);
    await engine.close();
  });
});

test("a file that changes while it is read is refused, and nothing is cached", async () => {
  await withFolder(async (folder) => {
    const cache = join(folder, "cache");
    const path = await writeLines(folder, [HEADER, row()]);
    const engine = await openDuckDB();
    for (const added of [`${row()}\r\n`, "and half a row"]) {
      const meddled: DuckDB = {
        ...engine,
        readCsv: async (file, layout, table) => {
          await engine.execute(`DROP TABLE IF EXISTS ${table}`);
          await appendFile(file, added);
          await engine.readCsv(file, layout, table);
        },
      };
      await assert.rejects(
        load(meddled, path, cache),
        /changed while it was read: .*data\.csv.*open the data set again/,
      );
    }
    await assert.rejects(readdir(cache), /ENOENT/);
    await engine.close();
  });
});

test("a folder and a link in a circle in the file's place are told as such", async () => {
  await withFolder(async (folder) => {
    const engine = await openDuckDB();
    await mkdir(join(folder, "folder"));
    await symlink("circle", join(folder, "circle"));
    await assert.rejects(
      load(engine, join(folder, "folder"), null),
      /cannot be read \(EISDIR.*: .*folder\. What to do/,
    );
    await assert.rejects(
      load(engine, join(folder, "circle"), null),
      /cannot be read \(ELOOP.*: .*circle\. What to do/,
    );
    await engine.close();
  });
});

test(
  "the real file opens whole, from the file and from the cache",
  withReal("online-retail/data.csv"),
  async () => {
    for (const cache of [false, true, true]) {
      const shop = await openDataset("online-retail", { source: "real", cache });
      assert.equal(shop.source, "real");
      assert.equal(shop.seed, null);
      assert.equal(shop.truth, undefined);
      assert.deepEqual(shop.files, [
        {
          name: "data.csv",
          sha256: "d07aec9960083af2339975a3f9d3b26313b342dcd9f86cce0b919b1cde639a44",
          bytes: 45_580_638,
          rows: 541_909,
        },
      ]);
      const revenue = await shop.query("SELECT sum(quantity * unit_price) AS revenue FROM raw");
      assert.equal(revenue.get("revenue", 0), 9_747_747.934);
      await shop.close();
    }
  },
);
