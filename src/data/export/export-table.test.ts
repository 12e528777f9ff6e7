import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { table } from "arquero";
import { openDuckDB, sqlText } from "../duckdb";
import { exportTable } from "./export-table";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-export-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const rows = Array.from({ length: 5000 }, (_v, i) => ({
  customer: i % 7 === 0 ? null : 12_346 + i,
  item: ["WHITE HANGING HEART", "=HYPERLINK(1)", "도자기 찻잔 세트", 'a "b", c\r\nd', ""][i % 5],
  score: i === 3 ? null : -i / 7,
  bought: i % 2 === 0,
  at: new Date(Date.UTC(2011, 0, 1, i)),
  ["__proto__"]: `p${i}`,
}));

/** What a reader finds in a file, as JSON, without a kind of its own for text that is JSON. */
async function read(source: string): Promise<unknown[]> {
  const engine = await openDuckDB();
  try {
    const answer = await engine.query(`SELECT CAST(to_json(t) AS VARCHAR) AS row FROM ${source} t`);
    const column = answer.column("row");
    if (column.kind !== "text") throw new TypeError(`${column.kind} is no JSON`);
    // A CSV file's times end with their zone, UTC; a Parquet file's have none.
    return column.values.map((text) => JSON.parse((text as string).replaceAll('+00"', '"')) as unknown);
  } finally {
    await engine.close();
  }
}
const wanted = (safe: boolean) =>
  rows.map((row) => {
    const item = safe && row.item?.startsWith("=") ? `'${row.item}` : row.item;
    const at = row.at.toISOString().replace("T", " ").slice(0, 19);
    return JSON.parse(JSON.stringify({ ...row, item, at })) as unknown;
  });

test("both files read back as the rows they were made of", async () => {
  const { files } = await exportTable("shop/lists", rows, { folder });
  const [csv, parquet] = [join(folder, "shop/lists.csv"), join(folder, "shop/lists.parquet")];
  assert.deepEqual(await read(`read_parquet(${sqlText(parquet)})`), wanted(false));
  assert.deepEqual(await read(`read_csv(${sqlText(csv)}, allow_quoted_nulls = false)`), wanted(true));
  for (const [i, path] of [csv, parquet].entries()) {
    const bytes = readFileSync(path);
    assert.equal(files[i]?.bytes, bytes.length);
    assert.equal(files[i]?.sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.equal(files[i]?.path, `${basename(folder)}/shop/${basename(path)}`);
  }
});

test("columns of a Parquet file have the types of their values", async () => {
  const day = new Date(Date.UTC(2011, 11, 9));
  await exportTable("types", [{ n: 1, x: 0.5, t: "1", b: true, day, at: new Date(1) }], { folder });
  const engine = await openDuckDB();
  const source = `read_parquet(${sqlText(join(folder, "types.parquet"))})`;
  const answer = await engine.query(
    `SELECT string_agg(column_type, ' ') AS types FROM (DESCRIBE FROM ${source})`,
  );
  const column = answer.column("types");
  await engine.close();
  assert.deepEqual(column.values, ["BIGINT DOUBLE VARCHAR BOOLEAN DATE TIMESTAMP"]);
});

test("the same rows give the same bytes, also where a file has many parts", async () => {
  const many = Array.from({ length: 300_000 }, (_v, i) => ({ item: `item ${i % 977}`, score: Math.sqrt(i) }));
  const [one, other] = [
    await exportTable("one", many, { folder }),
    await exportTable("other", many, { folder }),
  ];
  const hashes = (files: typeof one.files) => files.map(({ sha256 }) => sha256);
  assert.deepEqual(hashes(one.files), hashes(other.files));
  const [row] = await read(
    `(SELECT count(*) AS n, sum(score) AS s FROM read_parquet(${sqlText(join(folder, "one.parquet"))}))`,
  );
  const sum = many.reduce((total, { score }) => total + score, 0);
  const { n, s } = row as { n: number; s: number };
  assert.equal(n, 300_000);
  assert.ok(Math.abs(s / sum - 1) < 1e-12);
});

test("an Arquero table is written as its rows are", async () => {
  const { rows: n, columns } = await exportTable("arquero", table({ a: [1, 2], b: ["x", null] }), { folder });
  assert.deepEqual([n, columns], [2, ["a", "b"]]);
  assert.equal(readFileSync(join(folder, "arquero.csv"), "utf8"), "\ufeffa,b\r\n1,x\r\n2,\r\n");
});

test("no rows are a header, if the columns are named", async () => {
  await exportTable("empty", [], { folder, columns: ["customer", "item"] });
  assert.equal(readFileSync(join(folder, "empty.csv"), "utf8"), "\ufeffcustomer,item\r\n");
  assert.deepEqual(await read(`read_parquet(${sqlText(join(folder, "empty.parquet"))})`), []);
  await assert.rejects(exportTable("empty", [], { folder }), /name the columns/);
});

test("names lead nowhere else", async () => {
  for (const name of [
    "",
    "/a",
    "../a",
    "a/../b",
    "a//b",
    "C:a",
    "a\\b",
    "a\u0000",
    "a\n",
    ".a",
    "a.",
    "a/",
    "nul",
    "a/CON",
    "com1.2011/rules",
  ]) {
    await assert.rejects(exportTable(name, rows, { folder }), /is no name of a table/);
  }
  assert.equal((await exportTable("console/nullity", [{ a: 1 }], { folder })).rows, 1);
});

test("what cannot be written leaves no files, and the old ones as they were", async () => {
  await exportTable("kept", [{ a: 1 }], { folder });
  const before = readFileSync(join(folder, "kept.csv"));
  await assert.rejects(exportTable("kept", [{ a: Number.NaN }], { folder }), /NaN/);
  assert.deepEqual(readFileSync(join(folder, "kept.csv")), before);
  // Where the second file cannot be put in its place, the first is not either.
  mkdirSync(join(folder, "half.parquet"));
  await assert.rejects(exportTable("half", [{ a: 1 }], { folder }));
  assert.ok(!existsSync(join(folder, "half.csv")));
  assert.deepEqual(
    readdirSync(folder).filter((file) => file.endsWith(".tmp")),
    [],
  );
});

test("the folder is where the environment says, else the project's", async () => {
  const before = process.env.SEGMENTBOOK_OUTPUTS;
  process.env.SEGMENTBOOK_OUTPUTS = join(folder, "by variable");
  try {
    const { files } = await exportTable("a/b", [{ a: 1 }]);
    assert.equal(files[1]?.path, "by variable/a/b.parquet");
    assert.ok(existsSync(join(folder, "by variable", "a", "b.parquet")));
  } finally {
    if (before === undefined) delete process.env.SEGMENTBOOK_OUTPUTS;
    else process.env.SEGMENTBOOK_OUTPUTS = before;
  }
});
