import { readFile } from "node:fs/promises";
import { type CsvRecord, csvRecords } from "./csv";
import { DataError } from "./data-error";
import { checkHeader } from "./header";
import { CELL_PATTERNS, type RawColumn } from "./layout";
import type { FileScan } from "./scan";

const FETCH_AGAIN = "fetch the file again (npm run data -- online-retail)";

/**
 * Checks what one pass over the bytes tells: empty, wrong encoding, wrong header, cut off. O(1), but
 * reads the file again to name the line when something is wrong.
 * @throws DataError naming the file, the line, and what to do.
 * @example await checkScan("data.csv", await scanFile("data.csv"), ONLINE_RETAIL_LAYOUT)
 */
export async function checkScan(file: string, scan: FileScan, layout: readonly RawColumn[]): Promise<void> {
  if (scan.bytes === 0) throw new DataError({ file, problem: "The file is empty", advice: FETCH_AGAIN });
  if (scan.hasNul || /^(ÿþ|þÿ)/.test(scan.header)) {
    const problem = "The file is not ISO-8859-1 text (it holds NUL bytes, as UTF-16 files do)";
    throw new DataError({ file, line: 1, problem, advice: `save it as ISO-8859-1, or ${FETCH_AGAIN}` });
  }
  checkHeader(file, scan.header, layout);
  if (scan.utf8Line !== null) await wrongEncoding(file, scan.utf8Line, layout);
  if (!scan.quotesBalanced || !scan.endsWithLineBreak) {
    const cut = await firstBadCell(file, layout);
    if (cut !== null) throw cut;
  }
  if (!scan.endsWithLineBreak) throw await cutOff(file, layout);
}

/**
 * The first cell of a file that breaks its layout; null when there is none. Reads the file whole and
 * slowly (about a second for 45 MB): it is called only when the fast, strict reading has failed.
 * @example (await firstBadCell("data.csv", ONLINE_RETAIL_LAYOUT))?.message
 */
export async function firstBadCell(file: string, layout: readonly RawColumn[]): Promise<DataError | null> {
  const text = await readFile(file, "latin1");
  let header = true;
  for (const record of csvRecords(text)) {
    if (!header) {
      const error = badRecord(file, record, layout);
      if (error !== null) return error;
    }
    header = false;
  }
  return null;
}

function badRecord(file: string, record: CsvRecord, layout: readonly RawColumn[]): DataError | null {
  const { line, cells } = record;
  if (record.unclosed !== null) {
    const index = Math.min(cells.length, layout.length) - 1;
    const value = cells[index]!.slice(0, 60);
    const column = layout[index]!.header;
    const problem = 'A quoted cell is never closed (a " is missing)';
    const advice = `the file is cut off or has a stray quote: close the quote, or ${FETCH_AGAIN}`;
    return new DataError({ file, line: record.unclosed, column, value, problem, advice });
  }
  if (cells.length !== layout.length) {
    const problem = `The row has ${cells.length} cells in place of ${layout.length}`;
    const last = Math.min(cells.length, layout.length) - 1;
    const advice = `mend the row (is the file cut off, or a comma unquoted?), or ${FETCH_AGAIN}`;
    return new DataError({ file, line, column: layout[last]!.header, value: cells[last]!, problem, advice });
  }
  for (const [i, column] of layout.entries()) {
    const value = cells[i]!;
    if (!isBadCell(value, column)) continue;
    const problem = value === "" ? "A cell that must not be empty is" : `The cell is not ${column.looks}`;
    const advice = `mend the cell, or ${FETCH_AGAIN}`;
    return new DataError({ file, line, column: column.header, value, problem, advice });
  }
  return null;
}

function isBadCell(value: string, column: RawColumn): boolean {
  if (value === "") return !column.nullable;
  if (column.type === "text") return false;
  if (!new RegExp(`^(?:${CELL_PATTERNS[column.type]})$`).test(value)) return true;
  return column.type === "time" && !isRealTime(value);
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

async function wrongEncoding(file: string, line: number, layout: readonly RawColumn[]): Promise<never> {
  const advice = "save it as ISO-8859-1 (Latin-1), where £ is the single byte A3";
  const problem = "The file is UTF-8, not ISO-8859-1: a letter is written in two bytes";
  for (const record of csvRecords(await readFile(file, "latin1"))) {
    const index = record.cells.findIndex((cell) => /[\u00c2-\u00f4][\u0080-\u00bf]/.test(cell));
    if (index < 0) continue;
    const column = layout[index]?.header;
    throw new DataError({ file, line: record.line, column, value: record.cells[index], problem, advice });
  }
  throw new DataError({ file, line, problem, advice });
}

async function cutOff(file: string, layout: readonly RawColumn[]): Promise<DataError> {
  let last: CsvRecord | undefined;
  for (const record of csvRecords(await readFile(file, "latin1"))) last = record;
  return new DataError({
    file,
    line: last?.line,
    column: layout[layout.length - 1]!.header,
    value: last?.cells[layout.length - 1],
    problem: "The last line has no line break at its end, so the file looks cut off",
    advice: `${FETCH_AGAIN}; if the file is whole, end its last line with a line break`,
  });
}
