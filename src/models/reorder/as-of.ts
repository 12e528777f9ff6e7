import type { Columns, Engine } from "../../data/engine";
import { INSTACART_TABLES } from "../../data/instacart/open";
import type { ReorderTables } from "./labelled-order";

/** What is read after FROM or JOIN: a table's name, or a bracket that opens a subquery. */
const READS = /\b(?:FROM|JOIN)\s+(\(|[\w."]+)/gi;
/** A subquery that the statement names. */
const NAMED = /\b(\w+)\s+AS\s+\(\s*SELECT\b/gi;

/**
 * Runs a query of features, and refuses one that reads anything but history and the beginning of the labelled order, so
 * that no feature can know what that order or a later one holds.
 *
 * @throws Error naming the table that lies outside; and as the engine does
 * @example await queryAsOf(engine, tables, `SELECT customer, count(*) AS n FROM ${tables.lines} GROUP BY customer`)
 */
export async function queryAsOf(engine: Engine, tables: ReorderTables, sql: string): Promise<Columns> {
  requireAsOf(tables, sql);
  return engine.query(sql);
}

/**
 * Checks what a feature's statement reads. O(length of the statement).
 *
 * @throws Error when the statement names a table of the data set or one of the preparation that holds the labelled order,
 * anywhere, or reads a table that is neither history nor named in the statement itself
 * @example requireAsOf(tables, "SELECT product FROM lines") // throws
 */
export function requireAsOf(tables: ReorderTables, sql: string): void {
  const open = [tables.lines, tables.orders, tables.coming, tables.products];
  const refuse = (table: string) => {
    throw new Error(
      `A feature reads "${table}", which may hold the order that is predicted or later ones: read only ${open.join(", ")}.`,
    );
  };
  const closed = new Set<string>([
    ...INSTACART_TABLES,
    ...Object.values(tables).filter((table) => !open.includes(table)),
  ]);
  for (const [word] of sql.toLowerCase().matchAll(/\w+/g)) if (closed.has(word)) refuse(word);
  const may = new Set(open);
  for (const [, name] of sql.matchAll(NAMED)) may.add(name as string);
  for (const [, read] of sql.matchAll(READS))
    if (read !== "(" && !may.has(read as string)) refuse(read as string);
}
