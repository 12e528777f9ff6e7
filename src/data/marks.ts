import {
  FIRST_OF_DUPLICATES,
  GOODS_CODES,
  GOODS_DESCRIPTIONS,
  marked,
  PRICED,
  PURCHASES,
  WITH_CUSTOMER,
  WITHOUT_DUPLICATES,
} from "./cleaning-sql";
import { type Engine, numbers } from "./engine";
import { oncePer } from "./once";
import type { OnlineRetail } from "./online-retail/open";

/** What is done with duplicates: what the table of what stays is called after the raw table, and how it is told. */
export const DUPLICATES = {
  first: {
    after: "first_copies",
    sql: FIRST_OF_DUPLICATES,
    told: { step: "duplicates", reason: "equal to an earlier row in all columns" },
  },
  none: {
    after: "lone_rows",
    sql: WITHOUT_DUPLICATES,
    told: { step: "duplicates", reason: "another row is equal in all columns; none is kept" },
  },
} as const;

/** The rules that a row must meet to stay, in the order in which they are told. */
export const RULES = [
  {
    step: "service codes",
    reason: "the stock code has fewer than two digits (postage, fees …)",
    keeps: GOODS_CODES,
  },
  { step: "services", reason: "carriage and images are no goods", keeps: GOODS_DESCRIPTIONS },
  { step: "prices", reason: "the unit price is zero or less", keeps: PRICED },
  { step: "returns", reason: "the quantity is zero or less (a cancellation)", keeps: PURCHASES },
] as const;
/** The number of the rule that returns fail; it is the last. */
export const RETURNS = RULES.length;

/** Rows without duplicates, each marked by the first rule that it fails. */
export interface MarkedRows {
  /** The engine's table of them: the raw columns and `fails`, the rule's number, or 0. */
  readonly table: string;
  /** Rows of the raw table. */
  readonly rowsIn: number;
  /** Of these, rows with a customer and a description. */
  readonly named: number;
  /** Rows of the table by the rule they fail. */
  readonly failing: readonly number[];
}

const markedRows = oncePer<OnlineRetail, MarkedRows>();

/** Marks the rows without duplicates, once a data set, whoever asks for them and however often. */
export function marksOf(dataset: OnlineRetail, duplicates: keyof typeof DUPLICATES): Promise<MarkedRows> {
  return markedRows(dataset, duplicates, () => mark(dataset, duplicates));
}

async function mark({ engine, raw }: OnlineRetail, duplicates: keyof typeof DUPLICATES): Promise<MarkedRows> {
  const { after, sql } = DUPLICATES[duplicates];
  const table = `${raw}_${after}`;
  const named = `(${WITH_CUSTOMER(raw)}) AS named`;
  await replaceTable(
    engine,
    table,
    marked(
      sql(named),
      RULES.map(({ keeps }) => keeps),
    ),
  );
  const sums = [...RULES.keys(), RETURNS].map(
    (i) => `coalesce(sum(CASE WHEN fails = ${i} THEN 1 ELSE 0 END), 0) AS n${i}`,
  );
  const found = await engine.query(`
    SELECT (SELECT count(*) FROM ${raw}) AS rows_in, (SELECT count(*) FROM ${named}) AS named, ${sums.join(", ")}
    FROM ${table}`);
  const only = (name: string) => numbers(found, name)[0]!;
  return {
    table,
    rowsIn: only("rows_in"),
    named: only("named"),
    failing: sums.map((_, i) => only(`n${i}`)),
  };
}

/** Makes a table of a SELECT, anew if it is there. */
export async function replaceTable(engine: Engine, table: string, select: string): Promise<void> {
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  await engine.execute(`CREATE TABLE ${table} AS ${select}`);
}
