import type { ExportColumn } from "./columns";

/**
 * What begins a formula, also in full width, and what spreadsheets skip or do not show before it: blanks, characters of
 * control and format, and quotes, which they take off a cell that they divide at `;` or a tab.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
/** Characters that begin a cell anew: some spreadsheets divide at `;` or tabs, and heed quotes only at a cell's start. */
const ENDS_OF_CELLS = /(?<=[;\t\r\n])/;

/**
 * Text such that no spreadsheet takes it for a formula: an apostrophe stands before what could begin one, also after a
 * semicolon, a tab or a line break. All other text is unchanged. O(length).
 *
 * @see OWASP, "CSV Injection"
 * @example withoutFormula("=1+1") // "'=1+1"
 */
export function withoutFormula(text: string): string {
  const parts = text.split(ENDS_OF_CELLS).map((part) => (FORMULA.test(part) ? `'${part}` : part));
  return /^[\t\r\n]/.test(text) ? `'${parts.join("")}` : parts.join("");
}

/**
 * Columns as CSV after RFC 4180, line by line: commas, CRLF, a header row, quotes where needed. The first piece begins
 * with the byte order mark, without which spreadsheets misread Korean. Text and headers are {@link withoutFormula};
 * numbers are numbers, negative ones too; times are UTC in ISO form; null is nothing, and empty text `""`.
 * O(rows × columns).
 *
 * @example [...csvLines([{ name: "n", kind: "number", values: [-0.5] }])] // ["\ufeffn\r\n", "-0.5\r\n"]
 */
export function* csvLines(columns: readonly ExportColumn[]): Generator<string> {
  yield `\ufeff${columns.map(({ name }) => textCell(name)).join(",")}\r\n`;
  for (let i = 0; i < (columns[0]?.values.length ?? 0); i++) {
    const line = columns.map((column) => cell(column, i)).join(",");
    // A line without anything would be skipped by readers.
    yield `${line === "" ? '""' : line}\r\n`;
  }
}

function cell({ kind, values }: ExportColumn, row: number): string {
  const value = values[row];
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    const iso = value.toISOString();
    return kind === "date" ? iso.slice(0, 10) : iso;
  }
  return typeof value === "string" ? textCell(value) : String(value);
}

function textCell(text: string): string {
  const safe = withoutFormula(text);
  return safe === "" || /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
