import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { withReal } from "../../../test/real-data";
import { DataError } from "../data-error";
import { openDataset } from "../dataset";
import { numbers } from "../engine";
import { generateEcommerce } from "../generate/ecommerce/ecommerce";
import { writeEcommerce } from "../generate/ecommerce/write";
import { withFolder } from "../testing";
import { auditEcommerce } from "./audit";
import { ecommerceCustomers } from "./customers";
import { ECOMMERCE_FILES } from "./layouts";
import type { Ecommerce } from "./open";

/** Opens a small shop as if it were real, one of its files edited. */
async function openEdited(
  table: keyof typeof ECOMMERCE_FILES,
  edit: (lines: string[]) => readonly string[],
  use: (shop: Ecommerce) => Promise<void> = async () => undefined,
) {
  await withFolder(async (dir) => {
    const folder = join(dir, "ecommerce");
    await mkdir(folder);
    await writeEcommerce(folder, generateEcommerce({ seed: 2, customers: 20 }));
    const path = join(folder, ECOMMERCE_FILES[table]);
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    await writeFile(
      path,
      edit(lines)
        .map((line) => `${line}\n`)
        .join(""),
    );
    const shop = await openDataset("ecommerce", { dir, cache: false });
    await use(shop).finally(() => shop.close());
  });
}

/** The cells of a line with some replaced. */
const put = (line: string, cells: Readonly<Record<number, string>>) =>
  line
    .split(",")
    .map((cell, i) => cells[i] ?? cell)
    .join(",");

const refused = (
  table: keyof typeof ECOMMERCE_FILES,
  edit: (lines: string[]) => readonly string[],
  fault: { line: number; column: string; value?: string; problem: RegExp; in?: keyof typeof ECOMMERCE_FILES },
) =>
  assert.rejects(openEdited(table, edit), (error) => {
    assert.ok(error instanceof DataError, String(error));
    assert.match(error.problem, fault.problem);
    assert.ok(error.file.endsWith(ECOMMERCE_FILES[fault.in ?? table]));
    assert.deepEqual([error.line, error.column], [fault.line, fault.column]);
    if (fault.value !== undefined) assert.equal(error.value, fault.value);
    assert.match(error.message, /What to do: /);
    return true;
  });

test("a shop that keeps every rule opens, the same shop unedited", async () => {
  await openEdited("sales", (lines) => lines);
});

test("the greatest quantity and price that the layout takes are multiplied and added up exactly", async () => {
  const most = ([head, first, ...rest]: string[]) => [
    head!,
    put(first!, { 5: "9999999", 6: "9999999.999" }),
    ...rest.map((line) => put(line, { 5: "1", 6: "0" })),
  ];
  await openEdited("sales", most, async (shop) => {
    assert.equal((await auditEcommerce(shop)).revenue, 9_999_999 * 9_999_999.999);
  });
});

test("cells that break the layout are told by file, line and column", async () => {
  const cell = (
    column: number,
    value: string,
    header: string,
    table: keyof typeof ECOMMERCE_FILES = "sales",
  ) =>
    refused(table, ([head, first, ...rest]) => [head!, put(first!, { [column]: value }), ...rest], {
      line: 2,
      column: header,
      value,
      problem: value === "" ? /must not be empty/ : /The cell is not/,
    });
  await cell(5, "0", "수량");
  await cell(5, "1.5", "수량");
  await cell(5, "10000000", "수량");
  await cell(6, "-2", "평균금액");
  await cell(6, "10000000", "평균금액");
  await cell(8, "Seen", "쿠폰상태");
  await cell(2, "2018-12-31", "거래날짜");
  await cell(2, "2019-02-30", "거래날짜");
  await cell(0, "", "고객ID");
  await cell(1, "F", "성별", "customers");
  await cell(0, "Jänner", "월", "discounts");
  await cell(3, "101", "할인율", "discounts");
  await cell(1, "1.5", "GST", "taxes");
});

