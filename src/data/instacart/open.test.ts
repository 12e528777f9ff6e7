import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { withReal } from "../../../test/real-data";
import { DataError } from "../data-error";
import { openDataset } from "../dataset";
import { numbers, texts } from "../engine";
import { withFolder } from "../testing";
import { GOOD, writeSmall } from "./testing";

test("small files open with their tables, types and view; train lines join the prior ones", async () => {
  await withFolder(async (dir) => {
    await writeSmall(dir);
    const shop = await openDataset("instacart", { dir, cache: false });
    assert.deepEqual([shop.source, shop.seed, shop.truth], ["real", null, undefined]);
    assert.deepEqual(
      shop.files.map(({ name, rows }) => [name, rows]),
      Object.entries(GOOD).map(([name, rows]) => [name, rows.length - 1]),
    );
    const orders = await shop.engine.query("SELECT * FROM orders ORDER BY order_id");
    assert.deepEqual(orders.names, [
      "order_id",
      "customer",
      "eval_set",
      "order_number",
      "weekday",
      "hour",
      "gap",
    ]);
    assert.deepEqual([...numbers(orders, "hour")], [8, 8, 23, 0, 10]);
    assert.deepEqual([...numbers(orders, "gap")], [Number.NaN, 15, 30, Number.NaN, 7]);
    const lines = await shop.engine.query("SELECT * FROM order_lines ORDER BY order_id, cart_position");
    assert.deepEqual(lines.names, [
      ...[
        "customer",
        "order_id",
        "order_number",
        "gap",
        "weekday",
        "hour",
        "product",
        "product_name",
        "aisle",
      ],
      ...["department", "cart_position", "reordered"],
    ]);
    assert.deepEqual([...numbers(lines, "order_id")], [11, 11, 12, 21, 22, 22]);
    assert.deepEqual(texts(lines, "product_name").slice(0, 4), [
      "Plain Bread",
      'Rolls, "Soft" Crêpe',
      'Rolls, "Soft" Crêpe',
      "Tonic 고려",
    ]);
    assert.deepEqual(texts(lines, "department").slice(2, 4), ["bakery", "beverages"]);
    assert.deepEqual([...numbers(lines, "reordered")], [0, 0, 1, 0, 1, 0]);
    assert.deepEqual(
      shop.ledger.steps.map(({ step, dropped, kept }) => [step, dropped, kept]),
      [
        ["test orders", 1, 4],
        ["no lines", 0, 4],
      ],
    );
    await shop.close();
  });
});

test("without the file of train lines its orders are counted as orders without lines", async () => {
  await withFolder(async (dir) => {
    await writeSmall(dir, { "order_products__train.csv": null });
    const shop = await openDataset("instacart", { dir, cache: false });
    assert.deepEqual(
      shop.ledger.steps.map(({ dropped }) => dropped),
      [1, 1],
    );
    assert.equal(shop.files.length, 5);
    await shop.close();
  });
});

const PRIOR = "order_products__prior.csv";

test("empty lines are no rows: the line of a fault is still the file's", async () => {
  await withFolder(async (dir) => {
    const rows = GOOD[PRIOR]!;
    await writeSmall(dir, { [PRIOR]: [rows[0]!, "", rows[1]!, "", "99,2,2,0"] });
    await assert.rejects(openDataset("instacart", { dir, cache: false }), (error) => {
      assert.ok(error instanceof DataError);
      assert.deepEqual([error.line, error.value], [5, "99"]);
      return true;
    });
  });
});

test("a folder that lacks one of the files is an error, and bytes that are not UTF-8 are", async () => {
  await withFolder(async (dir) => {
    await writeSmall(dir, { "aisles.csv": null });
    await assert.rejects(
      openDataset("instacart", { dir, cache: false }),
      /folder of instacart is there, but its file is not .*aisles\.csv.*npm run data -- instacart/,
    );
    await writeSmall(dir);
    const products = GOOD["products.csv"]!.map((row) => `${row}\n`)
      .join("")
      .replace("고려", "");
    await writeFile(join(dir, "instacart", "products.csv"), Buffer.from(products, "latin1"));
    await assert.rejects(openDataset("instacart", { dir, cache: false }), (error) => {
      assert.ok(error instanceof DataError);
      assert.deepEqual([error.line, error.column], [3, "product_name"]);
      assert.match(error.message, /not UTF-8.*save it as UTF-8/);
      return true;
    });
  });
});

test("a byte order mark, line ends of two kinds and a cut-off file are told as such", async () => {
  const [aisles, wholeLines] = ["aisles.csv", GOOD["aisles.csv"]!.map((row) => `${row}\n`).join("")];
  for (const [content, says] of [
    [`\ufeff${wholeLines}`, /starts with a byte order mark: .*save it as UTF-8 without that mark/],
    [wholeLines.replace("bread\n", "bread\r\n"), /line ends with|cannot be read/],
    [wholeLines.trimEnd(), /last line has no line break at its end, so the file looks cut off/],
    [wholeLines.replaceAll(",", ";"), /separated by ";" and not by commas/],
  ] as const) {
    await withFolder(async (dir) => {
      await writeSmall(dir);
      await writeFile(join(dir, "instacart", aisles), content);
      await assert.rejects(openDataset("instacart", { dir, cache: false }), (error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.equal(error.file, join(dir, "instacart", aisles));
        assert.match(error.message, says);
        return true;
      });
    });
  }
});

describe("the real subset", withReal("instacart/orders.csv"), () => {
  test("opens with the known counts", async () => {
    const shop = await openDataset("instacart", { source: "real" });
    const one = async (sql: string) => numbers(await shop.engine.query(sql), "v")[0]!;
    assert.deepEqual(
      shop.files.map(({ name, rows }) => [name, rows]),
      [
        ["orders.csv", 16_968],
        ["order_products__prior.csv", 155_824],
        ["products.csv", 49_688],
        ["aisles.csv", 134],
        ["departments.csv", 21],
      ],
    );
    assert.deepEqual(
      shop.ledger.steps.map(({ dropped, kept }) => [dropped, kept]),
      [
        [1_000, 15_968],
        [0, 15_968],
      ],
    );
    assert.equal(await one("SELECT count(DISTINCT product) AS v FROM order_lines"), 14_887);
    // pandas: pd.read_csv("order_products__prior.csv").reordered.mean() and read_csv("orders.csv").groupby("user_id").order_number.max().mean()
    assert.ok(Math.abs((await one("SELECT avg(reordered) AS v FROM order_lines")) - 0.5978) < 5e-5);
    assert.equal(
      await one("SELECT avg(n) AS v FROM (SELECT max(order_number) AS n FROM orders GROUP BY customer) t"),
      16.968,
    );
    await shop.close();
  });
});
