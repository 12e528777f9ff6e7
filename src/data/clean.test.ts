import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withReal } from "../../test/real-data";
import { CLEANING_VARIANTS, type CleaningVariant, type CleanLines, clean } from "./clean";
import { openDataset } from "./dataset";
import { openDuckDB, sqlText } from "./duckdb";
import { type Engine, numbers } from "./engine";
import type { OnlineRetail } from "./online-retail/open";
import { toTable } from "./table";
import { bruteClean, type RawLine } from "./testing-clean";

const text = (value: string | null) => (value === null ? "CAST(NULL AS VARCHAR)" : sqlText(value));

/** A data set that holds just these rows. */
async function datasetOf(engine: Engine, lines: readonly RawLine[], raw = "raw"): Promise<OnlineRetail> {
  const rows = lines.map(
    (l) =>
      `(${l.line}, ${text(l.invoice)}, ${text(l.code)}, ${text(l.description)}, ${l.quantity}, ` +
      `TIMESTAMP '2011-03-0${l.day} 10:00:00', CAST(${l.pence / 100} AS DECIMAL(12, 3)), ${text(l.customer)}, 'EIRE')`,
  );
  await engine.execute(`DROP TABLE IF EXISTS ${raw}`);
  await engine.execute(`CREATE TABLE ${raw} AS SELECT * FROM (VALUES ${rows.join(", ")})
    AS t(line, invoice, stock_code, description, quantity, invoice_time, unit_price, customer, country)`);
  const query = async (sql: string) => toTable(await engine.query(sql));
  const shared = { name: "online-retail", source: "generated", files: [], seed: 0 } as const;
  return { ...shared, engine, raw, query, close: () => engine.close() };
}

/** Dirty rows out of few values, so that duplicates and cancellations meet often. */
const dirtyLines = fc
  .array(
    fc.record({
      invoice: fc.constantFrom("1", "2", "C3"),
      code: fc.constantFrom("22423", "85123A", "POST", "C2", "71x"),
      description: fc.constantFrom("CUP", "cup", "Next Day Carriage", null),
      quantity: fc.constantFrom(1, 2, -1, -2, 1, -1, 0),
      day: fc.constantFrom(1, 2, 3),
      pence: fc.constantFrom(100, 100, 100, 250, 0, -5),
      customer: fc.constantFrom("a", "a", "b", null),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => rows.map((row, i): RawLine => ({ ...row, line: i + 1 })));

/** Asserts that a variant's ledger, rows and pairs are those of a plain loop over the raw lines. */
async function agrees(engine: Engine, cleaned: CleanLines, lines: readonly RawLine[]): Promise<void> {
  const { table, ledger, netting, pairs, variant } = cleaned;
  const expected = bruteClean(lines, variant);
  const kept = ledger.steps.map((step) => step.kept);
  assert.deepEqual(kept, expected.keptAfter, variant);
  assert.equal(ledger.rowsIn, lines.length);
  assert.equal(ledger.rowsIn, ledger.kept + ledger.steps.reduce((sum, step) => sum + step.dropped, 0));
  const rows = await engine.query(`SELECT line FROM ${table} ORDER BY line`);
  assert.deepEqual([...numbers(rows, "line")], expected.lines, variant);
  assert.deepEqual(netting, expected.netting);
  if (pairs === null) assert.equal(expected.pairs, null);
  else {
    const found = await engine.query(`SELECT cancelled, bought FROM ${pairs}`);
    const bought = numbers(found, "bought");
    const matched = Array.from(numbers(found, "cancelled"), (line, i) => [line, bought[i]!]);
    const byLine = (a: number[], b: number[]) => a[0]! - b[0]!;
    assert.deepEqual(matched.sort(byLine), expected.pairs!.sort(byLine));
  }
}

test("every variant keeps the rows and counts of a plain loop over small dirty tables", async () => {
  const engine = await openDuckDB();
  await fc.assert(
    fc.asyncProperty(dirtyLines, async (lines) => {
      const dataset = await datasetOf(engine, lines);
      for (const variant of CLEANING_VARIANTS) await agrees(engine, await clean(dataset, variant), lines);
    }),
    { numRuns: 40, seed: 7 },
  );
  await engine.close();
});

test("cancellations within cancellations take the lines that a plain loop takes", async () => {
  const engine = await openDuckDB();
  // One customer and product: the days and the order of the file decide who takes what.
  const line = fc.record({
    quantity: fc.constantFrom(1, -1, 1, -1, 2, -2),
    day: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 25 }), async (moves) => {
      const lines = moves.map((move, i): RawLine => {
        const rest = { code: "22423", description: "CUP", pence: 100, customer: "a" };
        return { ...rest, ...move, line: i + 1, invoice: String(i) };
      });
      await agrees(engine, await clean(await datasetOf(engine, lines), "netted"), lines);
    }),
    { numRuns: 60, seed: 7 },
  );
  await engine.close();
});

