/** How one column of a raw file is called, and what its cells look like. */
export interface RawColumn {
  /** Its name in the file's header. */
  readonly header: string;
  /** Its name in the engine. */
  readonly name: string;
  /** `time` is a US date with a time of day (TIMESTAMP), `date` an ISO date (DATE); a decimal is DECIMAL(12, 3). */
  readonly type: "text" | "integer" | "decimal" | "time" | "date";
  /** Whether an empty cell is allowed (it becomes NULL). */
  readonly nullable: boolean;
  /** What a cell looks like, for people. */
  readonly looks: string;
  /** What a filled cell must match, whole, in place of its type's pattern; for text columns too. */
  readonly pattern?: string;
  /** The engine's type in place of its type's own, such as TINYINT or DECIMAL(12, 4). */
  readonly sql?: string;
}

/** How a raw CSV file is written, and its columns in order. */
export interface Layout {
  /** The data set that the file belongs to, as advice names it. */
  readonly dataset: string;
  readonly encoding: "latin-1" | "utf-8";
  /** Whether the engine's table gets the number `line` (1 is the first data row) before its columns. */
  readonly numbered: boolean;
  readonly columns: readonly RawColumn[];
}

/** What every cell of a numeric or time column must match, whole: engines' casts alone round 6.5 to 7. */
export const CELL_PATTERNS = {
  integer: "-?[0-9]{1,9}",
  decimal: "-?[0-9]{1,9}(\\.[0-9]{1,3})?",
  time: "[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3} [0-9]{1,2}:[0-9]{2}",
  date: "[12][0-9]{3}-[0-9]{2}-[0-9]{2}",
} as const;

/** A column of text. @example text("Country", "country", false) */
export function text(header: string, name: string, nullable: boolean): RawColumn {
  return { header, name, type: "text", nullable, looks: "a text" };
}

/**
 * What a filled cell of a column must match, whole; null for any text. Written for both JavaScript and the engine.
 * @example patternOf(text("Country", "country", false)) // null
 */
export function patternOf({ type, pattern }: RawColumn): string | null {
  return pattern ?? (type === "text" ? null : CELL_PATTERNS[type]);
}

/** The header row of a layout. @example headerOf(ONLINE_RETAIL_LAYOUT) // "InvoiceNo,StockCode,…" */
export function headerOf(layout: Layout): string {
  return layout.columns.map((column) => column.header).join(",");
}

/** What to do about a broken file of a layout, at the end of most messages. */
export function fetchAgain(layout: Layout): string {
  return `fetch the file again (npm run data -- ${layout.dataset})`;
}

/** How a layout's encoding is called by people and programs. */
export function encodingName(layout: Layout): string {
  return layout.encoding === "utf-8" ? "UTF-8" : "ISO-8859-1 (Latin-1)";
}
