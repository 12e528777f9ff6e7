import { readFile } from "node:fs/promises";
import { type CsvRecord, csvRecords, type Misquoted } from "./csv";
import { DataError } from "./data-error";
import { fetchAgain, type Layout, patternOf, type RawColumn } from "./layout";

/** The longest row that the engine reads, in bytes. */
const LONGEST_ROW = 2_000_000;

/**
 * The first cell of a file that breaks its layout; null when there is none. Reads the file whole and
 * slowly (about a second for 45 MB): it is called only when the fast, strict reading has failed.
 * @throws Error as `node:fs` does when the file cannot be read, or is of 512 MB and more.
 * @example (await firstBadCell("data.csv", ONLINE_RETAIL_LAYOUT))?.message
 */
export async function firstBadCell(file: string, layout: Layout): Promise<DataError | null> {
  let header: CsvRecord | undefined;
  for (const record of csvRecords(await readText(file, layout))) {
    const error = badRecord(file, record, layout, header);
    if (error !== null) return error;
    header ??= record;
  }
  return null;
}

/**
 * A file's text in its layout's encoding.
 * @throws Error as `node:fs` does when the file cannot be read, or is of 512 MB and more.
 * @example await readText("data.csv", ONLINE_RETAIL_LAYOUT)
 */
export function readText(file: string, layout: Layout): Promise<string> {
  return readFile(file, layout.encoding === "utf-8" ? "utf8" : "latin1");
}

const MISQUOTED: Readonly<Record<Misquoted["fault"], readonly [problem: string, advice: string]>> = {
  unclosed: [
    'A quoted cell is never closed (a " is missing)',
    "the file is cut off or has a stray quote: close it",
  ],
  broken: [
    "A quoted cell runs over the end of its line",
    'add the missing ", or take the line break out of the cell',
  ],
  "text after": [
    "A quoted cell has text after its closing quote",
    'write quotes within a quoted cell twice ("")',
  ],
};

function badRecord(
  file: string,
  { line, cells, end, quoting }: CsvRecord,
  layout: Layout,
  header: CsvRecord | undefined,
): DataError | null {
  const { columns } = layout;
  const fault = (index: number, problem: string, advice: string, at = line) => {
    const place = Math.min(index, columns.length - 1);
    const column = columns[place]!.header;
    return new DataError({
      file,
      line: at,
      column,
      value: cells[index]!,
      problem,
      advice: `${advice}, or ${fetchAgain(layout)}`,
    });
  };
  if (quoting !== null) return fault(quoting.cell, ...MISQUOTED[quoting.fault], quoting.line);
  const lone = cells.findIndex((cell) => cell.includes("\r"));
  if (lone >= 0) return fault(lone, "A carriage return stands within the cell", "take it out");
  const bytes = cells.reduce((sum, cell) => sum + cell.length, cells.length);
  if (bytes > LONGEST_ROW) {
    const longest = cells.reduce((best, cell, i) => (cell.length > cells[best]!.length ? i : best), 0);
    return fault(longest, `The row has ${bytes} bytes, more than ${LONGEST_ROW}`, "shorten the cell");
  }
  if (header === undefined) return null;
  // A line that is empty is none: readers of CSV pass over it.
  if (cells.length === 1 && cells[0] === "") return null;
  // Nor is an empty cell beyond the last: a comma at the end of each row does no harm.
  const surplus = cells.slice(columns.length).some((cell) => cell !== "");
  if (cells.length < columns.length || surplus) {
    const last = Math.min(cells.length, columns.length) - 1;
    const problem = `The row has ${cells.length} cells in place of ${columns.length}`;
    return fault(last, problem, "mend the row (is the file cut off, or a comma unquoted?)");
  }
  const bad = columns.findIndex((column, i) => isBadCell(cells[i]!, column));
  if (bad >= 0) {
    const value = cells[bad]!;
    const problem =
      value === "" ? "A cell that must not be empty is" : `The cell is not ${columns[bad]!.looks}`;
    return fault(bad, problem, "mend the cell");
  }
  if (end !== header.end && end !== "") {
    const names = { "\r\n": "CRLF", "\n": "LF" };
    const problem = `The line ends with ${names[end]}, the lines before with ${names[header.end as "\n"]}`;
    return fault(columns.length - 1, problem, "save the file with line ends of one kind");
  }
  return null;
}

function isBadCell(value: string, column: RawColumn): boolean {
  if (value === "") return !column.nullable;
  const pattern = patternOf(column);
  if (pattern !== null && !new RegExp(`^(?:${pattern})$`).test(value)) return true;
  if (column.type === "date") return !isRealDate(value);
  return column.type === "time" && !isRealTime(value);
}

function isRealDate(value: string): boolean {
  const date = new Date(`${value}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isRealTime(value: string): boolean {
  const [month, day, year, hour, minute] = value.split(/[/ :]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    minute < 60
  );
}
