import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { type DuckDB, openDuckDB, sqlText } from "./duckdb";
import { columnsOf, numbers, texts } from "./engine";

async function withEngine(use: (engine: DuckDB) => Promise<void>): Promise<void> {
  const engine = await openDuckDB();
  try {
    await use(engine);
  } finally {
    await engine.close();
  }
}

test("each type arrives in its column kind, with NULL as NaN or null", () =>
  withEngine(async (engine) => {
    const answer = await engine.query(`
      SELECT * FROM (VALUES
        (CAST(-3 AS TINYINT), 7, CAST(9007199254740991 AS BIGINT), CAST(0.1 AS DOUBLE), CAST(1.005 AS DECIMAL(4, 3)),
         CAST(-12345.67 AS DECIMAL(30, 2)), CAST(5 AS HUGEINT), 'é, a text of more than twelve bytes', true,
         DATE '1969-12-31', TIMESTAMP '2011-12-09 12:50:00.123456'),
        (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
      ) AS t(tiny, int, big, dbl, short_decimal, long_decimal, huge, txt, bool, day, moment)`);
    assert.equal(answer.rows, 2);
    const expected: Record<string, number> = {
      tiny: -3,
      int: 7,
      big: Number.MAX_SAFE_INTEGER,
      dbl: 0.1,
      short_decimal: 1.005,
      long_decimal: -12345.67,
      huge: 5,
      day: -86_400_000,
      moment: Date.UTC(2011, 11, 9, 12, 50, 0, 123),
    };
    for (const [name, value] of Object.entries(expected)) {
      assert.deepEqual([...numbers(answer, name)], [value, Number.NaN], name);
    }
    assert.equal(answer.column("int").kind, "number");
    assert.equal(answer.column("day").kind, "date");
    assert.equal(answer.column("moment").kind, "date");
    assert.deepEqual(texts(answer, "txt"), ["é, a text of more than twelve bytes", null]);
    assert.deepEqual(answer.column("bool"), { kind: "boolean", values: [true, null] });
  }));

test("columns longer than one chunk arrive whole and in order", () =>
  withEngine(async (engine) => {
    const answer = await engine.query(`
      SELECT n, CASE WHEN n % 3 = 0 THEN NULL ELSE n END AS gaps, CAST(n AS VARCHAR) AS txt
      FROM (SELECT unnest(range(5000)) AS n) AS t ORDER BY n`);
    const n = Array.from({ length: 5000 }, (_, i) => i);
    assert.deepEqual([...numbers(answer, "n")], n);
    assert.deepEqual(
      [...numbers(answer, "gaps")],
      n.map((i) => (i % 3 === 0 ? Number.NaN : i)),
    );
    assert.deepEqual(texts(answer, "txt"), n.map(String));
  }));

test("whole numbers, decimals and times at the ends of what a double holds arrive exactly", () =>
  withEngine(async (engine) => {
    const answer = await engine.query(`
      SELECT * FROM (VALUES
        (1, -9007199254740991, CAST(-9007199254740.991 AS DECIMAL(18, 3)), TIMESTAMP '1969-12-31 23:59:59.999'),
        (2, -1, CAST(-0.001 AS DECIMAL(18, 3)), TIMESTAMP '0001-01-01 00:00:00'),
        (3, 4294967296, CAST(4294967.296 AS DECIMAL(18, 3)), TIMESTAMP '2200-01-01 00:00:00.001'),
        (4, 9007199254740991, CAST(9007199254740.991 AS DECIMAL(18, 3)), NULL),
        (5, NULL, NULL, TIMESTAMP '1970-01-01 00:00:00')
      ) AS t(n, big, price, moment) ORDER BY n`);
    const most = Number.MAX_SAFE_INTEGER;
    assert.deepEqual([...numbers(answer, "big")], [-most, -1, 2 ** 32, most, Number.NaN]);
    const price = [-most / 1000, -0.001, 4294967.296, most / 1000, Number.NaN];
    assert.deepEqual([...numbers(answer, "price")], price);
    const times = ["1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "2200-01-01T00:00:00.001Z"].map(
      Date.parse,
    );
    assert.deepEqual([...numbers(answer, "moment")], [...times, Number.NaN, 0]);
  }));

