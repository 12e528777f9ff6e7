/**
 * Opening 541,909 order lines: as the project does, cold (reading the CSV and writing the cache) and from the cache,
 * with and without handing all nine columns to typed arrays; against Arquero's `fromCSV` as named peer, which always
 * ends with arrays. Each way runs in a process of its own, three times; medians.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromCSV } from "arquero";
import { openDuckDB } from "../src/data/duckdb";
import { generateOnlineRetail, ORIGINAL_ROWS } from "../src/data/generate/online-retail";
import { writeCsv } from "../src/data/generate/write";
import { loadRaw } from "../src/data/load";
import { ONLINE_RETAIL_LAYOUT } from "../src/data/online-retail/layout";
import { dataDir, findRaw } from "../src/data/places";

const HANDED = ", all 9 columns to arrays";
const WAYS = [
  "arquero fromCSV",
  "duckdb cold",
  `duckdb cold${HANDED}`,
  "duckdb cached",
  `duckdb cached${HANDED}`,
] as const;
type Way = (typeof WAYS)[number];
const RUNS = 3;

async function load(way: Way, file: string, folder: string): Promise<number> {
  if (way === "arquero fromCSV") return fromCSV(readFileSync(file, "latin1")).numRows();
  const engine = await openDuckDB();
  const cache = way.startsWith("duckdb cold") ? mkdtempSync(join(folder, "cold-")) : folder;
  const { rows } = await loadRaw(engine, file, ONLINE_RETAIL_LAYOUT, "raw", cache);
  if (way.endsWith(HANDED)) await engine.query("SELECT * FROM raw");
  await engine.close();
  return rows;
}

interface Measured {
  readonly ms: number;
  readonly megabytes: number;
  readonly rows: number;
}

/** One run in this process, told as JSON on the last line. */
async function measure(way: Way, file: string, folder: string): Promise<void> {
  const start = performance.now();
  const rows = await load(way, file, folder);
  const ms = performance.now() - start;
  // maxRSS is in kilobytes on every platform of Node.
  console.log(
    JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024, rows } satisfies Measured),
  );
}

function run(way: Way, file: string, folder: string): Measured {
  const args = ["--import", "tsx", __filename, way, file, folder];
  const child = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${way} failed:\n${child.stderr}`);
  return JSON.parse(child.stdout.trim().split("\n").at(-1)!) as Measured;
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  try {
    let file = await findRaw(dataDir(), "online-retail", "data.csv");
    console.log(file === null ? "generated rows" : "the real file");
    if (file === null) {
      file = join(folder, "data.csv");
      await writeCsv(file, generateOnlineRetail({ seed: 1, rows: ORIGINAL_ROWS }).orders);
    }
    run("duckdb cached", file, folder);
    // The ways take turns, so that a slow moment of the machine falls on all of them.
    const results = new Map<Way, Measured[]>(WAYS.map((way) => [way, []]));
    for (let i = 0; i < RUNS; i++) for (const way of WAYS) results.get(way)!.push(run(way, file, folder));
    const median = (way: Way, of: "ms" | "megabytes") =>
      results
        .get(way)!
        .map((m) => m[of])
        .sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    for (const way of WAYS) {
      const [ms, megabytes] = [median(way, "ms"), median(way, "megabytes")];
      const ratio = (ms / median("arquero fromCSV", "ms")).toFixed(2);
      console.log(
        `${way.padEnd(40)} ${ms.toFixed(0).padStart(6)} ms  ${ratio} × fromCSV  ${megabytes.toFixed(0)} MB at most`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [way, file, folder] = process.argv.slice(2);
const done = way === undefined ? compare() : measure(way as Way, file!, folder!);
done.catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