test("rows that contradict other rows or files are told by the first of them", async () => {
  /** The second row of a file in place of the first, some cells replaced. */
  const again = (cells: Readonly<Record<number, string>>) => (lines: string[]) => [
    ...lines.slice(0, 2),
    put(lines[1]!, cells),
    ...lines.slice(2),
  ];
  await refused("sales", again({ 0: "USER_9999" }), {
    line: 3,
    column: "고객ID",
    value: "USER_9999",
    problem: /USER_9999 is not one of Customer_info.csv/,
  });
  await refused("sales", again({ 4: "Google" }), {
    line: 3,
    column: "제품카테고리",
    value: "Google",
    problem: /product has another category than Google/,
  });
  await refused("sales", again({ 2: "2019-12-31" }), {
    line: 3,
    column: "거래날짜",
    value: "2019-12-31",
    problem: /transaction has another day/,
  });
  const firstOf = { line: 2, in: "sales" as const };
  const untaxed = { ...firstOf, column: "제품카테고리", problem: /is not one of Tax_info.csv/ };
  await refused("taxes", ([head]) => [head!, "Other,0.1"], untaxed);
  const uncosted = { ...firstOf, column: "날짜", problem: /is not one of Marketing_info.csv/ };
  await refused("marketing", ([head, ...days]) => [head!, days.at(-1)!], { ...uncosted, column: "거래날짜" });
  for (const [table, column] of [
    ["customers", "고객ID"],
    ["marketing", "날짜"],
    ["taxes", "제품카테고리"],
    ["discounts", "제품카테고리"],
  ] as const) {
    await refused(table, again({}), { line: 3, column, problem: /twice/ });
  }
});

test("ids and names of any text are data, quotes and __proto__ among them", async () => {
  await withFolder(async (dir) => {
    const folder = join(dir, "ecommerce");
    await mkdir(folder);
    await writeEcommerce(folder, generateEcommerce({ seed: 2, customers: 20 }));
    for (const file of Object.values(ECOMMERCE_FILES)) {
      const text = await readFile(join(folder, file), "utf8");
      const named = text.replaceAll("USER_0003", "__proto__").replaceAll("Apparel", `"O'Hara, ""x"" <b>"`);
      await writeFile(join(folder, file), named);
    }
    const shop = await openDataset("ecommerce", { dir, cache: false });
    const people = await ecommerceCustomers(shop);
    const audit = await auditEcommerce(shop);
    const sold = await shop.query("SELECT DISTINCT category FROM order_lines ORDER BY category");
    await shop.close();
    assert.ok(people.customer.includes("__proto__"));
    assert.equal(audit.customers, 20);
    assert.ok((sold.array("category") as string[]).includes(`O'Hara, "x" <b>`));
  });
});

test("some of the five files do not make a data set", async () => {
  await withFolder(async (dir) => {
    await mkdir(join(dir, "ecommerce"));
    await writeFile(join(dir, "ecommerce", ECOMMERCE_FILES.sales), "x\n");
    await assert.rejects(openDataset("ecommerce", { dir, cache: false }), /Customer_info.csv/);
  });
});

describe("the real files", withReal("ecommerce/Onlinesales_info.csv"), () => {
  test("open to the reference figures, and no row is dropped", async () => {
    const shop = await openDataset("ecommerce", { source: "real" });
    const found = await shop.engine.query(`
      SELECT count(*) AS lines, count(DISTINCT customer) AS customers, count(DISTINCT order_id) AS orders,
        count(DISTINCT product) AS products, count(DISTINCT category) AS categories, count(DISTINCT date) AS days,
        CAST(sum(total_purchase) AS DOUBLE) AS revenue,
        (SELECT count(*) FROM customers WHERE gender = 'female') AS women,
        (SELECT count(*) FROM (SELECT transaction FROM sales GROUP BY transaction) AS ids) AS transactions
      FROM order_lines`);
    await shop.close();
    assert.deepEqual(
      found.names.map((name) => numbers(found, name)[0]),
      [52_924, 1_468, 26_631, 1_145, 20, 365, 4_670_794.62, 934, 25_061],
    );
    assert.deepEqual(
      shop.files.map(({ rows }) => rows),
      [52_924, 1_468, 204, 365, 20],
    );
    assert.deepEqual([shop.ledger.rowsIn, shop.ledger.kept], [52_924, 52_924]);
    assert.equal(shop.truth, undefined);
  });
});
