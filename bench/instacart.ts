/**
 * Instacart at full size: 206,209 customers, 3.4 million orders, some 33 million lines, generated in the original's
 * layout. Time and peak memory of opening them cold (reading 690 MB of CSV, checking every cell and key, writing the
 * cache) and from the cache, and of four aggregates; against reading the CSV of lines alone without any check, which is
 * the named peer. Each way runs in a process of its own. Fails when a process holds more than 3 GB.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { openDataset } from "../src/data/dataset";
import { sqlText } from "../src/data/duckdb";
import { ORIGINAL_USERS } from "../src/data/generate/instacart/catalogue";
import { instacartUserTable } from "../src/data/generate/instacart/user-table";
import { writeInstacart } from "../src/data/generate/instacart/write";

const LIMIT_MB = 3_000;
const WAYS = ["read_csv of the lines, unchecked", "open cold", "open from cache"] as const;
type Way = (typeof WAYS)[number];

const AGGREGATES: readonly (readonly [name: string, sql: string])[] = [
  [
    "departments",
    "SELECT department, count(*) AS n, avg(reordered) AS rate FROM order_lines GROUP BY department",
  ],
  ["products", "SELECT product, count(*) AS n FROM lines GROUP BY product ORDER BY n DESC LIMIT 20"],
  [
    "basket sizes",
    "SELECT n, count(*) AS orders FROM (SELECT order_id, count(*) AS n FROM lines GROUP BY order_id) t GROUP BY n",
  ],
  [
    "customers",
    `SELECT o.customer, max(o.order_number) AS orders, sum(o.gap) AS days, sum(l.n) AS items FROM orders o
     LEFT JOIN (SELECT order_id, count(*) AS n FROM lines GROUP BY order_id) l ON l.order_id = o.order_id
     GROUP BY o.customer`,
  ],
];

/** Runs one way in this process; a line for each step. */
async function measure(way: Way, dir: string, cache: string): Promise<void> {
  let last = performance.now();
  const tell = (step: string, rows: number) => {
    const seconds = (performance.now() - last) / 1000;
    // maxRSS is in kilobytes on every platform of Node.
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(
      `${step.padEnd(36)} ${seconds.toFixed(2).padStart(7)} s  ${megabytes.toFixed(0).padStart(5)} MB at most  ${rows} rows`,
    );
    if (megabytes > LIMIT_MB) process.exitCode = 1;
    last = performance.now();
  };
  if (way === "read_csv of the lines, unchecked") {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const file = sqlText(join(dir, "instacart", "order_products__prior.csv"));
    await connection.run(`CREATE TABLE lines AS SELECT * FROM read_csv(${file}, header = true)`);
    const counted = await connection.runAndReadAll("SELECT count(*) FROM lines");
    tell(way, Number(counted.getRows()[0]![0]));
    return;
  }
  const shop = await openDataset("instacart", { source: "real", dir, cache });
  tell(
    way,
    shop.files.reduce((sum, file) => sum + file.rows, 0),
  );
  for (const [name, sql] of AGGREGATES) tell(`  ${name}`, (await shop.engine.query(sql)).rows);
  await shop.close();
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  const [data, cache] = [join(folder, "instacart"), join(folder, "cache")];
  try {
    mkdirSync(data);
    let start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
    await writeInstacart(data, { seed: 1, users: ORIGINAL_USERS });
    console.log(`generating and writing the files: ${seconds()} s`);
    start = performance.now();
    const table = instacartUserTable({ seed: 1, users: ORIGINAL_USERS });
    console.log(`the table of ${table.customer.length} customers without products: ${seconds()} s`);
    for (const way of WAYS) {
      const args = ["--import", "tsx", __filename, way, folder, cache];
      const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [way, dir, cache] = process.argv.slice(2);
const done = way === undefined ? compare() : measure(way as Way, dir!, cache!);
done.catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
