import type { Cell } from "./chart";

/** Anything with rows as objects: an Arquero table is one. */
export interface TableLike {
  objects(): readonly object[];
}

/** Rows of a chart: objects, or an Arquero table. */
export type Rows<T extends object> = readonly T[] | TableLike;

/** Name of a column of rows of type `T`. */
export type Column<T extends object> = keyof T & string;

/** The rows as an array of objects. O(n). */
export function toRows<T extends object>(rows: Rows<T>): readonly object[] {
  return "objects" in rows ? rows.objects() : rows;
}

/**
 * A column as finite numbers.
 *
 * @throws Error that names row (from 1), column and value of the first one that is not a finite number.
 * @example numbers([{ units: 6 }], "units") // [6]
 */
export function numbers(rows: readonly object[], column: string): number[] {
  return cells(rows, column).map((value, i) => {
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    throw new Error(
      `Row ${i + 1}, column "${column}": ${show(value)} is not a finite number. Drop or fill such rows before drawing.`,
    );
  });
}

/**
 * A column as text; dates as ISO dates, missing values as "(none)".
 *
 * @throws Error if the column is not there.
 * @example labels([{ day: new Date(0) }], "day") // ["1970-01-01"]
 */
export function labels(rows: readonly object[], column: string): string[] {
  return cells(rows, column).map((value) => {
    if (value === null || value === undefined || value === "") return "(none)";
    return value instanceof Date ? isoDate(value) : String(value);
  });
}

/**
 * A column as it is.
 *
 * @throws Error if a row lacks it.
 * @example cells([{ day: "Mon" }], "day") // ["Mon"]
 */
export function cells(rows: readonly object[], column: string): unknown[] {
  return rows.map((row, i) => {
    if (Object.hasOwn(row, column)) return (row as Record<string, unknown>)[column];
    const known = Object.keys(row).map((key) => `"${key}"`);
    throw new Error(`Row ${i + 1} has no column "${column}". Its columns are ${known.join(", ") || "none"}.`);
  });
}

/**
 * The distinct values in order of first appearance.
 *
 * @example distinct(["b", "a", "b"]) // ["b", "a"]
 */
export function distinct<V>(values: readonly V[]): V[] {
  return [...new Set(values)];
}

/**
 * Holds that no label stands twice.
 *
 * @throws Error that names the label and both rows.
 * @example requireUnique(["UK", "UK"], "The bar") // throws: The bar "UK" stands in rows 1 and 2.
 */
export function requireUnique(values: readonly string[], what: string): void {
  const first = new Map<string, number>();
  for (const [i, value] of values.entries()) {
    const before = first.get(value);
    if (before !== undefined) {
      throw new Error(
        `${what} "${value}" stands in rows ${before + 1} and ${i + 1}. Aggregate the rows before drawing.`,
      );
    }
    first.set(value, i);
  }
}

/**
 * Rows of cells from columns of equal length.
 *
 * @example zip(["a", "b"], [1, 2]) // [["a", 1], ["b", 2]]
 */
export function zip(...columns: readonly (readonly Cell[])[]): Cell[][] {
  return (columns[0] ?? []).map((_value, i) => columns.map((column) => column[i] ?? null));
}

/**
 * A date in UTC as 2011-12-09, or 2011-12-09 12:50 if it has a time of day.
 *
 * @example isoDate(new Date(0)) // "1970-01-01"
 */
export function isoDate(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

function show(value: unknown): string {
  return typeof value === "string" ? `"${value.slice(0, 40)}"` : String(value);
}
