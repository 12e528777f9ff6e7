import { DataError } from "./data-error";
import { headerOf, type RawColumn } from "./layout";

/**
 * Checks a file's header row against its layout: the same names in the same order, quoted or not.
 * @throws DataError naming what differs: a byte order mark, another separator, a missing, renamed or
 * misplaced column.
 * @example checkHeader("data.csv", "InvoiceNo,StockCode", ONLINE_RETAIL_LAYOUT) // throws: Description is missing
 */
export function checkHeader(file: string, header: string, layout: readonly RawColumn[]): void {
  const wanted = layout.map((column) => column.header);
  const fail = (problem: string, column?: string, value?: string): never => {
    const advice = `make the first line read ${headerOf(layout)}`;
    throw new DataError({ file, line: 1, column, value, problem, advice });
  };
  if (header.startsWith("\u00ef\u00bb\u00bf")) {
    fail(
      "The file starts with a byte order mark, so it is UTF-8 and not ISO-8859-1",
      wanted[0],
      header.slice(0, 20),
    );
  }
  for (const separator of [";", "\t", "|"]) {
    if (header.split(separator).length === wanted.length) {
      fail(`The columns are separated by ${JSON.stringify(separator)} and not by commas`, undefined, header);
    }
  }
  const found = header.split(",").map((name) => name.replace(/^"(.*)"$/, "$1"));
  if (found.length === wanted.length && found.every((name, i) => name === wanted[i])) return;
  const missing = wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  if (missing.length > 0) {
    const hint = unknown.length > 0 ? `; unknown here: ${unknown.join(", ")}` : "";
    fail(`The header lacks ${missing.join(", ")}${hint}`, missing[0], header);
  }
  if (unknown.length > 0) fail(`The header has columns too many: ${unknown.join(", ")}`, unknown[0], header);
  const misplaced = found.findIndex((name, i) => name !== wanted[i]);
  fail("The columns stand in another order", wanted[misplaced] ?? found[misplaced], header);
}
