/** One row of a CSV text. */
export interface CsvRecord {
  /** The physical line (from 1) on which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What ends the row; nothing at the end of a text that lacks its last line break. */
  readonly end: "\r\n" | "\n" | "";
  /** The first cell whose quotes are wrong, and how; null when there is none. */
  readonly quoting: Misquoted | null;
}

/** A quoted cell that never ends, runs over a line break, or has text after its closing quote. */
export interface Misquoted {
  readonly fault: "unclosed" | "broken" | "text after";
  /** The line on which the cell starts. */
  readonly line: number;
  /** The cell's index in its row. */
  readonly cell: number;
}

/**
 * The rows of a CSV text (comma, `"` doubled inside quotes, LF or CRLF), each with its physical line. Blanks around
 * the quotes of a cell are dropped, as the engine does. O(characters). It serves to find the place of a fault; reading whole files fast is the engine's work.
 * @example [...csvRecords('a,"b ""c"""\r\n')][0]!.cells // ["a", 'b "c"']
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let [position, line] = [0, 1];
  while (position < text.length) {
    const start = line;
    const cells: string[] = [];
    let quoting: Misquoted | null = null;
    for (;;) {
      const opened = line;
      let [cell, fault]: [string, Misquoted["fault"] | null] = ["", null];
      const quote = quoteAt(text, position);
      if (quote >= 0) {
        position = quote;
        let close = text.indexOf('"', position + 1);
        while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        if (close < 0) fault = "unclosed";
        const inner = text.slice(position + 1, close < 0 ? text.length : close);
        const breaks = inner.split("\n").length - 1;
        if (breaks > 0) fault ??= "broken";
        line += breaks;
        cell = inner.replaceAll('""', '"');
        position = close < 0 ? text.length : close + 1;
      }
      const rest = unquotedEnd(text, position);
      const after = text.slice(position, rest);
      if (quote >= 0 && after.trim() !== "") fault ??= "text after";
      if (fault !== null) quoting ??= { fault, line: opened, cell: cells.length };
      cell += quote >= 0 ? after.trim() : after;
      position = rest;
      cells.push(cell);
      if (text[position] !== ",") break;
      position++;
    }
    const end = text[position] === "\n" ? "\n" : text.startsWith("\r\n", position) ? "\r\n" : "";
    position += end.length;
    line++;
    yield { line: start, cells, end, quoting };
  }
}

/** Where the quote stands that opens a cell, blanks before it passed over; -1 when the cell is not quoted. */
function quoteAt(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return text[at] === '"' ? at : -1;
}

function unquotedEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") end++;
  return end > from && text[end] === "\n" && text[end - 1] === "\r" ? end - 1 : end;
}

/**
 * A cell as it stands in a CSV file: quoted when it holds a comma, a quote or a line break.
 * @example csvCell('12" RULER, RED') // '"12"" RULER, RED"'
 */
export function csvCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
