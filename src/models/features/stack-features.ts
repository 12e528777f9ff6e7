import { type Features, rowsOf } from "./features";

/**
 * The rows of tables of the same features, one table after the other. O(rows × features).
 *
 * @param tables with the same names in the same order
 * @throws RangeError when there are no tables, their names differ, or one is malformed (as `rowsOf`)
 * @example stackFeatures([lastOrders.features, ordersBefore.features])
 */
export function stackFeatures(tables: readonly Features[]): Features {
  const first = tables[0];
  if (first === undefined) throw new RangeError("There are no tables to stack: give at least one.");
  const counts = tables.map(rowsOf);
  const rows = counts.reduce((sum, n) => sum + n, 0);
  for (const [t, { names }] of tables.entries()) {
    const f = Array.from({ length: Math.max(names.length, first.names.length) }, (_, i) => i).find(
      (i) => names[i] !== first.names[i],
    );
    if (f !== undefined)
      throw new RangeError(
        `Feature ${f + 1} of table ${t + 1} is ${called(names[f])}, of table 1 ${called(first.names[f])}: stack the same features in the same order.`,
      );
  }
  const columns = first.columns.map((_, f) => {
    // Half of the memory where nothing is lost by it.
    const single = tables.every((table) => table.columns[f] instanceof Float32Array);
    const stacked = single ? new Float32Array(rows) : new Float64Array(rows);
    let at = 0;
    for (const [t, table] of tables.entries()) {
      stacked.set(table.columns[f]!, at);
      at += counts[t]!;
    }
    return stacked;
  });
  return { names: first.names, columns };
}

const called = (name: string | undefined) => (name === undefined ? "nothing" : `"${name}"`);
