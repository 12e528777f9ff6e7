import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import type { Dataset } from "../data/opened";
import { datedVariables } from "./dated-variables";
import { equalGrades } from "./grades";
import { migration } from "./migration";
import { periodStatus } from "./period-status";
import { completeOnly, valuesOf } from "./variables";
import { heavyMediumLight, volumeTiers } from "./volume-tiers";

// Values without another source: pandas 3.1 on the raw file, whose columns are renamed c, t, d, p, cat, q, price.
describe("customers of the real E-commerce file", withReal("ecommerce/Onlinesales_info.csv"), () => {
  let shop: Dataset;
  before(async () => {
    shop = await openDataset("ecommerce", { source: "real" });
  });
  after(() => shop?.close());

  const until = async (end: string) => {
    const from = `(SELECT * FROM order_lines WHERE order_time < TIMESTAMP '${end} 00:00:00') AS kept`;
    const reference = `${end}T00:00Z`;
    return datedVariables(shop.engine, { from, reference, variables: ["monetary"] });
  };

  test("length, gaps and periodicity are those of groupby and diff over order days", async () => {
    // days = s[["c", "d"]].drop_duplicates().sort_values(["c", "d"]); gap = days.groupby("c").d.diff().dt.days, then
    // sum, last, median and std by c: means, and how many are missing; t, q and p by c: nunique, sum, nunique
    const variables = [
      "length",
      "lastGap",
      "usualGap",
      "periodicity",
      "frequency",
      "items",
      "variety",
    ] as const;
    const customers = await datedVariables(shop.engine, {
      from: "order_lines",
      reference: "2019-12-31T00:00Z",
      variables,
    });
    const expected = [
      [64.35899182561307, 0],
      [65.66076294277929, 734],
      [61.80040871934605, 734],
      [53.67485203134683, 1098],
      [18.141008174386922, 0],
      [162.14782016348775, 0],
      [25.657356948228884, 0],
    ] as const;
    variables.forEach((name, v) => {
      const defined = valuesOf(customers, name).filter((value) => !Number.isNaN(value));
      assert.equal(1468 - defined.length, expected[v]?.[1], name);
      const mean = defined.reduce((a, b) => a + b, 0) / defined.length;
      assertClose(mean, expected[v]?.[0] as number, 1e-10, name);
    });
    assert.equal(completeOnly(customers).leftOut, 1098);
  });

  test("customers of the second and third quarter are those of set operations", async () => {
    const { status, orders, monetary } = await periodStatus(shop.engine, {
      from: "order_lines",
      start: "2019-04-01T00:00Z",
      middle: "2019-07-01T00:00Z",
      end: "2019-10-01T00:00Z",
    });
    assert.deepEqual(
      [0, 1, 2, 3].map((s) => status.filter((of) => of === s).length),
      [215, 372, 307, 81],
    );
    assert.equal(
      orders[0].reduce((a, b) => a + b, 0),
      6214,
    );
    assertClose(
      monetary[0].reduce((a, b) => a + b, 0),
      1_030_463.22,
      1e-6,
    );
  });

  test("quarters by spend move from the middle of the year to its end as a crosstab has it", async () => {
    // q1 = 4 - pd.qcut(spend up to June, 4, labels=False), q2 of the whole year; pd.crosstab(q1, q2)
    const [june, december] = [await until("2019-07-01"), await until("2020-01-01")];
    const quarters = (customers: typeof june) => ({
      customer: customers.customer,
      segmentOf: equalGrades(valuesOf(customers, "monetary"), 4),
      names: ["1", "2", "3", "4"],
    });
    assert.deepEqual(migration(quarters(june), quarters(december)).counts, [
      [180, 45, 0, 0],
      [55, 115, 55, 0],
      [18, 49, 125, 33],
      [11, 16, 28, 170],
      [103, 142, 159, 164],
    ]);
    const { tiers } = volumeTiers(valuesOf(december, "monetary"), heavyMediumLight, { resamples: 50 });
    assertClose(tiers[0]?.volumeShare.estimate, 0.6100373473496893, 1e-12);
    assertClose(tiers[1]?.volumeShare.estimate, 0.2783355843635874, 1e-12);
  });
});
