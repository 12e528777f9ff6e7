import { CANCELLATION_PAIRS, ORDER_LINES } from "./cleaning-sql";
import { type Engine, numbers } from "./engine";
import { type Ledger, makeLedger, type StepCount } from "./ledger";
import { DUPLICATES, marksOf, RETURNS, RULES, replaceTable } from "./marks";
import { oncePer } from "./once";
import type { OnlineRetail } from "./online-retail/open";

/**
 * How to clean: `as-published` drops what the study's notebook dropped; `keep-none` drops every copy of
 * a duplicate, as the study's text says; `netted` also drops each purchase line that was cancelled later;
 * `with-returns` is as published but keeps returns as negative lines, so that sums by day are net.
 */
export type CleaningVariant = "as-published" | "keep-none" | "netted" | "with-returns";

/** All variants, in the order in which they are told. */
export const CLEANING_VARIANTS: readonly CleaningVariant[] = [
  "as-published",
  "keep-none",
  "netted",
  "with-returns",
];

/** What matching cancellations with purchases found. */
export interface Netting {
  /** Cancellation lines at that point. */
  readonly cancelLines: number;
  /** How many of them found the purchase line they cancel. */
  readonly matched: number;
  /** The worth of the matched purchase lines, in pounds. */
  readonly value: number;
}

/** The order lines of one cleaning variant, ready to be queried. */
export interface CleanLines {
  readonly variant: CleaningVariant;
  /**
   * The name of the engine's view of order lines. Its columns: `line` (of the raw file), `customer`,
   * `order_id`, `order_time` (TIMESTAMP), `product` (stock code), `description` (upper case),
   * `quantity`, `unit_price` (pounds), `country`, `total_purchase` (quantity × unit price, exact
   * DECIMAL), `year`, `month`, `day`, `weekday` (0 is Monday), `date` (DATE), `year_month` ("2010-12"),
   * `hour`.
   */
  readonly table: string;
  readonly ledger: Ledger;
  /** What netting found; null for the variants that do not net. */
  readonly netting: Netting | null;
  /**
   * The engine's table of the netted pairs: `cancelled` and `bought` (lines of the raw file) and `worth`
   * in pounds; null for the variants that do not net.
   */
  readonly pairs: string | null;
}

const NO_CUSTOMER = { step: "no customer", reason: "customer or description is missing" };

const CANCELLED = { step: "cancelled later", reason: "the purchase line was cancelled later, line by line" };

const cleaned = oncePer<OnlineRetail, CleanLines>();

/**
 * Cleans a data set into a view of order lines with a ledger of every dropped row. Each variant is made once a data
 * set: asking again, or for several at once, gives the same. The raw rows must not be changed afterwards. The variants
 * share their common work: about 0.4 s for 541,909 rows, 0.1 s for a further variant.
 * @throws RangeError when the variant is unknown, or when the ledger would not reconcile.
 * @throws Error when the data set is closed.
 * @example
 * const lines = await clean(await openDataset("online-retail"), "netted");
 * lines.ledger.kept; // 388,343 on the original
 */
export async function clean(dataset: OnlineRetail, variant: CleaningVariant): Promise<CleanLines> {
  if (!CLEANING_VARIANTS.includes(variant)) {
    throw new RangeError(
      `There is no cleaning variant "${variant}"; there are: ${CLEANING_VARIANTS.join(", ")}.`,
    );
  }
  return cleaned(dataset, variant, () => cleanOnce(dataset, variant));
}

async function cleanOnce(dataset: OnlineRetail, variant: CleaningVariant): Promise<CleanLines> {
  const { engine, raw } = dataset;
  const duplicates = variant === "keep-none" ? "none" : "first";
  const { table: rows, rowsIn, named, failing } = await marksOf(dataset, duplicates);
  const booked = `${rows} WHERE fails IN (0, ${RETURNS})`;
  const pairs = variant === "netted" ? `${raw}_netted_pairs` : null;
  const netting = pairs === null ? null : await net(engine, booked, pairs);
  const kept = variant === "with-returns" ? booked : `${rows} WHERE fails = 0`;
  const table = `${raw}_lines_${variant.replaceAll("-", "_")}`;
  await engine.execute(
    `CREATE OR REPLACE VIEW ${table} AS
      ${ORDER_LINES(pairs === null ? kept : `${kept} AND line NOT IN (SELECT bought FROM ${pairs})`)}`,
  );
  const last = RULES[RETURNS - 1]!;
  const drops = [
    ...RULES.slice(0, RETURNS - 1).map((rule, i) => ({ ...rule, dropped: failing[i + 1]! })),
    ...(netting ? [{ ...CANCELLED, dropped: netting.matched }] : []),
    ...(variant === "with-returns" ? [] : [{ ...last, dropped: failing[RETURNS]! }]),
  ];
  const counts: StepCount[] = [
    { ...NO_CUSTOMER, kept: named },
    { ...DUPLICATES[duplicates].told, kept: failing.reduce((sum, rows) => sum + rows, 0) },
  ];
  for (const { step, reason, dropped } of drops)
    counts.push({ step, reason, kept: counts.at(-1)!.kept - dropped });
  const ledger = makeLedger(variant, rowsIn, counts);
  const [held] = numbers(await engine.query(`SELECT count(*) AS n FROM ${table}`), "n");
  if (held !== ledger.kept) {
    throw new RangeError(`The ledger of ${variant} keeps ${ledger.kept} rows, but ${table} holds ${held}.`);
  }
  return { variant, table, ledger, netting, pairs };
}

async function net(engine: Engine, booked: string, pairs: string): Promise<Netting> {
  await replaceTable(engine, pairs, CANCELLATION_PAIRS(`(SELECT * FROM ${booked}) AS booked`));
  const found = await engine.query(`
    SELECT
      (SELECT count(*) FROM ${booked} AND quantity < 0) AS cancel_lines,
      (SELECT count(*) FROM ${pairs}) AS matched,
      (SELECT coalesce(sum(worth), 0) FROM ${pairs}) AS worth`);
  const only = (name: string) => numbers(found, name)[0]!;
  return { cancelLines: only("cancel_lines"), matched: only("matched"), value: only("worth") };
}
