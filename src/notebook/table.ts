import { count, fixed, missing } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { textWidth } from "../theme/text";

/** Rows as objects, or an Arquero table. */
export type TableRows = readonly object[] | { objects(): readonly object[] };

/** A column of a {@link table}. */
export interface TableColumn {
  readonly key: string;
  /** Its heading. Default: the key. */
  readonly label?: string;
  /** Writes a value. Default: integers grouped, other numbers in up to four digits, dates in ISO form. */
  format?(value: never): string;
  /** Default: numbers right, all else left. */
  readonly align?: "left" | "right";
}

/** Options of {@link table}. */
export interface TableOptions {
  caption?: string;
  /** Which columns, in order; keys alone or with heading and format. Default: all. */
  columns?: readonly (string | TableColumn)[];
  /** Rows shown at most; what is left out is said below. Default 50. */
  limit?: number;
  /**
   * Whether the headings of the table sort its rows in a report: numbers by value, text by code units, what is missing
   * last. Without scripts, and in JupyterLab, it is a table as any other. Default false.
   */
  sortable?: boolean;
}

/** A table ready to show. */
export class Table {
  constructor(
    readonly html: string,
    readonly text: string,
  ) {}
}

/** A cell that is written already and only needs its place. */
export interface Shown {
  readonly text: string;
  readonly right: boolean;
  readonly mark?: string;
  /** The number by which the cell is sorted; text is sorted as it stands. */
  readonly value?: number;
  /** Where the text leads; made by the caller, never text from data. */
  readonly href?: string;
}

/**
 * Rows as an HTML table with caption and headings, numbers at the right, all text escaped; and as plain text.
 * O(rows shown).
 *
 * @throws Error if a named column is in no row, or `limit` is no whole number from 1.
 * @example table([{ segment: "VIP", customers: 469 }], { caption: "Customers by segment" })
 */
export function table(rows: TableRows, options: TableOptions = {}): Table {
  const all = "objects" in rows ? rows.objects() : rows;
  const limit = options.limit ?? 50;
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`table: limit is ${limit}, not a whole number from 1.`);
  const keys = [...new Set(all.slice(0, limit).flatMap((row) => Object.keys(row)))];
  const columns = (options.columns ?? keys).map((c): TableColumn => (typeof c === "string" ? { key: c } : c));
  for (const { key } of columns) {
    if (all.length > 0 && !all.some((row) => Object.hasOwn(row, key))) {
      throw new Error(
        `table: no row has a column "${key}". The columns are ${keys.map((k) => `"${k}"`).join(", ")}.`,
      );
    }
  }
  const some = all.slice(0, limit);
  const writers = columns.map((column) => column.format ?? writerOf(some.map((row) => cellOf(row, column))));
  const body = some.map((row) => columns.map((column, i) => shown(row, column, writers[i]!)));
  const left = all.length - body.length;
  const foot =
    left > 0 ? `${count(body.length)} of ${count(all.length)} rows shown; ${count(left)} left out.` : "";
  const heads = columns.map((column, i): Shown => {
    return {
      text: column.label ?? column.key,
      right: body.length > 0 && body.every((cells) => cells[i]!.right),
    };
  });
  return render(heads, body, { caption: options.caption, foot, sortable: options.sortable });
}

function cellOf(row: object, { key }: TableColumn): unknown {
  return Object.hasOwn(row, key) ? (row as Record<string, unknown>)[key] : undefined;
}

function shown(row: object, column: TableColumn, write: (value: never) => string): Shown {
  const value = cellOf(row, column);
  const { align } = column;
  const right = align ? align === "right" : typeof value === "number" || typeof value === "bigint";
  const text = value === undefined ? missing : write(value as never);
  return { text, right, ...sortValue(value) };
}

function sortValue(value: unknown): { value?: number } {
  const number = value instanceof Date || typeof value === "bigint" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? { value: number } : {};
}

