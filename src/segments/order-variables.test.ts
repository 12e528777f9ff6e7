import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { type DuckDB, openDuckDB } from "../data/duckdb";
import type { Dataset } from "../data/opened";
import { orderVariables } from "./order-variables";
import { valuesOf, variableOf } from "./variables";

const all = [
  "length",
  "lastGap",
  "usualGap",
  "meanGap",
  "frequency",
  "items",
  "variety",
  "reordered",
  "periodicity",
  "volume",
] as const;

describe("variables of orders with gaps", () => {
  let engine: DuckDB;
  before(async () => {
    engine = await openDuckDB();
    await engine.execute(`CREATE TABLE orders AS SELECT * FROM (VALUES
      (11, 10, 'prior', 1, NULL), (12, 10, 'prior', 2, 7), (13, 10, 'prior', 3, 30), (14, 10, 'prior', 4, 8), (15, 10, 'test', 5, 2),
      (21, 9, 'prior', 1, NULL), (22, 9, 'train', 2, 30)
    ) AS t(order_id, customer, eval_set, order_number, gap)`);
    await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
      (11, 1, 0), (11, 2, 0), (12, 1, 1), (13, 1, 1), (13, 3, 0), (14, 2, 1), (22, 5, 0)
    ) AS t(order_id, product, reordered)`);
  });
  after(() => engine.close());

  const rows = async (testOrders: "counted" | "left out") => {
    const customers = await orderVariables(engine, { variables: all, testOrders });
    assert.deepEqual(customers.customer, ["9", "10"]);
    return all.map((name) => Array.from(valuesOf(customers, name), (value) => Math.round(1e6 * value) / 1e6));
  };

  test("a withheld order counts for gaps and frequency where that is asked for, and never for items", async () => {
    const lines = [
      [1, 6],
      [1, 3],
      [0, 3],
    ];
    assert.deepEqual(await rows("counted"), [
      [30, 47],
      [30, 2],
      [30, 7.5],
      [30, 11.75],
      [2, 5],
      ...lines,
      [Number.NaN, 12.446552],
      [1, 1.5],
    ]);
    assert.deepEqual(await rows("left out"), [
      [30, 45],
      [30, 8],
      [30, 8],
      [30, 15],
      [2, 4],
      ...lines,
      [Number.NaN, 13],
      [1, 1.5],
    ]);
  });

  test("definitions say that gaps are capped", async () => {
    const customers = await orderVariables(engine, {
      variables: ["length", "lastGap"],
      testOrders: "counted",
    });
    assert.match(variableOf(customers, "length").definition, /a lower bound/);
    assert.equal(variableOf(customers, "lastGap").better, "fewer");
  });

  test("customers without a gap or without lines have no value there", async () => {
    await engine.execute("INSERT INTO orders VALUES (31, 11, 'test', 1, NULL)");
    const customers = await orderVariables(engine, {
      variables: ["lastGap", "items"],
      testOrders: "counted",
    });
    assert.deepEqual(
      customers.variables.map(({ values }) => [...values]),
      [
        [30, 2, Number.NaN],
        [1, 6, Number.NaN],
      ],
    );
    const { customer } = await orderVariables(engine, { variables: ["lastGap"], testOrders: "left out" });
    assert.deepEqual(customer, ["9", "10"]);
  });
});

// pandas 3.1: o = orders.sort_values(["user_id", "order_number"]).groupby("user_id"); o.days_since_prior_order.sum(),
// .last(), .median(), .mean(), .std(); lines.merge(orders).groupby("user_id").size(), .product_id.nunique(), .reordered.sum(), size / .order_id.nunique()
describe("variables of the real orders", withReal("instacart/orders.csv"), () => {
  let shop: Dataset;
  before(async () => {
    shop = await openDataset("instacart", { source: "real" });
  });
  after(() => shop?.close());

  for (const [testOrders, means] of [
    [
      "counted",
      [
        173.347, 16.396, 14.738, 15.258852049338056, 16.968, 155.824, 62.666, 93.158, 7.528746325958349,
        9.770655622893083,
      ],
    ],
    [
      "left out",
      [
        156.951, 15.967, 14.4535, 15.076443520106979, 15.968, 155.824, 62.666, 93.158, 7.188718803453614,
        9.770655622893083,
      ],
    ],
  ] as const) {
    test(`means with test orders ${testOrders} are those of pandas`, async () => {
      const customers = await orderVariables(shop.engine, { variables: all, testOrders });
      assert.equal(customers.customer.length, 1000);
      all.forEach((name, i) => {
        const mean = valuesOf(customers, name).reduce((a, b) => a + b, 0) / 1000;
        assertClose(mean, means[i] as number, 1e-9, name);
      });
    });
  }
});
