import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createRandom } from "../../stats/random";
import { type DuckDB, openDuckDB } from "../duckdb";
import { exclusiveProducts } from "./exclusive-products";

let engine: DuckDB;
before(async () => {
  engine = await openDuckDB();
});
after(() => engine.close());

/** Orders with gaps, and lines of products in departments `even` and `odd`. */
async function shop(
  gaps: readonly (number | null)[],
  lines: readonly (readonly [order: number, product: number])[],
) {
  await engine.execute("DROP VIEW IF EXISTS order_lines");
  await engine.execute(`CREATE OR REPLACE TABLE orders AS SELECT * FROM (VALUES
    ${gaps.map((gap, i) => `(${i}, ${gap ?? "NULL"})`).join(", ")}) AS v(order_id, gap)`);
  await engine.execute(`CREATE OR REPLACE TABLE lines AS SELECT * FROM (VALUES
    ${lines.map(([order, product]) => `(${order}, ${product})`).join(", ")}) AS v(order_id, product)`);
  await engine.execute(`CREATE VIEW order_lines AS SELECT l.order_id, l.product, o.gap,
    CASE WHEN l.product % 2 = 0 THEN 'even' ELSE 'odd' END AS department FROM lines l JOIN orders o ON o.order_id = l.order_id`);
}

test("a small shop is counted by hand", async () => {
  // Product 2 is in orders after 30 and 3 days, product 4 after 30 and 7, product 1 after 30 only, product 3 in a first order.
  await shop(
    [null, 30, 7, 3],
    [
      [0, 3],
      [1, 2],
      [3, 2],
      [1, 4],
      [2, 4],
      [1, 1],
    ],
  );
  const found = await exclusiveProducts(engine, { at: 30, never: 7 });
  const third = 1 / 3;
  const once = 1 - third - (1 - 2 * third);
  const twice = (1 - third) ** 2 - (1 - 2 * third) ** 2;
  assert.deepEqual(
    found.map(({ department, products, observed, ordersObserved }) => [
      department,
      products,
      observed,
      ordersObserved,
    ]),
    [
      ["even", 2, 1, 2],
      ["odd", 1, 1, 1],
    ],
  );
  assert.ok(Math.abs(found[0]!.expected - 2 * twice) < 1e-12 && Math.abs(found[1]!.expected - once) < 1e-12);
});

test("the expected count is the mean over gaps dealt out anew", async () => {
  const random = createRandom(9);
  const gaps = Array.from({ length: 400 }, () => random.choice([3, 7, 7, 30, 30, 12]));
  const lines = Array.from({ length: 60 }, (_, product) =>
    Array.from({ length: 1 + random.int(9) }, () => random.int(400)).map(
      (order) => [order, product] as const,
    ),
  ).flat();
  const distinct = [
    ...new Map(lines.map((line) => [line.join(), line])).values(),
    ...gaps.map((_, i) => [i, 99] as const),
  ];
  const runs = 60;
  let observed = 0;
  for (let run = 0; run < runs; run++) {
    for (let i = gaps.length - 1; i > 0; i--) {
      const j = random.int(i + 1);
      [gaps[i], gaps[j]] = [gaps[j]!, gaps[i]!];
    }
    await shop(gaps, distinct);
    for (const department of await exclusiveProducts(engine, { at: 30, never: 7 }))
      observed += department.observed;
  }
  const expected = (await exclusiveProducts(engine, { at: 30, never: 7 })).reduce(
    (sum, d) => sum + d.expected,
    0,
  );
  // A sum of 60 nearly independent products has a variance below a quarter each: four standard errors of the mean.
  assert.ok(
    Math.abs(observed / runs - expected) < 4 * Math.sqrt(60 / 4 / runs),
    `${observed / runs}, expected ${expected}`,
  );
});

test("gaps out of range or equal are named", async () => {
  await assert.rejects(
    exclusiveProducts(engine, { at: 31, never: 7 }),
    /gap of 31 is no whole number from 0 to 30/,
  );
  await assert.rejects(exclusiveProducts(engine, { at: 7, never: 7 }), /both gaps are 7/);
});