test("variants asked for at once, and again, are those asked for one after another", async () => {
  const engine = await openDuckDB();
  const [lines] = fc.sample(dirtyLines, { numRuns: 1, seed: 11 });
  const dataset = await datasetOf(engine, lines!);
  const wanted = [...CLEANING_VARIANTS, ...CLEANING_VARIANTS];
  const all = await Promise.all(wanted.map((variant) => clean(dataset, variant)));
  for (const cleaned of all) await agrees(engine, cleaned, lines!);
  const again = await clean(dataset, "netted");
  assert.equal(again, all[wanted.indexOf("netted")], "done once");
  await engine.close();
});

test("two data sets on one engine keep their own lines", async () => {
  const engine = await openDuckDB();
  const [first, second] = fc.sample(dirtyLines, { numRuns: 2, seed: 3 }) as [RawLine[], RawLine[]];
  const sets = [await datasetOf(engine, first, "raw_a"), await datasetOf(engine, second, "raw_b")] as const;
  const cleanAll = (set: OnlineRetail) =>
    Promise.all(CLEANING_VARIANTS.map((variant) => clean(set, variant)));
  const [ofFirst, ofSecond] = await Promise.all([cleanAll(sets[0]), cleanAll(sets[1])]);
  for (const cleaned of ofFirst) await agrees(engine, cleaned, first);
  for (const cleaned of ofSecond) await agrees(engine, cleaned, second);
  await engine.close();
});

test("a data set that was closed is refused, each time", async () => {
  const engine = await openDuckDB();
  const dataset = await datasetOf(engine, fc.sample(dirtyLines, { numRuns: 1, seed: 1 })[0]!);
  await dataset.close();
  for (let i = 0; i < 2; i++) await assert.rejects(clean(dataset, "netted"), /data set is closed/);
});

test("a cancellation takes the latest earlier line that is still free", async () => {
  const engine = await openDuckDB();
  const line = (n: number, day: number, quantity: number): RawLine => {
    const invoice = quantity < 0 ? `C${n}` : String(n);
    return { line: n, invoice, code: "22423", description: "CUP", quantity, day, pence: 250, customer: "a" };
  };
  const dataset = await datasetOf(engine, [
    line(1, 1, 6),
    line(2, 2, 6),
    line(3, 3, -6),
    line(4, 4, 6),
    line(5, 5, -6),
    line(6, 6, -6),
    line(7, 7, -6),
    line(8, 8, 6),
    line(9, 9, -12),
  ]);
  const { table, netting } = await clean(dataset, "netted");
  // 3 takes 2, 5 takes 4, 6 takes 1; 7 finds none, 9 is of another quantity.
  assert.deepEqual([...numbers(await engine.query(`SELECT line FROM ${table} ORDER BY line`), "line")], [8]);
  assert.deepEqual(netting, { cancelLines: 5, matched: 3, value: 45 });
  await engine.close();
});

