/** A column to be written: values of one kind, `null` where there is none. */
export type ExportColumn =
  | { readonly name: string; readonly kind: "text"; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly kind: "integer"; readonly values: readonly (bigint | null)[] }
  | { readonly name: string; readonly kind: "number"; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly kind: "boolean"; readonly values: readonly (boolean | null)[] }
  | { readonly name: string; readonly kind: "date" | "time"; readonly values: readonly (Date | null)[] };

type Kind = "text" | "number" | "boolean" | "date";

const DAY_MS = 86_400_000;
const INT64 = 2n ** 63n;

/**
 * Rows as columns of one kind each: text, integer (whole numbers within 64 bits), number, boolean, date (every time is
 * midnight UTC) or time. What a row lacks, `null` and `undefined` are null; a column of nulls alone is text.
 * O(rows × columns).
 *
 * @param names which columns, in order; by default all, as they first come
 * @throws Error that names row (from 1) and column of a value that is not finite, of another kind than those above it,
 * or no plain value; of a name that is empty, holds a NUL, or comes twice but for capitals; and where there is nothing to name.
 * @example exportColumns([{ item: "22697", lift: 2.5 }])[1] // { name: "lift", kind: "number", values: [2.5] }
 */
export function exportColumns(rows: readonly object[], names?: readonly string[]): ExportColumn[] {
  const own = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (typeof row !== "object" || row === null) throw new Error(`Row ${i + 1} is ${row}, not an object.`);
    for (const name of Object.keys(row)) own.add(name);
  }
  const chosen = names ?? [...own];
  if (chosen.length === 0) throw new Error("There are no rows and no columns: name the columns.");
  const missing = chosen.find((name) => rows.length > 0 && !own.has(name));
  if (missing !== undefined) {
    throw new Error(`No row has a column ${quoted(missing)}. There are: ${[...own].map(quoted).join(", ")}.`);
  }
  requireDistinct(chosen);
  return chosen.map((name) => columnOf(rows, name));
}

function requireDistinct(names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    if (name === "") throw new Error("A column has no name.");
    if (name.includes("\0")) throw new Error(`The column ${quoted(name)} has a NUL in its name. Rename it.`);
    const same = seen.get(name.toLowerCase());
    if (same !== undefined) {
      throw new Error(
        `The columns ${quoted(same)} and ${quoted(name)} are one to readers that ignore capitals. Rename one.`,
      );
    }
    seen.set(name.toLowerCase(), name);
  }
}

function columnOf(rows: readonly object[], name: string): ExportColumn {
  let kind: Kind | undefined;
  const values = rows.map((row, i) => {
    const value = Object.hasOwn(row, name) ? (row as Record<string, unknown>)[name] : null;
    if (value === null || value === undefined) return null;
    const place = `Row ${i + 1}, column ${quoted(name)}`;
    const found = kindOf(value, place);
    if (kind !== undefined && kind !== found) {
      throw new Error(`${place}: this is a ${found}, but the rows above hold a ${kind}. Make them one kind.`);
    }
    kind = found;
    return value;
  });
  if (kind === "number") return numbersOf(name, values as (number | bigint | null)[]);
  if (kind === "date") {
    const dates = values as (Date | null)[];
    const days = dates.every((date) => date === null || date.getTime() % DAY_MS === 0);
    return { name, kind: days ? "date" : "time", values: dates };
  }
  if (kind === "boolean") return { name, kind, values: values as (boolean | null)[] };
  return { name, kind: "text", values: values as (string | null)[] };
}

function kindOf(value: unknown, place: string): Kind {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "bigint") {
    if (value >= -INT64 && value < INT64) return "number";
    throw new Error(`${place}: ${value} does not fit into 64 bits. Write it as text.`);
  }
  if (typeof value === "number") {
    if (Number.isFinite(value)) return "number";
    throw new Error(`${place}: ${value} is not a finite number. Put null where there is no value.`);
  }
  if (value instanceof Date) {
    const year = value.getUTCFullYear();
    if (year >= 1 && year <= 9999) return "date";
    throw new Error(`${place}: this is no date of the years 1 to 9999. Put null where there is none.`);
  }
  throw new Error(
    `${place}: this is ${Array.isArray(value) ? "a list" : `of type ${typeof value}`}, not text, a number, a boolean or a date. Join lists into text.`,
  );
}

function numbersOf(name: string, values: readonly (number | bigint | null)[]): ExportColumn {
  const whole = values.every((x) => x === null || typeof x === "bigint" || Number.isSafeInteger(x));
  return whole
    ? { name, kind: "integer", values: values.map((x) => (x === null ? null : BigInt(x))) }
    : // Plus zero, so that both files hold 0 where it is -0.
      { name, kind: "number", values: values.map((x) => (x === null ? null : Number(x) + 0)) };
}

const quoted = (text: string) => JSON.stringify(text);
