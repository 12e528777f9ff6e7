import { type DuckDBConnection, DuckDBInstance, version } from "@duckdb/node-api";
import { type Columns, columnsOf, type Engine } from "./engine";
import { type Layout, patternOf, type RawColumn } from "./layout";
import { spillFolder } from "./spill";
import { columnReader } from "./vectors";

/** The embedded engine: what every engine does, and reading and writing files. */
export interface DuckDB extends Engine {
  /**
   * Reads a checked CSV file (comma, CRLF or LF, one header row) into a new table with the layout's columns,
   * in the file's order. Strict: rejects when a row has too few or too many cells, or
   * when a cell does not look as the layout says or holds a line break. Prices are DECIMAL(12, 3), so sums are exact.
   */
  readCsv(path: string, layout: Layout, table: string): Promise<void>;
  /** Reads a Parquet file into a new table. */
  readParquet(path: string, table: string): Promise<void>;
  /** Writes a table to a Parquet file, row order kept. */
  writeParquet(table: string, path: string): Promise<void>;
}

/** What tables and queries may hold in memory before they spill to temporary files. */
const MEMORY = "2GB";
/** How many characters of a failed statement its error shows. */
const STATEMENT_SHOWN = 300;

/**
 * Opens an embedded DuckDB in memory. Statements run one after another, in the order they were asked
 * for, so that callers may await several at once. Holds 2 GB in memory at most; what is larger spills to temporary
 * files, which are gone once it is closed. Starts in about 30 ms.
 * @throws Error when the native library of this platform is missing.
 * @example const engine = await openDuckDB(); await engine.query("SELECT 42 AS answer");
 */
export async function openDuckDB(): Promise<DuckDB> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY,
    temp_directory: spillFolder(),
  });
  const connection = await instance.connect();
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  const inTurn = <T>(sql: string, task: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new Error("The data set is closed; open it again before asking it."));
    const turn = tail.then(task).catch((cause: unknown) => {
      throw explained(sql, cause);
    });
    tail = turn.catch(() => undefined);
    return turn;
  };
  const execute = (sql: string) =>
    inTurn(sql, async () => {
      await connection.run(sql);
    });
  return {
    name: `DuckDB ${version()}`,
    query: (sql) => inTurn(sql, () => select(connection, sql)),
    execute,
    async readCsv(path, layout, table) {
      if (!layout.numbered) {
        await execute(`CREATE TABLE ${table} AS SELECT ${typedCells(layout)} FROM ${csvScan(path, layout)}`);
        return;
      }
      const staged = `${table}_staged`;
      try {
        await execute(`CREATE TABLE ${staged} AS SELECT * FROM ${csvScan(path, layout)}`);
        await execute(
          `CREATE TABLE ${table} AS SELECT rowid + 1 AS line, ${typedCells(layout)} FROM ${staged}`,
        );
      } finally {
        await execute(`DROP TABLE IF EXISTS ${staged}`);
      }
    },
    readParquet: (path, table) =>
      execute(`CREATE TABLE ${table} AS SELECT * FROM read_parquet(${sqlText(path)})`),
    writeParquet: (table, path) =>
      execute(`COPY ${table} TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`),
    async close() {
      if (closed) return;
      closed = true;
      await tail;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function select(connection: DuckDBConnection, sql: string): Promise<Columns> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const readers = names.map((name, i) => columnReader(name, result.columnType(i), i));
  // The engine works on the next chunk while this thread reads the last.
  let coming = result.fetchChunk();
  for (let chunk = await coming; chunk !== null && chunk.rowCount > 0; chunk = await coming) {
    coming = result.fetchChunk();
    try {
      for (const reader of readers) reader.take(chunk);
    } catch (error) {
      await coming.catch(() => undefined);
      throw error;
    }
  }
  return columnsOf(names.map((name, i) => [name, readers[i]!.column()]));
}

function csvScan(path: string, layout: Layout): string {
  const columns = layout.columns.map((column) => `${sqlText(column.name)}: 'VARCHAR'`).join(", ");
  return `read_csv(${sqlText(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    encoding = ${sqlText(layout.encoding)}, strict_mode = true, columns = {${columns}})`;
}

function typedCells(layout: Layout): string {
  return layout.columns.map((column) => `${typedCell(column)} AS ${column.name}`).join(", ");
}

/** A cell in its type; a cell that does not look right raises an error rather than becoming NULL. */
function typedCell(column: RawColumn): string {
  const { name, type, nullable } = column;
  const wrong = `error('bad cell in ${name}: ' || coalesce(${name}, 'nothing'))`;
  const pattern = patternOf(column);
  if (pattern === null) {
    // A quote that is not closed swallows the rows up to the next one: no cell may hold a line break.
    const bad = `contains(${name}, chr(10)) OR contains(${name}, chr(13))${nullable ? "" : ` OR ${name} IS NULL`}`;
    return `CASE WHEN ${bad} THEN ${wrong} ELSE ${name} END`;
  }
  const cast = {
    text: name,
    integer: `CAST(${name} AS ${column.sql ?? "INTEGER"})`,
    decimal: `CAST(${name} AS ${column.sql ?? "DECIMAL(12, 3)"})`,
    date: `CAST(${name} AS DATE)`,
    time: `strptime(${name}, '%-m/%-d/%Y %-H:%M')`,
  }[type];
  const looksRight = `regexp_full_match(${name}, ${sqlText(pattern)})`;
  const empty = nullable ? `WHEN ${name} IS NULL THEN NULL ` : "";
  return `CASE ${empty}WHEN ${looksRight} THEN ${cast} ELSE ${wrong} END`;
}

function explained(sql: string, cause: unknown): Error {
  const text = sql.trim();
  const shown = text.length > STATEMENT_SHOWN ? `${text.slice(0, STATEMENT_SHOWN)} …` : text;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${message}\nThe statement was: ${shown}`, { cause });
}

/**
 * Text as an SQL string literal: quotes are doubled, so that no value can end the literal.
 * @throws RangeError when the text holds a NUL character, which no engine takes.
 * @example sqlText("don't") // "'don''t'"
 */
export function sqlText(text: string): string {
  if (text.includes("\0")) throw new RangeError("A text with a NUL character cannot be put into SQL.");
  return `'${text.replaceAll("'", "''")}'`;
}
