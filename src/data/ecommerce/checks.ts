import { DataError } from "../data-error";
import { type Engine, numbers, texts } from "../engine";
import { ECOMMERCE_FILES, ECOMMERCE_LAYOUTS } from "./layouts";

type TableName = keyof typeof ECOMMERCE_FILES;

/** What must be so across rows: each answers the rows that break it as `line` and `value`, and says what is wrong. */
interface Rule {
  readonly table: TableName;
  readonly column: string;
  readonly problem: string;
  readonly advice: string;
  readonly sql: string;
}

/** The engine's table of a raw file, with the number `line` of its rows. */
export const rawTable = (table: TableName) => `raw_${table}`;

const unique = (table: TableName, column: string, by: readonly string[], what: string): Rule => ({
  table,
  column,
  problem: `The ${what} stands in an earlier row too`,
  advice: "keep one of the rows",
  sql: `
    SELECT min(line) AS line, min(CAST(${column} AS VARCHAR)) AS value
    FROM (SELECT *, row_number() OVER (PARTITION BY ${by.join(", ")} ORDER BY line) AS nth FROM ${rawTable(table)}) AS numbered
    WHERE nth = 2
    GROUP BY line`,
});

const listed = (column: string, inTable: TableName): Rule => ({
  table: "sales",
  column,
  problem: `${ECOMMERCE_FILES[inTable]} has no row for it`,
  advice: `add the row to ${ECOMMERCE_FILES[inTable]}, or take the sale out`,
  sql: `
    SELECT line, CAST(sold.${column} AS VARCHAR) AS value
    FROM ${rawTable("sales")} AS sold
    LEFT JOIN (SELECT DISTINCT ${column} AS known FROM ${rawTable(inTable)}) AS list ON sold.${column} = known
    WHERE known IS NULL`,
});

const oneOnly = (column: string, of: readonly string[], problem: string): Rule => ({
  table: "sales",
  column,
  problem,
  advice: "make the rows agree",
  sql: `
    SELECT line, CAST(${column} AS VARCHAR) AS value
    FROM (SELECT *, first_value(${column}) OVER (PARTITION BY ${of.join(", ")} ORDER BY line) AS earlier
          FROM ${rawTable("sales")}) AS compared
    WHERE ${column} <> earlier`,
});

const RULES: readonly Rule[] = [
  unique("customers", "customer", ["customer"], "customer"),
  unique("discounts", "category", ["month", "category"], "month with this category"),
  unique("marketing", "date", ["date"], "day"),
  unique("taxes", "category", ["category"], "category"),
  listed("customer", "customers"),
  listed("category", "taxes"),
  listed("date", "marketing"),
  oneOnly("category", ["product"], "The product has another category in an earlier row"),
  oneOnly(
    "date",
    ["customer", "transaction"],
    "The customer's transaction has another day in an earlier row",
  ),
];

/**
 * Checks what no single row tells: that keys are unique, that every sale's customer, category and day are listed, that
 * a product has one category and a customer's transaction one day. O(lines log lines), about 0.1 s for 53,000.
 *
 * @param paths where the five files lie, by their names
 * @throws DataError at the first row that breaks a rule, naming file, line, column, value and what to do
 * @example await checkAcross(engine, new Map([["Tax_info.csv", "data/ecommerce/Tax_info.csv"]]))
 */
export async function checkAcross(engine: Engine, paths: ReadonlyMap<string, string>): Promise<void> {
  for (const { table, column, problem, advice, sql } of RULES) {
    const found = await engine.query(`SELECT line, value FROM (${sql}) AS faults ORDER BY line LIMIT 1`);
    if (found.rows === 0) continue;
    const file = ECOMMERCE_FILES[table];
    const header = ECOMMERCE_LAYOUTS[table].columns.find(({ name }) => name === column)?.header;
    throw new DataError({
      file: paths.get(file) ?? file,
      // The header is the file's first line.
      line: numbers(found, "line")[0]! + 1,
      column: header,
      value: texts(found, "value")[0] ?? undefined,
      problem,
      advice,
    });
  }
}
