import { isUtf8 } from "node:buffer";
import { firstBadCell, readText } from "./bad-cell";
import { type CsvRecord, csvRecords } from "./csv";
import { DataError } from "./data-error";
import { checkHeader } from "./header";
import { encodingName, fetchAgain, type Layout } from "./layout";
import { type FileScan, FOREIGN } from "./scan";

/** How files begin that are no text at all, though often taken for it. */
const OTHER_KINDS: readonly (readonly [start: string, kind: string, advice: string])[] = [
  ["PK\u0003\u0004", "a ZIP archive or an Excel workbook", "unpack it; save a workbook as CSV"],
  ["\u001f\u008b", "a gzip archive", "unpack it"],
  ["\u00ff\u00fe", "UTF-16 text", ""],
  ["\u00fe\u00ff", "UTF-16 text", ""],
];

/**
 * Checks what one pass over the bytes tells: empty, no text, wrong encoding, wrong header, cut off. O(1), but
 * reads the file again to name the line when something is wrong.
 * @throws DataError naming the file, the line, and what to do.
 * @example await checkScan("data.csv", await scanFile("data.csv"), ONLINE_RETAIL_LAYOUT)
 */
export async function checkScan(file: string, scan: FileScan, layout: Layout): Promise<void> {
  const advice = fetchAgain(layout);
  const saveAs = `save it as ${encodingName(layout)}`;
  if (scan.bytes === 0) throw new DataError({ file, problem: "The file is empty", advice });
  for (const [start, kind, advice] of OTHER_KINDS) {
    if (!scan.header.startsWith(start)) continue;
    const problem = `The file is ${kind}, not a CSV file`;
    throw new DataError({ file, line: 1, problem, advice: advice || saveAs });
  }
  if (scan.hasNul) {
    const problem = "The file holds a NUL byte, which no text does (UTF-16 files do, and damaged ones)";
    throw await firstMatch(file, layout, /\0/, problem, `${saveAs}, or ${advice}`);
  }
  const utf8 = layout.encoding === "utf-8";
  checkHeader(file, utf8 ? Buffer.from(scan.header, "latin1").toString("utf8") : scan.header, layout);
  if (utf8 ? !scan.isUtf8 : scan.hasForeign) throw await wrongEncoding(file, layout);
  if (!scan.endsWithLineBreak) throw (await firstBadCell(file, layout)) ?? (await cutOff(file, layout));
}

async function wrongEncoding(file: string, layout: Layout): Promise<DataError> {
  if (layout.encoding === "utf-8") {
    const told = "The file is not UTF-8: it holds bytes that are no letter";
    return firstMatch(file, layout, /\ufffd/, told, "save it as UTF-8");
  }
  const problem = (value: string) =>
    isUtf8(Buffer.from(value, "latin1"))
      ? "The file is UTF-8, not ISO-8859-1: a letter is written in two bytes or more"
      : "The file is not ISO-8859-1: it holds a letter that only Windows-1252 has";
  const advice = "save it as ISO-8859-1 (Latin-1), where £ is the single byte A3";
  return firstMatch(file, layout, FOREIGN, problem, advice);
}

/** An error at the first cell that a pattern matches. */
async function firstMatch(
  file: string,
  layout: Layout,
  pattern: RegExp,
  problem: string | ((value: string) => string),
  advice: string,
): Promise<DataError> {
  const told = (value: string) => (typeof problem === "string" ? problem : problem(value));
  for (const { line, cells } of csvRecords(await readText(file, layout))) {
    const index = cells.findIndex((cell) => pattern.test(cell));
    if (index < 0) continue;
    const value = cells[index]!;
    return new DataError({
      file,
      line,
      column: layout.columns[index]?.header,
      value,
      problem: told(value),
      advice,
    });
  }
  return new DataError({ file, problem: told(""), advice });
}

async function cutOff(file: string, layout: Layout): Promise<DataError> {
  let last: CsvRecord | undefined;
  for (const record of csvRecords(await readText(file, layout))) last = record;
  return new DataError({
    file,
    line: last?.line,
    column: layout.columns.at(-1)!.header,
    value: last?.cells[layout.columns.length - 1],
    problem: "The last line has no line break at its end, so the file looks cut off",
    advice: `${fetchAgain(layout)}; if the file is whole, end its last line with a line break`,
  });
}
