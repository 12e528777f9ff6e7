import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../../test/real-data";
import { spearman } from "../../stats/correlation";
import { groupMeans } from "../../stats/group-means";
import { openDataset } from "../dataset";
import { type EcommerceCustomers, ecommerceCustomers, usualLines } from "./customers";
import type { Ecommerce } from "./open";

const means = (values: ArrayLike<number>, groups: readonly string[], weights?: ArrayLike<number>) =>
  groupMeans(values, groups, { resamples: 2, ...(weights && { weights }) }).map(({ mean }) => mean.estimate);

describe("the customers of the real files", withReal("ecommerce/Onlinesales_info.csv"), () => {
  let shop: Ecommerce;
  let people: EcommerceCustomers;
  before(async () => {
    shop = await openDataset("ecommerce", { source: "real" });
    people = await ecommerceCustomers(shop);
  });
  after(() => shop?.close());

  // Groups by means of pandas 3.1 over customers, and over rows within the limits, merged with the customers' values.
  test("have the published lifetime values over rows, and others over customers", () => {
    const { publishedValue, gender, region, usualLines, spend } = people;
    const near = (found: readonly number[], wanted: readonly number[]) => {
      assert.equal(found.length, wanted.length);
      for (const [i, value] of wanted.entries())
        assert.ok(Math.abs(found[i]! - value) < 1e-6, `${found[i]}, not ${value}`);
    };
    near(means(publishedValue, gender, usualLines), [36.877087, 29.559362]);
    near(means(publishedValue, gender), [10.705698, 12.143262]);
    near(
      means(spend, gender).map((x) => Math.round(x * 100) / 100),
      [3108.85, 3309.22],
    );
    near(means(publishedValue, region, usualLines), [35.578778, 45.106671, 25.943974, 19.954725, 23.092379]);
    near(means(publishedValue, region), [11.164416, 12.393238, 9.422241, 10.278606, 12.237816]);
  });

  test("have sizes that go together, and a tenure that goes with nothing", () => {
    const { lines, categories, tenure, spend, usualLines, orders } = people;
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    assert.deepEqual([sum(lines), sum(usualLines), sum(orders)], [52_924, 52_381, 26_631]);
    // scipy.stats.spearmanr, SciPy 1.17, on spend in whole cents: sums of binary fractions break ties
    assert.ok(Math.abs(spearman(categories, lines) - 0.897015) < 5e-7);
    assert.ok(Math.abs(spearman(tenure, spend) - 0.011697761357164315) < 1e-12);
  });
});

test("limits change what is usual and nothing else; limits that are no numbers are refused", async () => {
  const shop = await openDataset("ecommerce", { source: "generated", customers: 60, cache: false });
  const all = await ecommerceCustomers(shop, { mostUnits: 1e6, highestPrice: 1e6 });
  const ones = await ecommerceCustomers(shop, { mostUnits: 1, highestPrice: 1e6 });
  await assert.rejects(
    ecommerceCustomers(shop, { mostUnits: Number.NaN, highestPrice: 1 }),
    /limits of NaN units/,
  );
  await shop.close();
  assert.deepEqual(all.usualLines, all.lines);
  assert.ok(
    ones.usualLines.every((n, i) => n <= ones.lines[i]!) &&
      ones.usualLines.some((n, i) => n < ones.lines[i]!),
  );
  assert.deepEqual({ ...ones, usualLines: 0 }, { ...all, usualLines: 0 });
  assert.equal(usualLines({ mostUnits: 300, highestPrice: 279 }), "quantity <= 300 AND unit_price <= 279");
});
