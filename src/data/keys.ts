import { DataError } from "./data-error";
import type { DuckDB } from "./duckdb";
import { numbers, texts } from "./engine";
import { fetchAgain, type Layout } from "./layout";
import { lineOfRow } from "./line-of-row";

/** A table of the engine with the file it came from. */
export interface Origin {
  readonly table: string;
  readonly path: string;
  readonly layout: Layout;
}

/** A rule that every row of a table must keep. */
export interface RowRule {
  /** The engine's name of the column whose value is at fault. */
  readonly column: string;
  /** FROM clause and WHERE condition that find the rows at fault; the table goes by the name `t`. */
  readonly faulty: string;
  /** What is wrong, for people; it may use the value at fault. */
  problem(value: string): string;
  readonly advice: string;
}

/**
 * Checks a rule across rows or tables, in the engine.
 * @throws DataError at the first row of the file that breaks it, with file, line, column and value.
 * @example await requireRule(engine, orders, { column: "order_id", faulty: "FROM orders t WHERE …", problem, advice })
 */
export async function requireRule(engine: DuckDB, origin: Origin, rule: RowRule): Promise<void> {
  const { column, faulty } = rule;
  const first = numbers(await engine.query(`SELECT min(t.rowid) AS first ${faulty}`), "first")[0]!;
  if (Number.isNaN(first)) return;
  const cell = `SELECT CAST(${column} AS VARCHAR) AS cell FROM ${origin.table} WHERE rowid = ${first}`;
  const value = texts(await engine.query(cell), "cell")[0] ?? "";
  throw new DataError({
    file: origin.path,
    line: await lineOfRow(origin.path, first),
    column: origin.layout.columns.find(({ name }) => name === column)?.header,
    value,
    problem: rule.problem(value),
    advice: `${rule.advice}, or ${fetchAgain(origin.layout)}`,
  });
}

/**
 * The rule that no two rows share an id, or what else stands in a column; the second of them is at fault. O(rows).
 * @param what what the column holds, for people
 * @example uniqueRule("orders", "order_id")
 */
export function uniqueRule(table: string, column: string, what = "id"): RowRule {
  return {
    column,
    faulty: `FROM ${table} t JOIN (SELECT ${column} AS id, min(rowid) AS first FROM ${table}
      GROUP BY ${column} HAVING count(*) > 1) twice ON twice.id = t.${column} WHERE t.rowid > twice.first`,
    problem: (value) => `The ${what} ${value} stands twice`,
    advice: "keep one of the rows",
  };
}

/**
 * The rule that an id is one of another table's. O(rows of both).
 * @param condition a condition on the other table's row, which goes by the name `o`
 * @example foreignRule("lines", "product", "products", "products.csv")
 */
export function foreignRule(
  table: string,
  column: string,
  other: string,
  otherFile: string,
  condition = "TRUE",
): RowRule {
  return {
    column,
    faulty: `FROM ${table} t LEFT JOIN ${other} o ON o.${column} = t.${column} AND ${condition} WHERE o.${column} IS NULL`,
    problem: (value) =>
      `The id ${value} is not one of ${otherFile}${condition === "TRUE" ? "" : ` with ${condition.replace(/^o\./, "")}`}`,
    advice: `take all files from the same copy of the data: this row belongs to another ${otherFile}`,
  };
}
