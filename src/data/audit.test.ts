import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../test/real-data";
import { auditRaw } from "./audit";
import { openDataset } from "./dataset";

test(
  "the audit of the real file comes to the reference figures",
  withReal("online-retail/data.csv"),
  async () => {
    const shop = await openDataset("online-retail", { source: "real" });
    const audit = await auditRaw(shop);
    await shop.close();
    assert.equal(audit.rows, 541_909);
    const missing = audit.missing.filter((part) => part.rows > 0);
    assert.deepEqual(
      missing.map((part) => [part.column, part.rows, (part.share * 100).toFixed(3)]),
      [
        ["description", 1_454, "0.268"],
        ["customer", 135_080, "24.927"],
      ],
    );
    const distinct = new Map(audit.distinct.map((column) => [column.column, column.values]));
    assert.deepEqual(
      ["invoice", "stock_code", "description", "country", "customer"].map((name) => distinct.get(name)),
      [25_900, 4_070, 4_223, 38, 4_372],
    );
    assert.equal(audit.duplicates.extra.rows, 5_268);
    assert.equal(audit.duplicates.extraNamed.rows, 5_225);
    assert.equal(audit.duplicates.flaggedNamed.rows, 10_062);
    assert.equal(audit.cancellations.rows, 9_288);
    assert.equal(audit.cancellationsNamed.rows, 8_872);
    assert.equal((audit.cancellationsNamed.share * 100).toFixed(3), "1.637");
    assert.equal(audit.badDebts.rows, 3);
    assert.equal(audit.negativePrices.rows, 2);
    assert.equal(audit.negativeQuantities.rows, 10_624);
    assert.equal(audit.zeroPrices.rows, 2_515);
    assert.equal(audit.serviceCodes[0]?.code, "POST");
    assert.equal(audit.revenue, 9_747_747.934);
    assert.equal(new Date(audit.first).toISOString(), "2010-12-01T08:26:00.000Z");
    assert.equal(new Date(audit.last).toISOString(), "2011-12-09T12:50:00.000Z");
    assert.equal(audit.days, 305);
  },
);

test("the audit of generated rows finds the dirt that was planted", async () => {
  const shop = await openDataset("online-retail", {
    source: "generated",
    seed: 3,
    rows: 20_000,
    cache: false,
  });
  const audit = await auditRaw(shop);
  const { dirt } = shop.truth!();
  await shop.close();
  const missing = new Map(audit.missing.map((part) => [part.column, part.rows]));
  assert.equal(audit.rows, 20_000);
  assert.equal(missing.get("customer"), dirt.missingCustomers);
  assert.equal(missing.get("description"), dirt.missingDescriptions);
  assert.equal(audit.duplicates.extra.rows, dirt.duplicates);
  assert.equal(audit.cancellations.rows, dirt.cancellations);
  assert.equal(audit.badDebts.rows, dirt.badDebts);
  assert.equal(audit.zeroPrices.rows, dirt.zeroPrices);
  assert.ok(dirt.duplicates > 50 && dirt.cancellations > 100 && dirt.zeroPrices > 30);
});
