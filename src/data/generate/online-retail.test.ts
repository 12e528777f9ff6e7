import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { CLEANING_VARIANTS, clean } from "../clean";
import { openDataset } from "../dataset";
import { scanFile } from "../scan";
import { withFolder } from "../testing";
import { plannedLift } from "./catalogue";
import { GENERATOR_VERSION, generateOnlineRetail, ORIGINAL_ROWS } from "./online-retail";
import { csvTime, writeCsv } from "./write";

test("exactly as many lines as asked for, in order of time, none on a Saturday", () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 3_000 }), fc.integer(), (rows, seed) => {
      const { orders } = generateOnlineRetail({ rows, seed });
      assert.equal(
        orders.reduce((sum, order) => sum + order.lines.length, 0),
        rows,
      );
      for (const [i, order] of orders.entries()) {
        assert.ok(i === 0 || order.time >= orders[i - 1]!.time);
        assert.notEqual(new Date(order.time).getUTCDay(), 6);
        assert.ok(order.lines.length > 0);
      }
    }),
    { numRuns: 30 },
  );
});

test("the same seed gives the same bytes on every machine", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "data.csv");
    await writeCsv(path, generateOnlineRetail({ seed: 1, rows: 1_000 }).orders);
    // When this changes, so must GENERATOR_VERSION: kept files of older versions would pass for the new.
    assert.deepEqual(
      [GENERATOR_VERSION, (await scanFile(path)).sha256],
      [1, "1631a3aae1f1c3e98913ac59f44926baf074216b84191c4ee6379167a3443c12"],
    );
  });
});

test("few rows and many pass the reader, every cleaning and the ledger", async () => {
  for (const rows of [200, 201, 5_000]) {
    const shop = await openDataset("online-retail", { source: "generated", seed: rows, rows, cache: false });
    assert.equal(shop.files[0]?.rows, rows);
    for (const variant of CLEANING_VARIANTS) {
      const { ledger } = await clean(shop, variant);
      assert.equal(ledger.rowsIn, rows);
      assert.ok(ledger.kept > rows / 2, `${variant} keeps ${ledger.kept} of ${rows}`);
    }
    await shop.close();
  }
});

test("netting finds the planted whole cancellations", async () => {
  const shop = await openDataset("online-retail", {
    source: "generated",
    seed: 6,
    rows: 50_000,
    cache: false,
  });
  const { netting } = await clean(shop, "netted");
  const { dirt } = shop.truth!();
  await shop.close();
  assert.ok(dirt.cancelledWhole > 100);
  // A few are lost with free lines and carriage; a few part cancellations meet an older line by chance.
  const ratio = netting!.matched / dirt.cancelledWhole;
  assert.ok(ratio > 0.97 && ratio < 1.05, `${netting!.matched} of ${dirt.cancelledWhole}`);
});

test("descriptions hold the quotes, commas, blanks and pounds of the original", () => {
  const { orders } = generateOnlineRetail({ seed: 1, rows: 5_000 });
  const all = orders.flatMap((order) => order.lines.map((line) => line.description));
  for (const part of ['"', ",", "\u00a3"])
    assert.ok(
      all.some((text) => text.includes(part)),
      part,
    );
  assert.ok(all.some((text) => text.endsWith(" ")));
  assert.ok(
    all.every((text) => /^[\u0020-\u007e\u00a3]*$/.test(text)),
    "all of it is ISO-8859-1",
  );
});

test("the lift of a bundle follows from its probabilities", () => {
  assert.equal(plannedLift(0.02, 0), 50);
  assert.equal(plannedLift(0, 0.3), 1);
  assert.ok(Math.abs(plannedLift(0.5, 0.5) - (0.5 + 0.5 * 0.25) / 0.75 ** 2) < 1e-12);
});

test("times are written as the original writes them", () => {
  assert.equal(csvTime(Date.UTC(2010, 11, 1, 8, 26)), "12/1/2010 8:26");
  assert.equal(csvTime(Date.UTC(2011, 0, 10, 15, 5)), "1/10/2011 15:05");
});

test("rows out of range are refused", () => {
  for (const rows of [0, 199, 4_000_001, 1000.5, Number.NaN]) {
    assert.throws(() => generateOnlineRetail({ seed: 1, rows }), new RegExp(`Cannot generate ${rows} rows`));
  }
  assert.equal(ORIGINAL_ROWS, 541_909);
});
