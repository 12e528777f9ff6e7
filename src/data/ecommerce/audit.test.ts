import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../../test/real-data";
import { openDataset } from "../dataset";
import { auditEcommerce } from "./audit";

test(
  "the audit of the real files comes to the reference figures",
  withReal("ecommerce/Onlinesales_info.csv"),
  async () => {
    const shop = await openDataset("ecommerce", { source: "real" });
    const { coupons, undiscounted, first, last, ...audit } = await auditEcommerce(shop);
    await shop.close();
    // The counts were recomputed with pandas 3.1 from the five files.
    assert.deepEqual(audit, {
      lines: 52_924,
      customers: 1_468,
      orders: 26_631,
      transactions: 25_061,
      sharedTransactions: 1_319,
      products: 1_145,
      categories: 20,
      days: 365,
      revenue: 4_670_794.62,
      priceSum: 2_764_625.2,
      duplicates: 0,
      feesByLine: 556_635.07,
      feesByOrder: 238_987.6,
      ordersWithSeveralFees: 0,
      ordersWithSeveralCoupons: 8_159,
      unsold: ["Notebooks"],
      withTwoLines: 1_402,
      withTwoOrders: 1_343,
      withTwoDays: 734,
    });
    assert.deepEqual(
      coupons.map(({ coupon, lines, share }) => [coupon, lines, (share * 100).toFixed(2)]),
      [
        ["Clicked", 26_926, "50.88"],
        ["Used", 17_904, "33.83"],
        ["Not Used", 8_094, "15.29"],
      ],
    );
    assert.deepEqual(
      undiscounted.map(({ category, lines }) => [category, lines]),
      [
        ["Fun", 160],
        ["Google", 105],
        ["Backpacks", 89],
        ["More Bags", 46],
      ],
    );
    assert.equal((undiscounted.reduce((sum, { share }) => sum + share, 0) * 100).toFixed(2), "0.76");
    assert.deepEqual([first, last], [Date.UTC(2019, 0, 1), Date.UTC(2019, 11, 31)]);
  },
);

test("the audit of generated files finds what was planted", async () => {
  const shop = await openDataset("ecommerce", { source: "generated", seed: 3, customers: 300, cache: false });
  const audit = await auditEcommerce(shop);
  const truth = shop.truth!();
  await shop.close();
  assert.equal(audit.customers, 300);
  assert.equal(audit.sharedTransactions, truth.sharedTransactions);
  assert.equal(audit.orders, audit.transactions + truth.sharedTransactions);
  assert.deepEqual(
    audit.undiscounted.map(({ category }) => category).toSorted(),
    truth.categories.flatMap(({ name, coupon }) => (coupon === null ? [name] : [])).toSorted(),
  );
  assert.deepEqual(audit.unsold.slice(0, 1), ["Notebooks"]);
  assert.ok(audit.feesByLine > audit.feesByOrder && audit.ordersWithSeveralFees === 0);
});
