import { type ColumnTable, table } from "arquero";
import type { Column, Columns } from "./engine";

/**
 * An Arquero table over typed columns, without copying numbers and text. Numbers stay Float64Array
 * (NULL is NaN), text and booleans keep `null`; a date column gives UTC `Date`s (NULL is `null`),
 * made once, so that Arquero groups, sorts and prints them as dates. O(rows) for dates, O(1) else.
 * @throws RangeError when a column is named `__proto__`, which no table of plain objects can hold.
 * @example toTable(await engine.query("SELECT country, count(*) AS n FROM raw GROUP BY country"))
 */
export function toTable(columns: Columns): ColumnTable {
  const entries = columns.names.map((name): [string, ArrayLike<unknown>] => {
    if (name === "__proto__") {
      throw new RangeError('A table cannot hold a column named "__proto__"; rename it with AS.');
    }
    return [name, arqueroColumn(columns.column(name))];
  });
  return table(Object.fromEntries(entries), [...columns.names]);
}

function arqueroColumn(column: Column): ArrayLike<unknown> {
  if (column.kind !== "date") return column.values;
  return Array.from(column.values, (ms) => (Number.isNaN(ms) ? null : new Date(ms)));
}
