import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openDataset } from "../dataset";
import { type Columns, numbers, texts } from "../engine";
import type { OnlineRetail } from "../online-retail/open";
import type { Truth } from "./online-retail";

const ROWS = 200_000;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2010, 11, 1);
const DAYS = 374;
/** Found and planned may differ by so many standard errors; with some hundred comparisons none should by chance. */
const ERRORS = 4.5;

/** Asserts that `found` of `n` independent draws is a binomial count of that probability, within the bound. */
function assertShare(found: number, n: number, probability: number, what: string): void {
  const error = Math.sqrt(n * probability * (1 - probability));
  const far = Math.abs(found - n * probability);
  assert.ok(far <= ERRORS * error + 0.5, `${what}: ${found} of ${n}, planned ${n * probability} ± ${error}`);
}

/** Asserts that a mean of n draws of that standard deviation is the planned one, within the bound. */
function assertMean(found: number, planned: number, deviation: number, n: number, what: string): void {
  const error = deviation / Math.sqrt(n);
  assert.ok(Math.abs(found - planned) <= ERRORS * error, `${what}: ${found}, planned ${planned} ± ${error}`);
}

const meanOf = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const varianceOf = (values: readonly number[]) => meanOf(values.map((v) => (v - meanOf(values)) ** 2));

/** How busy each day is planned to be, from the truth alone; the mean of all days is 1. */
function plannedDays({ month, weekday }: Truth["season"]): number[] {
  const weights = Array.from({ length: DAYS }, (_, day) => {
    const date = new Date(FIRST_DAY + day * DAY);
    const [m, d] = [date.getUTCMonth(), date.getUTCDate()];
    const closed = (m === 11 && d >= 24) || (m === 0 && d <= 3);
    return closed ? 0 : month[m]! * weekday[(date.getUTCDay() + 6) % 7]!;
  });
  return weights.map((weight) => weight / meanOf(weights));
}

