import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clean } from "../clean";
import { openDataset } from "../dataset";
import { DAYS, SEASON } from "./calendar";
import { plannedLift } from "./catalogue";
import { generateOnlineRetail, ORIGINAL_ROWS } from "./online-retail";
import { csvTime } from "./write";

const ROWS = 60_000;

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

test("customers of each type order as often, as much and as many as planned", () => {
  const { orders, truth } = generateOnlineRetail({ seed: 11, rows: 150_000 });
  const purchases = orders.filter((order) => order.prefix === "" && order.customer !== null);
  for (const type of truth.types) {
    const own = purchases.filter((order) => truth.typeOf.get(order.customer!) === type.name);
    const goods = own.map(
      (order) => new Set(order.lines.filter((l) => /\d{2}/.test(l.code)).map((l) => l.code)).size,
    );
    const basket = goods.reduce((sum, n) => sum + n, 0) / own.length;
    // Five standard errors of a mean of Poisson counts, and 0.1 for the odd carriage line.
    const slack = 5 * Math.sqrt(type.basket / own.length) + 0.1;
    assert.ok(Math.abs(basket - type.basket) < slack, `${type.name}: basket ${basket} of ${type.basket}`);
    const customers = new Set(own.map((order) => order.customer)).size;
    if (type.interval === null) assert.equal(customers, own.length, "who orders once orders once");
  }
  const wholesalers = truth.types[0]!;
  const times = new Map<string, number[]>();
  for (const order of purchases) {
    if (truth.typeOf.get(order.customer!) !== wholesalers.name) continue;
    times.set(order.customer!, [...(times.get(order.customer!) ?? []), order.time]);
  }
  const orderCount = [...times.values()].map((list) => list.length);
  const mean = orderCount.reduce((sum, n) => sum + n, 0) / orderCount.length;
  // 70 % start within one interval, 30 % at any time: (0.7 × (D - i / 2) + 0.3 × D / 2) / i, and the first.
  const expected =
    (0.7 * (DAYS - wholesalers.interval! / 2) + (0.3 * DAYS) / 2) / wholesalers.interval! + 0.75;
  assert.ok(Math.abs(mean / expected - 1) < 0.1, `${mean} orders a wholesaler, ${expected} planned`);
});

test("months, weekdays and hours are as busy as planned", () => {
  const { orders } = generateOnlineRetail({ seed: 2, rows: ROWS });
  const purchases = orders.filter((order) => order.prefix === "");
  const shares = (of: (date: Date) => number, n: number) => {
    const counts = Array.from({ length: n }, () => 0);
    for (const order of purchases) counts[of(new Date(order.time))]! += 1 / purchases.length;
    return counts;
  };
  const close = (found: number[], planned: readonly number[], by: number) => {
    const sum = planned.reduce((a, b) => a + b, 0);
    for (const [i, share] of found.entries())
      assert.ok(Math.abs(share - planned[i]! / sum) < by, `${i}: ${share}`);
  };
  close(
    shares((date) => date.getUTCHours(), 24),
    SEASON.hour,
    0.02,
  );
  close(
    shares((date) => (date.getUTCDay() + 6) % 7, 7),
    SEASON.weekday,
    0.025,
  );
  const months = shares((date) => date.getUTCMonth(), 12);
  assert.ok(months[10]! > 1.6 * months[6]!, "November is planned nearly twice as busy as July");
});

test("bundles are bought together with the planned lift", () => {
  const { orders, truth } = generateOnlineRetail({ seed: 4, rows: 200_000 });
  const baskets = orders
    .filter((order) => order.prefix === "" && order.lines.some((line) => line.description !== ""))
    .map((order) => new Set(order.lines.map((line) => line.code)));
  const share = (...codes: string[]) =>
    baskets.filter((basket) => codes.every((code) => basket.has(code))).length / baskets.length;
  let [found, planned] = [0, 0];
  for (const { products, lift } of truth.bundles) {
    const [a, b] = products as [string, string];
    found += share(a, b) / (share(a) * share(b)) / truth.bundles.length;
    planned += lift / truth.bundles.length;
  }
  assert.ok(Math.abs(found / planned - 1) < 0.1, `mean lift ${found}, planned ${planned}`);
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
  for (const rows of [0, 199, 20_000_001, 1000.5, Number.NaN]) {
    assert.throws(() => generateOnlineRetail({ seed: 1, rows }), new RegExp(`Cannot generate ${rows} rows`));
  }
  assert.equal(ORIGINAL_ROWS, 541_909);
});
