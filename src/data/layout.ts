/** How one column of a raw file is called, and what its cells look like. */
export interface RawColumn {
  /** Its name in the file's header. */
  readonly header: string;
  /** Its name in the engine. */
  readonly name: string;
  readonly type: "text" | "integer" | "decimal" | "time";
  /** Whether an empty cell is allowed (it becomes NULL). */
  readonly nullable: boolean;
  /** What a cell looks like, for people. */
  readonly looks: string;
}

/** What every cell of a numeric or time column must match, whole: engines' casts alone round 6.5 to 7. */
export const CELL_PATTERNS = {
  integer: "-?[0-9]{1,9}",
  decimal: "-?[0-9]{1,9}(\\.[0-9]{1,3})?",
  time: "[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3} [0-9]{1,2}:[0-9]{2}",
} as const;

const text = (header: string, name: string, nullable: boolean): RawColumn => {
  return { header, name, type: "text", nullable, looks: "a text" };
};

/**
 * The raw file of "Online Retail": comma separated, quoted with `"`, CRLF, ISO-8859-1, one header row.
 * In the engine the table has the number `line` (1 is the first data row) before these columns.
 */
export const ONLINE_RETAIL_LAYOUT: readonly RawColumn[] = [
  text("InvoiceNo", "invoice", false),
  text("StockCode", "stock_code", false),
  text("Description", "description", true),
  {
    header: "Quantity",
    name: "quantity",
    type: "integer",
    nullable: false,
    looks: "a whole number such as 6 or -1",
  },
  {
    header: "InvoiceDate",
    name: "invoice_time",
    type: "time",
    nullable: false,
    looks: "month/day/year hour:minute such as 12/1/2010 8:26",
  },
  {
    header: "UnitPrice",
    name: "unit_price",
    type: "decimal",
    nullable: false,
    looks: "a number with at most 3 decimals such as 2.55",
  },
  text("CustomerID", "customer", true),
  text("Country", "country", false),
];

/** The header row of a layout. @example headerOf(ONLINE_RETAIL_LAYOUT) // "InvoiceNo,StockCode,…" */
export function headerOf(layout: readonly RawColumn[]): string {
  return layout.map((column) => column.header).join(",");
}
