import { type Engine, numbers, texts } from "../data/engine";
import { type ChiSquare, chiSquare } from "../stats/chi-square";

/** What {@link independence} counts. */
export interface IndependenceOptions {
  /** FROM clause: a table, a join, or a query in brackets with a name. */
  readonly from: string;
  /** The two columns whose values are crossed. */
  readonly by: readonly [row: string, column: string];
}

/** A table of counts and the test of its independence. */
export interface Independence extends ChiSquare {
  /** Values of the first column, in order of their texts; NULL is left out. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Counts by row and column. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts the rows of a table by two of its columns, and tests whether the two have to do with each other. Rows of one
 * customer often resemble each other: then the p value is too small. O(rows) in the engine.
 *
 * @throws RangeError when fewer than two values of either column occur; Error when the query is wrong
 * @example (await independence(shop.engine, { from: "order_lines", by: ["category", "coupon"] })).p // .65 on the original
 */
export async function independence(engine: Engine, { from, by }: IndependenceOptions): Promise<Independence> {
  const found = await engine.query(`
    SELECT CAST(${by[0]} AS VARCHAR) AS row_name, CAST(${by[1]} AS VARCHAR) AS column_name, count(*) AS n
    FROM ${from} GROUP BY ${by[0]}, ${by[1]}`);
  const [rowOf, columnOf, n] = [texts(found, "row_name"), texts(found, "column_name"), numbers(found, "n")];
  const named = (list: readonly (string | null)[]) =>
    [...new Set(list)].filter((name): name is string => name !== null).sort();
  const [rows, columns] = [named(rowOf), named(columnOf)];
  const counts = rows.map(() => new Array<number>(columns.length).fill(0));
  rowOf.forEach((row, i) => {
    const column = columnOf[i] as string | null;
    if (row === null || column === null) return;
    (counts[rows.indexOf(row)] as number[])[columns.indexOf(column)] = n[i] as number;
  });
  return { rows, columns, counts, ...chiSquare(counts) };
}
