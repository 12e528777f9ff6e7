/**
 * A column of a query's answer, typed by `kind`:
 *
 * - `number`: one double a row; NULL is NaN. Decimals arrive as the nearest double of their exact value.
 * - `date`: UTC milliseconds since 1970 for DATE and TIMESTAMP; NULL is NaN. Times carry no time zone.
 * - `text`: one string a row; NULL is `null`.
 * - `boolean`: one boolean a row; NULL is `null`.
 */
export type Column =
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "date"; readonly values: Float64Array }
  | { readonly kind: "text"; readonly values: readonly (string | null)[] }
  | { readonly kind: "boolean"; readonly values: readonly (boolean | null)[] };

/** The answer to a query: named, typed columns of equal length, in the order of the SELECT. */
export interface Columns {
  readonly rows: number;
  readonly names: readonly string[];
  /**
   * The column of that name, in O(1).
   * @throws RangeError when the answer has no such column; the message lists those it has.
   * @example (await engine.query("SELECT 1 AS one")).column("one")
   */
  column(name: string): Column;
}

/**
 * What the project asks of a database: plain SQL in, typed columns out. The SQL is the subset that
 * DuckDB and Trino share (CAST, explicit GROUP BY, JOIN … ON, window functions). Rows of a query
 * without ORDER BY come in no promised order.
 */
export interface Engine {
  /** The engine's name and version, for the provenance of a report. */
  readonly name: string;
  /**
   * Runs one SELECT. Rejects with an Error that holds the engine's message and the statement. Values are handed
   * over at 0.05 to 0.2 µs each, so a million rows of ten columns take a second or two: group in SQL where you can.
   */
  query(sql: string): Promise<Columns>;
  /** Runs one statement that answers no rows, such as CREATE TABLE … AS SELECT. */
  execute(sql: string): Promise<void>;
  /** Frees the engine. Queries asked for before are finished first; later ones are refused. */
  close(): Promise<void>;
}

/**
 * Columns from a list of names and columns, checked: names are unique and lengths equal. O(columns).
 * @throws RangeError when a name comes twice or a column has another length than the first.
 * @example columnsOf([["n", { kind: "number", values: Float64Array.of(1, 2) }]]).rows // 2
 */
export function columnsOf(entries: readonly (readonly [string, Column])[]): Columns {
  const byName = new Map<string, Column>();
  const rows = entries[0]?.[1].values.length ?? 0;
  for (const [name, column] of entries) {
    if (byName.has(name)) {
      throw new RangeError(`The query answers two columns named "${name}"; give one another name with AS.`);
    }
    if (column.values.length !== rows) {
      throw new RangeError(`Column "${name}" has ${column.values.length} rows, the first has ${rows}.`);
    }
    byName.set(name, column);
  }
  const names = [...byName.keys()];
  return {
    rows,
    names,
    column(name) {
      const column = byName.get(name);
      if (column === undefined) {
        throw new RangeError(`There is no column "${name}"; there are: ${names.join(", ")}.`);
      }
      return column;
    },
  };
}

/**
 * The values of a number or date column.
 * @throws TypeError when the column holds text or booleans.
 * @example numbers(await engine.query("SELECT 2 AS n"), "n")[0] // 2
 */
export function numbers(columns: Columns, name: string): Float64Array {
  const column = columns.column(name);
  if (column.kind === "number" || column.kind === "date") return column.values;
  throw new TypeError(`Column "${name}" holds ${column.kind}, not numbers.`);
}

/**
 * The values of a text column.
 * @throws TypeError when the column is not text.
 * @example texts(await engine.query("SELECT 'a' AS t"), "t")[0] // "a"
 */
export function texts(columns: Columns, name: string): readonly (string | null)[] {
  const column = columns.column(name);
  if (column.kind === "text") return column.values;
  throw new TypeError(`Column "${name}" holds a ${column.kind}, not text.`);
}
