import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** Words that DuckDB knows and Trino does not; only what reads, checks and writes files here may use them. */
const DUCKDB_ONLY = [
  /\w::[A-Za-z]/,
  /\bQUALIFY\b/,
  /\bEXCLUDE\b/,
  /\bread_(csv|parquet)\b/,
  /\bCOPY\b.*\bTO\b/,
  /\bGROUP BY ALL\b/,
  /\bisodow\b|\bstrptime\b|\bregexp_full_match\b|\bstrftime\b/,
  /\browid\b/,
];

/** Files are read, their keys checked, and tables written by the embedded engine, wherever the queries run. */
const LOCAL = [
  ...["duckdb.ts", "keys.ts", "export/parquet.ts"],
  ...["instacart/carts.ts", "instacart/checks.ts", "ecommerce/checks.ts"],
];

test("SQL that only DuckDB understands lies where files are read, checked and written", () => {
  const sources = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !/(\.test|\/testing[^/]*)\.ts$/.test(name));
  const found = (name: string) => {
    const text = readFileSync(join(__dirname, name), "utf8");
    return DUCKDB_ONLY.filter((pattern) => pattern.test(text)).map(String);
  };
  const breaches = sources
    .filter((name) => !LOCAL.includes(name))
    .flatMap((name) => found(name).map((p) => `${name}: ${p}`));
  assert.deepEqual(breaches, []);
  assert.ok(sources.length > 10);
  assert.ok(found("duckdb.ts").length >= 4, "the patterns find what they look for");
});
