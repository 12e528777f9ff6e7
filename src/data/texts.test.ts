import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../stats/random";
import { type DuckDB, openDuckDB } from "./duckdb";
import { numbers, texts } from "./engine";

const ROWS = 7_000;
const PARTS = [
  "",
  "x",
  "twelve bytes",
  "thirteen byte",
  "£",
  "고객 한 사람",
  "😀 smiles",
  "\ufeffmark",
  "nul\0within",
];

/** Texts of 0 to some 400 bytes, short and long, plain and not, with many repeats and some NULLs. */
function anyTexts(seed: number): (string | null)[] {
  const random = createRandom(seed);
  return Array.from({ length: ROWS }, () => {
    if (random.int(7) === 0) return null;
    const part = random.choice(PARTS);
    if (random.int(5) > 0) return part;
    return `${part} ${random.int(900)} `.repeat(1 + random.int(12));
  });
}

async function withTexts(use: (engine: DuckDB, a: (string | null)[], b: (string | null)[]) => Promise<void>) {
  const engine = await openDuckDB();
  const [a, b] = [anyTexts(1), anyTexts(2)];
  const hex = (text: string | null) =>
    text === null ? "NULL" : `decode(from_hex('${Buffer.from(text).toString("hex")}'))`;
  await engine.execute("CREATE TABLE t (n INTEGER, a VARCHAR, b VARCHAR)");
  for (let i = 0; i < ROWS; i += 1000) {
    const rows = a.slice(i, i + 1000).map((text, k) => `(${i + k}, ${hex(text)}, ${hex(b[i + k]!)})`);
    await engine.execute(`INSERT INTO t VALUES ${rows.join(", ")}`);
  }
  try {
    await use(engine, a, b);
  } finally {
    await engine.close();
  }
}

test("texts of every length and script arrive as they are, whatever the statement does with them", () =>
  withTexts(async (engine, a, b) => {
    const there = a.map((_, i) => i);
    const statements: [string, number[]][] = [
      ["SELECT n, a, b FROM t ORDER BY n", there],
      ["SELECT n, a, b FROM t ORDER BY n DESC", [...there].reverse()],
      ["SELECT n, max(a) AS a, min(b) AS b FROM t GROUP BY n", there],
      ["SELECT n, a || '' AS a, b FROM t WHERE n % 3 = 0", there.filter((n) => n % 3 === 0)],
      ["SELECT l.n, l.a, r.b FROM t AS l JOIN t AS r ON l.n = r.n", there],
    ];
    for (const [sql, expected] of statements) {
      const found = await engine.query(sql);
      const [n, as, bs] = [numbers(found, "n"), texts(found, "a"), texts(found, "b")];
      assert.equal(found.rows, expected.length, sql);
      if (sql.includes("ORDER BY")) assert.deepEqual([...n], expected, sql);
      else
        assert.deepEqual(
          [...n].sort((x, y) => x - y),
          expected,
          sql,
        );
      n.forEach((row, i) => {
        assert.equal(as[i], a[row], `${sql}: row ${row}`);
        assert.equal(bs[i], b[row], `${sql}: row ${row}`);
      });
    }
  }));

test("texts of many thousand bytes, and more different ones than are remembered, arrive whole", async () => {
  const engine = await openDuckDB();
  const many = await engine.query(`
    SELECT CAST(n AS VARCHAR) || repeat(' and on', 40) AS txt
    FROM (SELECT unnest(range(20000)) AS n) AS t ORDER BY n`);
  texts(many, "txt").forEach((text, i) => {
    assert.equal(text, `${i}${" and on".repeat(40)}`);
  });
  const wide = await engine.query(`
    SELECT repeat('wide ', 1000 * n) AS txt FROM (SELECT unnest(range(40)) AS n) AS t ORDER BY n`);
  texts(wide, "txt").forEach((text, i) => {
    assert.equal(text, "wide ".repeat(1000 * i));
  });
  await engine.close();
});
