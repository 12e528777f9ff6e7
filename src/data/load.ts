import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "./atomic";
import { checkScan, firstBadCell } from "./contract";
import { DataError } from "./data-error";
import type { DuckDB } from "./duckdb";
import { numbers } from "./engine";
import type { RawColumn } from "./layout";
import { scanFile } from "./scan";

/** Part of a cache file's name: raise it whenever the table that is made from a raw file changes. */
const SCHEMA_VERSION = 1;

/** A raw file that has been read: what a report's provenance names. */
export interface LoadedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Whether the rows came from the Parquet cache. */
  readonly cached: boolean;
}

/**
 * Reads a raw file into a new table of the engine, from the Parquet cache of the same bytes when there
 * is one. A broken cache file is made again; a cache folder that cannot be written is done without.
 * O(bytes): 45 MB take about 1.5 s, from the cache 0.3 s, most of it the digest.
 * @param cacheDir the folder of cache files; null reads the raw file and writes nothing.
 * @throws DataError when the file breaks its layout.
 * @example await loadRaw(engine, "data.csv", ONLINE_RETAIL_LAYOUT, "raw", null)
 */
export async function loadRaw(
  engine: DuckDB,
  path: string,
  layout: readonly RawColumn[],
  table: string,
  cacheDir: string | null,
): Promise<LoadedFile> {
  const scan = await scanFile(path);
  const { sha256, bytes } = scan;
  const cacheFile = cacheDir === null ? null : join(cacheDir, `raw-v${SCHEMA_VERSION}-${sha256}.parquet`);
  if (cacheFile !== null && existsSync(cacheFile)) {
    const rows = await readCache(engine, cacheFile, layout, table);
    if (rows !== null) return { sha256, bytes, rows, cached: true };
  }
  await checkScan(path, scan, layout);
  try {
    await engine.readCsv(path, layout, table);
  } catch (cause) {
    throw (await firstBadCell(path, layout)) ?? unreadable(path, cause);
  }
  const rows = await countRows(engine, table);
  if (rows === 0) {
    throw new DataError({
      file: path,
      line: 2,
      problem: "The file has a header and no rows",
      advice: "give it rows",
    });
  }
  if (cacheFile !== null) {
    await writeAtomically(cacheFile, (temporary) => engine.writeParquet(table, temporary)).catch(
      () => undefined,
    );
  }
  return { sha256, bytes, rows, cached: false };
}

/** The number of rows of a good cache file; null, with the file and the table gone, for a broken one. */
async function readCache(engine: DuckDB, file: string, layout: readonly RawColumn[], table: string) {
  try {
    await engine.readParquet(file, table);
    const rows = await countRows(engine, table);
    await engine.query(
      `SELECT line, ${layout.map((column) => column.name).join(", ")} FROM ${table} LIMIT 1`,
    );
    const last = numbers(await engine.query(`SELECT max(line) AS last FROM ${table}`), "last")[0];
    if (rows > 0 && last === rows) return rows;
  } catch {
    // A cache that cannot be read is as good as none.
  }
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  await rm(file, { force: true }).catch(() => undefined);
  return null;
}

async function countRows(engine: DuckDB, table: string): Promise<number> {
  return numbers(await engine.query(`SELECT count(*) AS n FROM ${table}`), "n")[0]!;
}

function unreadable(file: string, cause: unknown): DataError {
  const message = cause instanceof Error ? cause.message.split("\n")[0]! : String(cause);
  return new DataError({ file, problem: `The file cannot be read (${message})`, advice: "fetch it again" });
}
