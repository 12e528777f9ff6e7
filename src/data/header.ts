import { DataError } from "./data-error";
import { encodingName, headerOf, type Layout } from "./layout";

/** How many names a message lists, and how much of each. */
const NAMES_SHOWN = 8;
const NAME_SHOWN = 30;

/**
 * Checks a file's header row against its layout: the same names in the same order, quoted or not.
 * @throws DataError naming what differs: a byte order mark, another separator, line ends of CR alone, a missing,
 * renamed or misplaced column.
 * @example checkHeader("data.csv", "InvoiceNo,StockCode", ONLINE_RETAIL_LAYOUT) // throws: Description is missing
 */
export function checkHeader(file: string, header: string, layout: Layout): void {
  const wanted = layout.columns.map((column) => column.header);
  const fail = (
    problem: string,
    column?: string,
    value = header,
    advice = `make the first line read ${headerOf(layout)}`,
  ): never => {
    throw new DataError({ file, line: 1, column, value, problem, advice });
  };
  if (/^(\u00ef\u00bb\u00bf|\ufeff)/.test(header)) {
    const utf8 = layout.encoding === "utf-8";
    const advice = `save it as ${encodingName(layout)}${utf8 ? " without that mark" : ", which has no such mark"}`;
    fail(
      `The file starts with a byte order mark${utf8 ? "" : ", so it is UTF-8 and not ISO-8859-1"}`,
      wanted[0],
      header.slice(0, 20),
      advice,
    );
  }
  if (header.includes("\r")) {
    const line = header.slice(0, header.indexOf("\r"));
    fail(
      "The lines end with CR alone, as on old Macs",
      undefined,
      line,
      "save the file with CRLF or LF at the line ends",
    );
  }
  for (const separator of [";", "\t", "|"]) {
    if (header.split(separator).length !== wanted.length) continue;
    const advice = "save the file with commas between its columns";
    fail(
      `The columns are separated by ${JSON.stringify(separator)} and not by commas`,
      undefined,
      header,
      advice,
    );
  }
  const found = header.split(",").map((name) => name.replace(/^"(.*)"$/, "$1"));
  if (found.length === wanted.length && found.every((name, i) => name === wanted[i])) return;
  const missing = wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  if (missing.length > 0) {
    const hint = unknown.length > 0 ? `; unknown here: ${listed(unknown)}` : "";
    fail(`The header lacks ${missing.join(", ")}${hint}`, missing[0]);
  }
  const twice = found.filter((name, i) => found.indexOf(name) < i);
  const extra = [...unknown, ...twice];
  if (extra.length > 0) fail(`The header has columns too many: ${listed(extra)}`, extra[0] || undefined);
  const misplaced = found.findIndex((name, i) => name !== wanted[i]);
  fail("The columns stand in another order", wanted[misplaced]);
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((name) => JSON.stringify(name.length > NAME_SHOWN ? `${name.slice(0, NAME_SHOWN)}…` : name));
  return shown.join(", ") + (names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "");
}
