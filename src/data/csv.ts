/** One row of a CSV text. */
export interface CsvRecord {
  /** The physical line (from 1) on which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The line of a quoted cell that never ends; null when every quote is closed. */
  readonly unclosed: number | null;
  /** The line of the first quoted cell that runs over a line break; null when there is none. */
  readonly broken: number | null;
}

/**
 * The rows of a CSV text (comma, `"` doubled inside quotes, LF or CRLF), each with its physical line.
 * O(characters). It serves to find the place of a fault; reading whole files fast is the engine's work.
 * @example [...csvRecords('a,"b ""c"""\r\n')][0]!.cells // ["a", 'b "c"']
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let [position, line] = [0, 1];
  while (position < text.length) {
    const start = line;
    const cells: string[] = [];
    let unclosed: number | null = null;
    let broken: number | null = null;
    for (;;) {
      let cell = "";
      if (text[position] === '"') {
        const opened = line;
        let end = text.indexOf('"', position + 1);
        while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
        if (end < 0) {
          unclosed = opened;
          end = text.length;
        }
        const inner = text.slice(position + 1, end);
        const breaks = inner.split("\n").length - 1;
        if (breaks > 0) broken ??= opened;
        line += breaks;
        cell = inner.replaceAll('""', '"');
        position = Math.min(end + 1, text.length);
      }
      const rest = unquotedEnd(text, position);
      cell += text.slice(position, rest);
      position = rest;
      cells.push(cell);
      if (text[position] !== ",") break;
      position++;
    }
    if (text[position] === "\r") position++;
    position++;
    line++;
    yield { line: start, cells, unclosed, broken };
  }
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