/** How a column writes its values: numbers from 0.001 on with equally many decimals, at most four. */
function writerOf(values: readonly unknown[]): (value: unknown) => string {
  const numbers = values.filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value),
  );
  const plain = numbers.every((x) => x === 0 || Math.abs(x) >= 0.001);
  const needed = numbers.map((x) => String(Number(x.toFixed(4))).split(".")[1]?.length ?? 0);
  const digits = Math.max(0, ...needed);
  return (value) => (typeof value === "number" && plain ? fixed(value, digits) : valueCell(value));
}

/**
 * A value as a table cell writes it.
 *
 * @example valueCell(1234567.891) // "1,234,567.89"
 */
export function valueCell(value: unknown): string {
  if (value === null || value === undefined) return missing;
  if (typeof value === "bigint" || Number.isInteger(value)) return fixed(value as number, 0);
  if (typeof value === "number") {
    if (!Number.isFinite(value) || value === 0) return fixed(value, 0);
    const digits =
      Math.abs(value) >= 1000 ? 2 : Math.min(10, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
    return fixed(value, digits);
  }
  if (value instanceof Date) return dateCell(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** 2011-12-09, with the time of day (UTC) where there is one. */
function dateCell(date: Date): string {
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/(:00)?\.000Z$/, "")
    .replace("T", " ");
}

/** Characters that a cell and a heading may have and still stay on one line. */
const oneLine = { cell: 24, heading: 10 };

/** Headings and cells as HTML and text. The first column names its row; what is long is marked, so that only it wraps. */
export function render(
  heads: readonly Shown[],
  body: readonly (readonly Shown[])[],
  { caption, foot, sortable = false }: { caption?: string; foot?: string; sortable?: boolean },
): Table {
  const attributes = ({ right, mark, text, value }: Shown, most: number) => {
    const long = text.length > most;
    const names = [...(right ? ["sb-number"] : []), ...(long ? ["sb-long"] : []), ...(mark ? [mark] : [])];
    const sorts = sortable && value !== undefined ? ` data-value="${value}"` : "";
    return (names.length > 0 ? ` class="${names.join(" ")}"` : "") + sorts;
  };
  const inner = ({ text, href }: Shown) =>
    href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
  const cell = (shownCell: Shown, i: number) =>
    i === 0
      ? `<th scope="row"${attributes(shownCell, oneLine.cell)}>${inner(shownCell)}</th>`
      : `<td${attributes(shownCell, oneLine.cell)}>${inner(shownCell)}</td>`;
  const head = heads
    .map((h) =>
      // A heading without text heads nothing for those who listen to the page: the corner is a plain cell.
      h.text === ""
        ? "<td></td>"
        : `<th scope="col"${attributes(h, oneLine.heading)}>${escapeHtml(h.text)}</th>`,
    )
    .join("");
  const html =
    `<table class="sb-table${sortable ? " sb-sortable" : ""}">${caption ? `<caption><span>${escapeHtml(caption)}</span></caption>` : ""}` +
    `<thead><tr>${head}</tr></thead>` +
    `<tbody>${body.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("")}</tbody></table>` +
    (foot ? `<p class="sb-foot">${escapeHtml(foot)}</p>` : "");
  const text = [caption, plainText([heads, ...body]), foot].filter(Boolean).join("\n");
  return new Table(html, text);
}

/** Columns lined up by blanks. */
function plainText(lines: readonly (readonly Shown[])[]): string {
  const size = (text: string) =>
    [...text].reduce((n, c) => n + (textWidth(c, 1) >= 1 && c > "\u1100" ? 2 : 1), 0);
  const widths = (lines[0] ?? []).map((_head, i) => Math.max(...lines.map((cells) => size(cells[i]!.text))));
  const pad = ({ text, right }: Shown, i: number) => {
    const blanks = " ".repeat(widths[i]! - size(text));
    return right ? blanks + text : text + blanks;
  };
  return lines.map((cells) => cells.map(pad).join("  ").trimEnd()).join("\n");
}