describe("what was planted in generated rows is found in the rows", () => {
  let shop: OnlineRetail;
  let truth: Truth;
  /** One row an invoice: the customer (null for none), its time, and its distinct goods, units and lines. */
  let orders: Columns;

  before(async () => {
    shop = await openDataset("online-retail", { source: "generated", seed: 21, rows: ROWS, cache: false });
    truth = shop.truth!();
    orders = await shop.engine.query(`
      SELECT invoice, customer, min(invoice_time) AS time, count(DISTINCT stock_code) AS goods,
        count(*) AS lines, sum(quantity) AS units
      FROM ${shop.raw}
      WHERE substr(invoice, 1, 1) NOT IN ('A', 'C') AND description IS NOT NULL
        AND length(stock_code) >= 5 AND description <> 'Next Day Carriage'
      GROUP BY invoice, customer`);
  });
  after(() => shop?.close());

  /** The rows of `orders` whose customer is of a type; null for orders without customer. */
  const ordersOf = (type: string | null) =>
    texts(orders, "customer").flatMap((customer, i) => {
      const own = customer === null ? null : truth.typeOf.get(customer);
      return own === type ? [i] : [];
    });

  test("the shares of customer types", () => {
    const types = [...truth.typeOf.values()].filter((type) => type !== "giant");
    for (const { name, share } of truth.types) {
      assertShare(types.filter((type) => type === name).length, types.length, share, name);
    }
  });

  test("the mean basket and the units of a line, by type", () => {
    for (const { name, basket, packs } of truth.types) {
      const own = ordersOf(name);
      const [goods, lines, units] = ["goods", "lines", "units"].map((column) => numbers(orders, column));
      const found = own.map((i) => goods![i]!);
      assertMean(meanOf(found), basket, Math.sqrt(varianceOf(found)), own.length, `basket of ${name}`);
      const all = own.reduce((sum, i) => sum + lines![i]!, 0);
      const perLine = own.reduce((sum, i) => sum + units![i]!, 0) / all;
      // Copied lines say the same twice: a tenth more error than of independent lines is ample.
      const deviation = 1.1 * Math.sqrt(varianceOf(packs));
      assertMean(perLine, meanOf(packs), deviation, all, `units of ${name}`);
    }
  });

  test("the mean interval between a customer's orders, by type", () => {
    const busy = plannedDays(truth.season);
    const evenBefore = busy.map((_, day) => busy.slice(0, day).reduce((a, b) => a + b, 0));
    const time = numbers(orders, "time");
    const customer = texts(orders, "customer");
    for (const { name, interval, until } of truth.types) {
      const firsts = new Map<string, number>();
      const own = ordersOf(name);
      for (const i of own) firsts.set(customer[i]!, Math.min(firsts.get(customer[i]!) ?? Infinity, time[i]!));
      const more = own.length - firsts.size;
      if (interval === null) {
        assert.equal(more, 0, "who orders once orders once");
        continue;
      }
      // Later orders in the rest t of the period are a renewal process with Gamma(2) intervals of mean m: their
      // number has the mean t/m - 1/4 + exp(-4t/m)/4 (Cox 1962, "Renewal Theory") and a variance below t/2m + 1/8.
      let [planned, variance] = [0, 0];
      for (const first of firsts.values()) {
        const day = Math.floor((first - FIRST_DAY) / DAY);
        const rest = Math.max(0, DAYS * until - evenBefore[day]! - busy[day]! / 2) / interval;
        planned += rest - (1 - Math.exp(-4 * rest)) / 4;
        variance += rest / 2 + 1 / 8;
      }
      const far = Math.abs(more - planned);
      assert.ok(
        far < ERRORS * Math.sqrt(variance),
        `${name}: ${more} later orders, planned ${planned} ± ${Math.sqrt(variance)}`,
      );
    }
  });

  test("the seasons: months, weekdays and hours", () => {
    const busy = plannedDays(truth.season);
    const time = numbers(orders, "time");
    // Orders that have nothing to do with each other: those without a customer, and of customers who order once.
    const alone = [...ordersOf(null), ...ordersOf("one-off")].map((i) => new Date(time[i]!));
    const all = Array.from(time, (ms) => new Date(ms));
    const share = (weights: readonly number[], of: (day: Date) => number, value: number) =>
      weights.reduce(
        (sum, weight, day) => sum + (of(new Date(FIRST_DAY + day * DAY)) === value ? weight / DAYS : 0),
        0,
      );
    const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
    const weekdayOf = (date: Date) => (date.getUTCDay() + 6) % 7;
    for (let month = 2010 * 12 + 11; month <= 2011 * 12 + 11; month++) {
      const found = alone.filter((date) => monthOf(date) === month).length;
      assertShare(found, alone.length, share(busy, monthOf, month), `month ${(month % 12) + 1}`);
    }
    for (let weekday = 0; weekday < 7; weekday++) {
      const found = alone.filter((date) => weekdayOf(date) === weekday).length;
      assertShare(found, alone.length, share(busy, weekdayOf, weekday), `weekday ${weekday}`);
    }
    const hours = truth.season.hour.reduce((a, b) => a + b, 0);
    for (const [hour, weight] of truth.season.hour.entries()) {
      const found = all.filter((date) => date.getUTCHours() === hour).length;
      assertShare(found, all.length, weight / hours, `hour ${hour}`);
    }
  });

  test("the bundles: how often together, and the lift of every pair", async () => {
    const n = orders.rows;
    let [ones, twos, plannedOne, plannedTwo] = [0, 0, 0, 0];
    for (const { products, together, alone, lift } of truth.bundles) {
      const one = together + (1 - together) * alone;
      const two = together + (1 - together) * alone ** 2;
      const has = (code: string) => `max(CASE WHEN stock_code = '${code}' THEN 1 ELSE 0 END)`;
      const found = await shop.engine.query(`
        SELECT ${products.map((_, i) => `sum(has_${i}) AS n_${i}`).join(", ")}, sum(has_0 * has_1) AS n_01,
          sum(has_0 * has_2) AS n_02, sum(has_1 * has_2) AS n_12
        FROM (
          SELECT invoice, ${products.map((code, i) => `${has(code)} AS has_${i}`).join(", ")}
          FROM ${shop.raw} WHERE substr(invoice, 1, 1) NOT IN ('A', 'C') AND description IS NOT NULL GROUP BY invoice
        ) AS baskets`);
      const count = (name: string) => numbers(found, name)[0]!;
      // The first product and pair of each bundle, because those of different bundles have nothing to do with each other.
      [ones, twos, plannedOne, plannedTwo] = [ones + count("n_0"), twos + count("n_01"), one, two];
      for (const [i, code] of products.entries()) assertShare(count(`n_${i}`), n, one, code);
      for (const [i, j] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const) {
        assertShare(count(`n_${i}${j}`), n, two, `${products[i]} with ${products[j]}`);
        const measured = (count(`n_${i}${j}`) * n) / (count(`n_${i}`) * count(`n_${j}`));
        // By the delta method; counts of pairs and of their parts go together, which only makes it smaller.
        const error = Math.sqrt(1 / (n * two) + 2 / (n * one));
        assert.ok(Math.abs(Math.log(measured / lift)) < ERRORS * error, `lift ${measured}, planned ${lift}`);
      }
    }
    const draws = n * truth.bundles.length;
    assertShare(ones, draws, plannedOne, "products of bundles");
    assertShare(twos, draws, plannedTwo, "pairs of bundles");
  });

  test("the dirt: as many rows of each kind as asked for, and as told", async () => {
    const found = await shop.engine.query(`
      SELECT count(*) AS n,
        sum(CASE WHEN customer IS NULL THEN 1 ELSE 0 END) AS nobody,
        sum(CASE WHEN description IS NULL THEN 1 ELSE 0 END) AS nameless,
        sum(CASE WHEN customer IS NOT NULL AND substr(invoice, 1, 1) = 'C' AND stock_code <> 'D' THEN 1 ELSE 0 END) AS taken_back,
        sum(CASE WHEN unit_price = 0 THEN 1 ELSE 0 END) AS free
      FROM ${shop.raw}`);
    const count = (name: string) => numbers(found, name)[0]!;
    assert.equal(count("n"), ROWS);
    // Orders are drawn whole, so that the share of rows with a customer is met to one order and its cancellation.
    assert.ok(Math.abs(count("nobody") / ROWS - 0.25) < 150 / ROWS, `${count("nobody")} without customer`);
    assert.equal(count("nobody"), truth.dirt.missingCustomers);
    assert.equal(count("nameless"), truth.dirt.missingDescriptions);
    assert.equal(count("nameless"), Math.round(0.0027 * ROWS));
    assert.equal(count("free"), truth.dirt.zeroPrices);
    const [customer, lines] = [texts(orders, "customer"), numbers(orders, "lines")];
    const bought =
      lines.reduce((sum, n, i) => sum + (customer[i] === null ? 0 : n), 0) - truth.dirt.duplicates;
    assertShare(truth.dirt.duplicates, bought, 0.0125, "duplicates");
    // 2.2 % of the bought lines that are old enough to be cancelled, some 20 days before the end.
    const share = count("taken_back") / bought;
    assert.ok(share > 0.019 && share < 0.022, `${share} of the lines are cancelled`);
    // A third is taken back whole, and every cancellation of a line of one unit.
    const whole = truth.dirt.cancelledWhole / count("taken_back");
    assert.ok(whole > 0.33 && whole < 0.5, `${whole} of the cancellations are whole`);
  });
});
