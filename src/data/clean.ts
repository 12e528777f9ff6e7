import {
  CANCELLATION_PAIRS,
  FIRST_OF_DUPLICATES,
  GOODS_CODES,
  GOODS_DESCRIPTIONS,
  ORDER_LINES,
  PRICED,
  PURCHASES,
  type StepSql,
  WITH_CUSTOMER,
  WITHOUT_DUPLICATES,
} from "./cleaning-sql";
import type { Dataset } from "./dataset";
import { type Engine, numbers } from "./engine";
import { type Ledger, makeLedger, type StepCount } from "./ledger";

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
   * The name of the engine's table of order lines. Its columns: `line` (of the raw file), `customer`,
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

interface Step {
  readonly step: string;
  readonly reason: string;
  readonly sql: StepSql;
  /** Whether later steps are better served by a table than by reading through this step again. */
  readonly costly?: boolean;
}

const NETTED = "netted_pairs";
const NET_STEP: Step = {
  step: "cancelled later",
  reason: "the purchase line was cancelled later, line by line",
  sql: (from) => `SELECT * FROM ${from} WHERE line NOT IN (SELECT bought FROM ${NETTED})`,
};

const RETURNS_STEP: Step = {
  step: "returns",
  reason: "the quantity is zero or less (a cancellation)",
  sql: PURCHASES,
};

function stepsOf(variant: CleaningVariant): readonly Step[] {
  const keepNone = variant === "keep-none";
  return [
    { step: "no customer", reason: "customer or description is missing", sql: WITH_CUSTOMER },
    keepNone
      ? {
          step: "duplicates",
          reason: "another row is equal in all columns; none is kept",
          sql: WITHOUT_DUPLICATES,
          costly: true,
        }
      : {
          step: "duplicates",
          reason: "equal to an earlier row in all columns",
          sql: FIRST_OF_DUPLICATES,
          costly: true,
        },
    {
      step: "service codes",
      reason: "the stock code has fewer than two digits (postage, fees …)",
      sql: GOODS_CODES,
    },
    { step: "services", reason: "carriage and images are no goods", sql: GOODS_DESCRIPTIONS },
    { step: "prices", reason: "the unit price is zero or less", sql: PRICED },
    ...(variant === "netted" ? [NET_STEP] : []),
    ...(variant === "with-returns" ? [] : [RETURNS_STEP]),
  ];
}

/**
 * Cleans a data set into a table of order lines with a ledger of every dropped row. Cleaning the same
 * data set twice in the same way makes the table anew. About 0.5 s for 541,909 rows.
 * @throws RangeError when the variant is unknown, or when the ledger would not reconcile.
 * @example
 * const lines = await clean(await openDataset("online-retail"), "netted");
 * lines.ledger.kept; // 388,343 on the original
 */
export async function clean(dataset: Dataset, variant: CleaningVariant): Promise<CleanLines> {
  if (!CLEANING_VARIANTS.includes(variant)) {
    throw new RangeError(
      `There is no cleaning variant "${variant}"; there are: ${CLEANING_VARIANTS.join(", ")}.`,
    );
  }
  const { engine, raw } = dataset;
  const table = `lines_${variant.replaceAll("-", "_")}`;
  const counts: StepCount[] = [];
  let netting: Netting | null = null;
  let from = raw;
  const deduplicated = `${table}_deduplicated`;
  for (const { step, reason, sql, costly } of stepsOf(variant)) {
    if (step === NET_STEP.step) netting = await net(engine, from);
    if (costly) await replaceTable(engine, deduplicated, sql(from));
    from = costly ? deduplicated : `(${sql(from)}) AS kept`;
    counts.push({ step, reason, kept: await countRows(engine, from) });
  }
  await replaceTable(engine, table, ORDER_LINES(from));
  await engine.execute(`DROP TABLE ${deduplicated}`);
  return {
    variant,
    table,
    ledger: makeLedger(variant, await countRows(engine, raw), counts),
    netting,
    pairs: netting && NETTED,
  };
}

async function net(engine: Engine, from: string): Promise<Netting> {
  await replaceTable(engine, NETTED, CANCELLATION_PAIRS(from));
  const found = await engine.query(`
    SELECT
      (SELECT count(*) FROM ${from} WHERE quantity < 0) AS cancel_lines,
      (SELECT count(*) FROM ${NETTED}) AS matched,
      (SELECT coalesce(sum(worth), 0) FROM ${NETTED}) AS worth`);
  const only = (name: string) => numbers(found, name)[0]!;
  return { cancelLines: only("cancel_lines"), matched: only("matched"), value: only("worth") };
}

async function replaceTable(engine: Engine, table: string, select: string): Promise<void> {
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  await engine.execute(`CREATE TABLE ${table} AS ${select}`);
}

async function countRows(engine: Engine, table: string): Promise<number> {
  return numbers(await engine.query(`SELECT count(*) AS n FROM ${table}`), "n")[0]!;
}
