import {
  FIRST_OF_DUPLICATES,
  GOODS_CODES,
  GOODS_DESCRIPTIONS,
  marked,
  PRICED,
  PURCHASES,
  type StepSql,
  WITH_CUSTOMER,
  WITHOUT_DUPLICATES,
} from "./cleaning-sql";
import type { Dataset } from "./dataset";
import { type Engine, numbers } from "./engine";

/** What is done with duplicates: the table of what stays, and how it is told. */
export const DUPLICATES = {
  first: {
    table: "first_copies",
    sql: FIRST_OF_DUPLICATES,
    told: { step: "duplicates", reason: "equal to an earlier row in all columns" },
  },
  none: {
    table: "lone_rows",
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

/** Rows of the raw table, rows with a customer, and rows of the marked table by the rule they fail (0: none). */
export interface Marks {
  readonly rowsIn: number;
  readonly named: number;
  readonly failing: readonly number[];
}

const markedAlready = new WeakMap<Dataset, Map<string, Promise<Marks>>>();

/** Marks the rows without duplicates once a data set, whoever asks for them, and however often. */
export function marksOf(
  dataset: Dataset,
  duplicates: (typeof DUPLICATES)[keyof typeof DUPLICATES],
): Promise<Marks> {
  const known = markedAlready.get(dataset) ?? new Map<string, Promise<Marks>>();
  markedAlready.set(dataset, known);
  const marks = known.get(duplicates.table) ?? mark(dataset, duplicates);
  known.set(duplicates.table, marks);
  return marks;
}

async function mark(
  { engine, raw }: Dataset,
  { table, sql }: { readonly table: string; readonly sql: StepSql },
): Promise<Marks> {
  const unique = sql(`(${WITH_CUSTOMER(raw)}) AS named`);
  await replaceTable(
    engine,
    table,
    marked(
      unique,
      RULES.map(({ keeps }) => keeps),
    ),
  );
  const sums = [...RULES.keys(), RETURNS].map(
    (i) => `coalesce(sum(CASE WHEN fails = ${i} THEN 1 ELSE 0 END), 0) AS n${i}`,
  );
  const found = await engine.query(`
    SELECT (SELECT count(*) FROM ${raw}) AS rows_in, (SELECT count(*) FROM (${WITH_CUSTOMER(raw)}) AS named) AS named,
      ${sums.join(", ")}
    FROM ${table}`);
  const only = (name: string) => numbers(found, name)[0]!;
  return { rowsIn: only("rows_in"), named: only("named"), failing: sums.map((_, i) => only(`n${i}`)) };
}

/** Makes a table of a SELECT, anew if it is there. */
export async function replaceTable(engine: Engine, table: string, select: string): Promise<void> {
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  await engine.execute(`CREATE TABLE ${table} AS ${select}`);
}
