import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { DataError } from "./data-error";
import { type DuckDB, openDuckDB } from "./duckdb";
import type { Engine } from "./engine";
import { type Generated, withGeneratedFiles } from "./generated-files";
import type { Layout } from "./layout";
import { loadRaw } from "./load";
import { CACHE_DIR, dataDir, findRaw, kindOf } from "./places";
import { toTable } from "./table";

/** A raw file behind a data set. */
export interface DatasetFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** What every open data set has. */
export interface Dataset {
  readonly name: string;
  /** Whether the rows are the original's or generated; every report says so. */
  readonly source: "real" | "generated";
  readonly files: readonly DatasetFile[];
  /** The seed of generated data; null for real data. */
  readonly seed: number | null;
  readonly engine: Engine;
  /** Runs one SELECT and gives an Arquero table. Without ORDER BY the rows come in no promised order. */
  query(sql: string): Promise<ColumnTable>;
  /** Closes the engine and frees its memory. */
  close(): Promise<void>;
}

/** Which rows to open; what all data sets take. */
export interface DatasetOptions {
  /** `auto` (the default) takes the real files when they are there, else generated rows. */
  readonly source?: "auto" | "real" | "generated" | undefined;
  /** The data folder; by default what SEGMENTBOOK_DATA names, else the project's `data/`. */
  readonly dir?: string | undefined;
  /** Seed of generated rows; 1 by default. */
  readonly seed?: number | undefined;
  /** Whether to use and fill the cache in the project's `data/.cache` (true by default), or another folder for it. */
  readonly cache?: boolean | string | undefined;
}

/** A raw file of a data set: its name, the engine's table it is read into, and how it is written. */
export interface RawFile {
  readonly file: string;
  readonly table: string;
  readonly layout: Layout;
  /** Whether the data set opens without it. */
  readonly optional?: boolean;
}

/** How a data set is made of raw files. */
export interface Definition {
  readonly name: string;
  readonly files: readonly RawFile[];
  /** What is generated in place of the real files, for a seed. */
  generated(seed: number): Generated;
  /** Checks across files, and derived tables and views; the paths of the files that are there, by file name. */
  prepare?(engine: DuckDB, paths: ReadonlyMap<string, string>): Promise<void>;
}

/** The seed of generated rows by default. */
export const DEFAULT_SEED = 1;

/**
 * Opens a data set as its definition says: the real files where they lie in the data folder, else generated ones.
 * O(bytes) once; from the cache much less.
 * @throws DataError when a real file is asked for or partly there but missing, or breaks its layout or a check of
 * `prepare`; RangeError when the generator's options are out of range.
 * @example await openFiles(ONLINE_RETAIL, { source: "generated", seed: 7 })
 */
export async function openFiles(definition: Definition, options: DatasetOptions): Promise<Dataset> {
  const { name, files } = definition;
  const { source = "auto", seed = DEFAULT_SEED } = options;
  const { cache = true } = options;
  const cacheDir = cache === false ? null : cache === true ? CACHE_DIR : cache;
  const dir = dataDir(options.dir);
  const required = files.filter((file) => file.optional !== true);
  const found = source === "generated" ? [null] : await findAll(dir, name, required);
  if (!found.includes(null)) {
    return readInto(definition, join(dir, name), cacheDir, { source: "real", seed: null });
  }
  if (source === "real") throw noReal(definition, dir);
  return withGeneratedFiles(definition.generated(seed), cacheDir, (folder) =>
    readInto(definition, folder, cacheDir, { source: "generated", seed }),
  );
}

/** The paths of files in a data set's folder, all null when there is no such folder. */
async function findAll(dir: string, name: string, files: readonly RawFile[]): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const { file } of files) found.push(await findRaw(dir, name, file));
  return found;
}

async function readInto(
  definition: Definition,
  folder: string,
  cacheDir: string | null,
  origin: Pick<Dataset, "source" | "seed">,
): Promise<Dataset> {
  const engine = await openDuckDB();
  try {
    const paths = new Map<string, string>();
    const loaded: DatasetFile[] = [];
    for (const { file, table, layout, optional } of definition.files) {
      const path = join(folder, file);
      if (optional === true && (await kindOf(path)) === "nothing") continue;
      const { sha256, bytes, rows } = await loadRaw(engine, path, layout, table, cacheDir);
      paths.set(file, path);
      loaded.push({ name: file, sha256, bytes, rows });
    }
    await definition.prepare?.(engine, paths);
    return {
      name: definition.name,
      ...origin,
      files: loaded,
      engine,
      query: async (sql) => toTable(await engine.query(sql)),
      close: () => engine.close(),
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function noReal({ name, files }: Definition, dir: string): DataError {
  return new DataError({
    file: join(dir, name, files[0]!.file),
    problem: "The real file is not there",
    advice: `fetch it (npm run data -- ${name}), or open the data set with source "generated"`,
  });
}