test("numbers that a double cannot hold, lists and times of day are refused with advice", () =>
  withEngine(async (engine) => {
    await assert.rejects(engine.query("SELECT 9007199254740993 AS n"), /"n" holds 9007199254740993.*CAST/s);
    for (const digits of ["-9007199254740992", "9223372036854775807", "-9223372036854775808"]) {
      const refused = engine.query(`SELECT CAST(${digits} AS BIGINT) AS n`);
      await assert.rejects(refused, new RegExp(`"n" holds ${digits}, more digits than a double keeps`));
    }
    await assert.rejects(
      engine.query("SELECT CAST(90071992547409.930 AS DECIMAL(18, 3)) AS n"),
      /"n" holds 90071992547409930/,
    );
    await assert.rejects(engine.query("SELECT [1, 2] AS list"), /"list" has the type INTEGER\[\].*CAST/s);
    await assert.rejects(engine.query("SELECT TIME '08:00:00' AS t"), /"t" has the type TIME/);
  }));

test("two columns of one name, and a name that is not there, are refused", () =>
  withEngine(async (engine) => {
    await assert.rejects(engine.query("SELECT 1 AS a, 2 AS a"), /two columns named "a"/);
    const answer = await engine.query("SELECT 1 AS one, 'x' AS txt");
    assert.throws(() => answer.column("two"), /no column "two"; there are: one, txt/);
    assert.throws(() => numbers(answer, "txt"), /"txt" holds text, not numbers/);
    assert.throws(() => texts(answer, "one"), /"one" holds a number, not text/);
  }));

test("an empty answer has its columns", () =>
  withEngine(async (engine) => {
    const answer = await engine.query("SELECT 1 AS n, 'a' AS txt WHERE 1 = 0");
    assert.deepEqual([answer.rows, [...answer.names]], [0, ["n", "txt"]]);
    assert.equal(numbers(answer, "n").length, 0);
  }));

test("an error holds the engine's message and the statement, and the next query works", () =>
  withEngine(async (engine) => {
    await assert.rejects(
      engine.query("SELECT nothing FROM nowhere"),
      /nowhere.*The statement was: SELECT nothing/s,
    );
    assert.equal(numbers(await engine.query("SELECT 2 AS n"), "n")[0], 2);
  }));

test("queries asked for at once are answered, each with its own rows", () =>
  withEngine(async (engine) => {
    const answers = await Promise.all(
      [3, 1, 2].map((k) => engine.query(`SELECT unnest(range(${k * 3000})) AS n`)),
    );
    assert.deepEqual(
      answers.map((answer) => answer.rows),
      [9000, 3000, 6000],
    );
  }));

test("a closed engine refuses queries, and closing twice is no fault", async () => {
  const engine = await openDuckDB();
  const last = engine.query("SELECT 1 AS n");
  await engine.close();
  await engine.close();
  assert.equal((await last).rows, 1);
  await assert.rejects(engine.query("SELECT 1"), /is closed/);
});

test("any text passes through an SQL literal unchanged", () =>
  withEngine(async (engine) => {
    const anyText = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        assert.deepEqual(texts(await engine.query(`SELECT ${sqlText(text)} AS t`), "t"), [text]);
      }),
      { numRuns: 50 },
    );
    assert.throws(() => sqlText("a\0b"), /NUL/);
  }));

test("columns of different lengths are refused", () => {
  const column = (n: number) => ({ kind: "number", values: new Float64Array(n) }) as const;
  assert.throws(
    () =>
      columnsOf([
        ["a", column(1)],
        ["b", column(2)],
      ]),
    /"b" has 2 rows, the first has 1/,
  );
});

test("memory is limited, and what spills over goes to the system's folder of temporary files", () =>
  withEngine(async (engine) => {
    const found = await engine.query(
      "SELECT current_setting('memory_limit') AS memory, current_setting('temp_directory') AS spill",
    );
    assert.equal(texts(found, "memory")[0], "1.8 GiB");
    assert.ok(texts(found, "spill")[0]!.startsWith(join(tmpdir(), "segmentbook-spill-")));
  }));