test("order lines carry the derived columns", async () => {
  const engine = await openDuckDB();
  const dataset = await datasetOf(engine, [
    {
      line: 1,
      invoice: "9",
      code: "85123A",
      description: "cup ",
      quantity: 3,
      day: 6,
      pence: 145,
      customer: "a",
    },
  ]);
  const { table } = await clean(dataset, "as-published");
  assert.deepEqual((await dataset.query(`SELECT * FROM ${table}`)).object(), {
    line: 1,
    customer: "a",
    order_id: "9",
    order_time: new Date("2011-03-06T10:00:00Z"),
    product: "85123A",
    description: "CUP ",
    quantity: 3,
    unit_price: 1.45,
    country: "EIRE",
    total_purchase: 4.35,
    year: 2011,
    month: 3,
    day: 6,
    // 6 March 2011 was a Sunday.
    weekday: 6,
    date: new Date("2011-03-06T00:00:00Z"),
    year_month: "2011-03",
    hour: 10,
  });
  await engine.close();
});

test("an unknown variant is refused by name", async () => {
  const engine = await openDuckDB();
  const dataset = await datasetOf(engine, [
    {
      line: 1,
      invoice: "9",
      code: "85123A",
      description: "CUP",
      quantity: 3,
      day: 6,
      pence: 145,
      customer: "a",
    },
  ]);
  await assert.rejects(
    clean(dataset, "gross" as CleaningVariant),
    /no cleaning variant "gross"; there are: as-pub/,
  );
  await engine.close();
});

// Reference: the study's notebook, recomputed with pandas; see the variants in `clean`.
const REAL = {
  "as-published": {
    kept: [406_829, 401_604, 399_689, 399_606, 399_573, 391_068],
    facts: { rows: 391_068, customers: 4_334, orders: 18_399, products: 3_657, revenue: 8_736_000.64 },
  },
  "keep-none": {
    kept: [406_829, 396_767, 394_853, 394_770, 394_737, 386_260],
    facts: { rows: 386_260, customers: 4_334, orders: 18_398, products: 3_657, revenue: 8_713_630.8 },
  },
  netted: {
    kept: [406_829, 401_604, 399_689, 399_606, 399_573, 396_848, 388_343],
    facts: { rows: 388_343, customers: 4_323, orders: 18_276, products: 3_643, revenue: 8_350_041.91 },
  },
  // Net of the returns: £471,736 less than as published.
  "with-returns": {
    kept: [406_829, 401_604, 399_689, 399_606, 399_573],
    facts: { rows: 399_573, customers: 4_362, orders: 21_781, products: 3_674, revenue: 8_264_264.93 },
  },
} as const;

test(
  "the variants of the real file come to the reference figures",
  withReal("online-retail/data.csv"),
  async () => {
    const shop = await openDataset("online-retail", { source: "real" });
    for (const variant of CLEANING_VARIANTS) {
      const { table, ledger, netting } = await clean(shop, variant);
      assert.equal(ledger.rowsIn, 541_909);
      assert.deepEqual(
        ledger.steps.map((step) => step.kept),
        REAL[variant].kept,
      );
      const facts = await shop.query(`
      SELECT count(*) AS rows, count(DISTINCT customer) AS customers, count(DISTINCT order_id) AS orders,
        count(DISTINCT product) AS products, sum(total_purchase) AS revenue
      FROM ${table}`);
      assert.deepEqual(facts.object(), REAL[variant].facts);
      const found = variant === "netted" ? { cancelLines: 8_505, matched: 2_725, value: 385_958.73 } : null;
      assert.deepEqual(netting, found);
    }
    const { table } = await clean(shop, "with-returns");
    const days = await shop.query(`
    SELECT date, sum(total_purchase) AS revenue FROM ${table} GROUP BY date ORDER BY revenue DESC`);
    assert.deepEqual(
      days.object(),
      { date: new Date("2011-09-20"), revenue: 103_229.78 },
      "the true peak day",
    );
    const last = await shop.query(`
    SELECT sum(total_purchase) AS revenue FROM ${table} WHERE date = DATE '2011-12-09'`);
    assert.equal(last.get("revenue", 0), 15_606.28, "the phantom peak, net");
    await shop.close();
  },
);
