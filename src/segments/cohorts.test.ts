import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { openDuckDB } from "../data/duckdb";
import type { Ecommerce } from "../data/ecommerce/open";
import {
  activityOf,
  cohortCells,
  type MonthlyActivity,
  monthlyActivity,
  retentionByPeriod,
  returnRate,
} from "./cohorts";

const JANUARY = 2019 * 12;
const activity: MonthlyActivity = {
  customer: ["a", "b", "c"],
  months: [[JANUARY, JANUARY + 2], [JANUARY, JANUARY + 1, JANUARY + 2], [JANUARY + 1]],
  last: JANUARY + 2,
};

test("cohorts are counted month by month, months without anybody too", () => {
  assert.deepEqual(
    cohortCells(activity).map(({ cohort, period, customers, size }) => [cohort, period, customers, size]),
    [
      ["2019-01", 0, 2, 2],
      ["2019-01", 1, 1, 2],
      ["2019-01", 2, 2, 2],
      ["2019-02", 0, 1, 1],
      ["2019-02", 1, 0, 1],
    ],
  );
  assert.deepEqual(retentionByPeriod(cohortCells(activity))[1], {
    period: 1,
    cohorts: 2,
    mean: 0.25,
    weighted: 1 / 3,
  });
  assert.equal(returnRate(activity).estimate, 3 / 5);
});

test("a year's end is passed, and one month alone allows no return", () => {
  const winter = { customer: ["a"], months: [[JANUARY - 1, JANUARY]], last: JANUARY };
  assert.deepEqual(
    cohortCells(winter).map(({ cohort, share }) => [cohort, share]),
    [
      ["2018-12", 1],
      ["2018-12", 1],
    ],
  );
  assert.throws(() => returnRate(activityOf(activity, () => false)), /nobody could return/);
});

test("cells add up to the customers' months, whoever is left out is counted in the rest", () => {
  const months = fc
    .uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 })
    .map((m) => m.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(months, { minLength: 2, maxLength: 30 }), (list) => {
      const all = {
        customer: list.map((_, i) => String(i)),
        months: list.map((own) => own.map((m) => m + JANUARY)),
        last: JANUARY + 11,
      };
      const sum = (part: MonthlyActivity) => cohortCells(part).reduce((n, { customers }) => n + customers, 0);
      assert.equal(sum(all), list.flat().length);
      const even = (customer: string) => Number(customer) % 2 === 0;
      assert.equal(sum(activityOf(all, even)) + sum(activityOf(all, (c) => !even(c))), sum(all));
      for (const { period, share, size } of cohortCells(all)) {
        assert.ok(share >= 0 && share <= 1 && size > 0);
        if (period === 0) assert.equal(share, 1);
      }
    }),
  );
});

test("lines without customer and tables without lines are refused", async () => {
  const engine = await openDuckDB();
  try {
    await engine.execute("CREATE TABLE few (customer VARCHAR, order_time TIMESTAMP)");
    await assert.rejects(monthlyActivity(engine, "few"), /few has no order lines/);
    await engine.execute("INSERT INTO few VALUES (NULL, TIMESTAMP '2019-01-01 00:00')");
    await assert.rejects(monthlyActivity(engine, "few"), /no customer/);
  } finally {
    await engine.close();
  }
});

describe("the cohorts of E-commerce 2019", withReal("ecommerce/Onlinesales_info.csv"), () => {
  let shop: Ecommerce;
  before(async () => {
    shop = await openDataset("ecommerce", { source: "real" });
  });
  after(() => shop?.close());

  test("equal pandas': the first month after, unweighted and weighted, and all later months", async () => {
    const found = await monthlyActivity(shop.engine, "order_lines");
    const cells = cohortCells(found);
    // groupby(["first", "months since"]).customer.nunique() of pandas 3.1, divided by the first column
    assert.equal(cells.length, 78);
    assert.deepEqual(
      cells.filter(({ cohort }) => cohort === "2019-01").map(({ customers }) => customers),
      [215, 13, 24, 34, 23, 44, 35, 47, 23, 28, 20, 34],
    );
    const first = retentionByPeriod(cells)[1]!;
    assert.ok(Math.abs(first.mean - 0.09681144309400054) < 1e-14);
    assert.ok(Math.abs(first.weighted - 0.09544787077826726) < 1e-14);
    const later = cells.filter(({ period }) => period > 0).map(({ share }) => share);
    assert.ok(Math.abs(later.reduce((a, b) => a + b, 0) / later.length - 0.11519639621455674) < 1e-14);
  });

  test("of those who did and did not buy certain products equal pandas', too", async () => {
    const codes = ["0520", "0519", "0922", "0398", "0399", "0521", "0362"].map((code) => `'Product_${code}'`);
    const buyers = await shop.query(
      `SELECT DISTINCT customer FROM order_lines WHERE product IN (${codes.join(", ")}) ORDER BY customer`,
    );
    const who = new Set(buyers.array("customer") as string[]);
    const found = await monthlyActivity(shop.engine, "order_lines");
    const meanLater = (keep: (customer: string) => boolean) => {
      // pandas leaves out the cells in which nobody bought, which raises a mean over cells
      const cells = cohortCells(activityOf(found, keep)).filter(
        ({ period, customers }) => period > 0 && customers > 0,
      );
      return cells.reduce((sum, { share }) => sum + share, 0) / cells.length;
    };
    assert.equal(who.size, 538);
    assert.ok(Math.abs(meanLater((c) => who.has(c)) - 0.1670586122161029) < 1e-12);
    assert.ok(Math.abs(meanLater((c) => !who.has(c)) - 0.0882211672304099) < 1e-12);
  });
});
