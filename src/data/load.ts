import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "./atomic";
import { firstBadCell } from "./bad-cell";
import { checkScan } from "./contract";
import { DataError } from "./data-error";
import type { DuckDB } from "./duckdb";
import { numbers } from "./engine";
import { fetchAgain, type Layout } from "./layout";
import { type FileScan, scanFile } from "./scan";

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
 * O(bytes): 45 MB take about 1 s, from the cache 0.2 s.
 * @param cacheDir the folder of cache files; null reads the raw file and writes nothing.
 * @throws DataError when the file breaks its layout, cannot be read, or changes while it is read.
 * @example await loadRaw(engine, "data.csv", ONLINE_RETAIL_LAYOUT, "raw", null)
 */
export async function loadRaw(
  engine: DuckDB,
  path: string,
  layout: Layout,
  table: string,
  cacheDir: string | null,
): Promise<LoadedFile> {
  const before = await versionOf(path);
  const scan = await scanFile(path).catch((cause: unknown) => {
    throw unreadable(path, layout, cause);
  });
  const { sha256, bytes } = scan;
  const cacheFile = cacheDir === null ? null : join(cacheDir, `raw-v${SCHEMA_VERSION}-${sha256}.parquet`);
  if (cacheFile !== null && existsSync(cacheFile)) {
    const rows = await readCache(engine, cacheFile, layout, table);
    if (rows !== null) return { sha256, bytes, rows, cached: true };
  }
  const fault = await readChecked(engine, path, scan, layout, table);
  // Rows of other bytes than those of the digest would lie in the cache under its name.
  if ((await versionOf(path)) !== before && (await digestOf(path)) !== sha256) throw changed(path);
  if (fault !== null) throw fault;
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

/** Reads the file into the table; gives what is wrong with it, or null. */
async function readChecked(
  engine: DuckDB,
  path: string,
  scan: FileScan,
  layout: Layout,
  table: string,
): Promise<DataError | null> {
  try {
    await checkScan(path, scan, layout);
  } catch (fault) {
    return fault instanceof DataError ? fault : unreadable(path, layout, fault);
  }
  try {
    await engine.readCsv(path, layout, table);
    return null;
  } catch (cause) {
    // A file too large to be searched is told of in the engine's words.
    return (await firstBadCell(path, layout).catch(() => null)) ?? unreadable(path, layout, cause);
  }
}

/** What differs once a file is written to or replaced, be it by the same bytes; empty when it is gone. */
async function versionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return "";
  }
}

/** A file's digest; empty when it is gone. */
async function digestOf(path: string): Promise<string> {
  return scanFile(path).then(
    (scan) => scan.sha256,
    () => "",
  );
}

function changed(file: string): DataError {
  return new DataError({
    file,
    problem: "The file was changed while it was read",
    advice: "open the data set again once the file is whole",
  });
}

/** The number of rows of a good cache file; null, with the file and the table gone, for a broken one. */
async function readCache(engine: DuckDB, file: string, layout: Layout, table: string) {
  try {
    await engine.readParquet(file, table);
    const rows = await countRows(engine, table);
    const names = layout.columns.map((column) => column.name);
    await engine.query(
      `SELECT ${[...(layout.numbered ? ["line"] : []), ...names].join(", ")} FROM ${table} LIMIT 1`,
    );
    if (rows > 0 && (!layout.numbered || (await lastLine(engine, table)) === rows)) return rows;
  } catch {
    // A cache that cannot be read is as good as none.
  }
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  await rm(file, { force: true }).catch(() => undefined);
  return null;
}

async function lastLine(engine: DuckDB, table: string): Promise<number> {
  return numbers(await engine.query(`SELECT max(line) AS last FROM ${table}`), "last")[0]!;
}

async function countRows(engine: DuckDB, table: string): Promise<number> {
  return numbers(await engine.query(`SELECT count(*) AS n FROM ${table}`), "n")[0]!;
}

function unreadable(file: string, layout: Layout, cause: unknown): DataError {
  const message = cause instanceof Error ? cause.message.split("\n")[0]! : String(cause);
  const advice = `see that it is a file that you may read, or ${fetchAgain(layout)}`;
  return new DataError({ file, problem: `The file cannot be read (${message})`, advice });
}
