import { digitsIn } from "./cleaning-sql";
import { type Columns, numbers, texts } from "./engine";
import { ONLINE_RETAIL_LAYOUT } from "./online-retail/layout";
import type { OnlineRetail } from "./online-retail/open";

/** A number of rows and its share of all rows, from 0 to 1. */
export interface Part {
  readonly rows: number;
  readonly share: number;
}

/** What the raw rows of a data set are like, before any cleaning. */
export interface RawAudit {
  readonly rows: number;
  /** Empty cells by column, in the order of the file. */
  readonly missing: readonly (Part & { readonly column: string })[];
  /** Distinct values by column, NULL not counted, in the order of the file. */
  readonly distinct: readonly { readonly column: string; readonly values: number }[];
  readonly duplicates: {
    /** Rows equal to an earlier row in all columns: what "keep the first" drops. */
    readonly extra: Part;
    /** Rows that have any equal: what "keep none" drops. */
    readonly flagged: Part;
    /** The same two among rows with a customer and a description. */
    readonly extraNamed: Part;
    readonly flaggedNamed: Part;
  };
  /** Rows of invoices whose number starts with C, and how many such invoices there are. */
  readonly cancellations: Part & { readonly invoices: number };
  /** The same after dropping rows without customer or description and extra duplicates; share of all rows. */
  readonly cancellationsNamed: Part;
  /** Rows of invoices whose number starts with A: adjustments of bad debt. */
  readonly badDebts: Part;
  readonly negativeQuantities: Part;
  readonly zeroPrices: Part;
  readonly negativePrices: Part;
  /** Stock codes with fewer than two digits, the most frequent first. */
  readonly serviceCodes: readonly (Part & { readonly code: string })[];
  /** Quantity × unit price over all rows, in pounds. */
  readonly revenue: number;
  /** The first and the last time, UTC milliseconds. */
  readonly first: number;
  readonly last: number;
  /** Days on which anything happened. */
  readonly days: number;
}

const COLUMNS = ONLINE_RETAIL_LAYOUT.columns.map((column) => column.name);
const ALL_COLUMNS = COLUMNS.join(", ");

const count = (condition: string, name: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;

const factsSql = (raw: string) => `
  SELECT count(*) AS n,
    ${COLUMNS.map((name) => `count(${name}) AS filled_${name}, count(DISTINCT ${name}) AS distinct_${name}`).join(",\n    ")},
    ${count("substr(invoice, 1, 1) = 'C'", "cancel_rows")},
    count(DISTINCT CASE WHEN substr(invoice, 1, 1) = 'C' THEN invoice END) AS cancel_invoices,
    ${count("substr(invoice, 1, 1) = 'A'", "bad_debts")},
    ${count("quantity < 0", "negative_quantities")},
    ${count("unit_price = 0", "zero_prices")},
    ${count("unit_price < 0", "negative_prices")},
    sum(quantity * unit_price) AS revenue,
    min(invoice_time) AS first_time,
    max(invoice_time) AS last_time,
    count(DISTINCT CAST(invoice_time AS DATE)) AS days
  FROM ${raw}`;

const duplicatesSql = (raw: string) => `
  WITH alike AS (
    SELECT customer IS NOT NULL AND description IS NOT NULL AS named,
      substr(invoice, 1, 1) = 'C' AS cancel, count(*) AS copies
    FROM ${raw}
    GROUP BY ${ALL_COLUMNS}
  )
  SELECT sum(copies - 1) AS extra,
    sum(CASE WHEN copies > 1 THEN copies ELSE 0 END) AS flagged,
    sum(CASE WHEN named THEN copies - 1 ELSE 0 END) AS extra_named,
    sum(CASE WHEN named AND copies > 1 THEN copies ELSE 0 END) AS flagged_named,
    ${count("named AND cancel", "cancel_named")}
  FROM alike`;

const serviceCodesSql = (raw: string) => `
  SELECT stock_code, count(*) AS n
  FROM ${raw}
  WHERE ${digitsIn("stock_code")} < 2
  GROUP BY stock_code
  ORDER BY n DESC, stock_code`;

/**
 * Describes the raw rows of a data set: what is missing, doubled, cancelled, free, or no goods. Three
 * aggregates in the engine, about 0.5 s for 541,909 rows.
 * @throws Error when the data set is closed.
 * @example (await auditRaw(shop)).missing.find((part) => part.column === "customer")?.share // 0.2493 on the original
 */
export async function auditRaw(dataset: OnlineRetail): Promise<RawAudit> {
  const { engine, raw } = dataset;
  const facts = await engine.query(factsSql(raw));
  const doubles = await engine.query(duplicatesSql(raw));
  const codes = await engine.query(serviceCodesSql(raw));
  const rows = only(facts, "n");
  const part = (n: number): Part => ({ rows: n, share: n / rows });
  const fact = (name: string) => part(only(facts, name));
  const double = (name: string) => part(only(doubles, name));
  return {
    rows,
    missing: COLUMNS.map((column) => ({ column, ...part(rows - only(facts, `filled_${column}`)) })),
    distinct: COLUMNS.map((column) => ({ column, values: only(facts, `distinct_${column}`) })),
    duplicates: {
      extra: double("extra"),
      flagged: double("flagged"),
      extraNamed: double("extra_named"),
      flaggedNamed: double("flagged_named"),
    },
    cancellations: { ...fact("cancel_rows"), invoices: only(facts, "cancel_invoices") },
    cancellationsNamed: double("cancel_named"),
    badDebts: fact("bad_debts"),
    negativeQuantities: fact("negative_quantities"),
    zeroPrices: fact("zero_prices"),
    negativePrices: fact("negative_prices"),
    serviceCodes: texts(codes, "stock_code").map((code, i) => {
      return { code: code ?? "", ...part(numbers(codes, "n")[i]!) };
    }),
    revenue: only(facts, "revenue"),
    first: only(facts, "first_time"),
    last: only(facts, "last_time"),
    days: only(facts, "days"),
  };
}

function only(columns: Columns, name: string): number {
  return numbers(columns, name)[0]!;
}
