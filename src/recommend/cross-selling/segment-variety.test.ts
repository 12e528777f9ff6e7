import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { createRandom } from "../../stats/random";
import { purchasesOf } from "../purchases";
import { segmentVariety } from "./segment-variety";

const linesOf = (rows: readonly (readonly [customer: string, order: number, item: string])[]) =>
  purchasesOf({
    customers: rows.map(([customer]) => customer),
    orders: rows.map(([, order]) => order),
    times: rows.map(() => 0),
    items: rows.map(([, , item]) => item),
  });

test("held are different items; with one line an order, expected is that of all ways to deal them out", () => {
  const purchases = linesOf([
    ["u", 1, "a"],
    ["u", 2, "a"],
    ["v", 3, "b"],
    ["w", 4, "c"],
    ["z", 5, "d"],
  ]);
  const { held, expected } = segmentVariety(purchases, ["S", "S", "S", "T"], { seed: 2, deals: 4000 });
  assert.deepEqual([...held], [1, 1, 1, 1]);
  // Of the 12 ways to deal a, a, b, c to the four lines of the segment, u gets both a in 2.
  assertClose(expected[0], 2 - 2 / 12, 4.5 * Math.sqrt(((2 / 12) * (10 / 12)) / 4000));
  for (const c of [1, 2, 3]) assertClose(expected[c], 1, 1e-9);
  assert.throws(() => segmentVariety(purchases, [], { seed: 1 }), /0 segments for 4 customers/);
  assert.throws(() => segmentVariety(purchases, ["", "", "", ""], { seed: 1, deals: 0 }), /0 deals/);
});

test("no order holds an item twice in a deal: who has one large order holds as many as before", () => {
  const rows = [..."abcd"].flatMap(
    (item) =>
      [
        ["u", 1, item],
        [`v${item}`, item.charCodeAt(0), item],
      ] as const,
  );
  const { held, expected } = segmentVariety(linesOf(rows), new Array(5).fill(""), { seed: 3 });
  assert.equal(held[0], 4);
  assertClose(expected[0], 4, 1e-9);
});

/** Orders of 300 customers, with items by what the customer wants. */
function ordersOf(seed: number, wants: (customer: number) => string) {
  const random = createRandom(seed);
  const rows = Array.from({ length: 1500 }, (_, order) => {
    const customer = random.int(300);
    const wanted = wants(customer);
    const items = new Set(Array.from({ length: 2 }, () => wanted[random.int(wanted.length)]!));
    return [...items].map((item) => [`c${customer}`, order, item] as const);
  }).flat();
  const purchases = linesOf(rows);
  const { held, expected } = segmentVariety(purchases, new Array(purchases.customers.length).fill(""), {
    seed: 1,
  });
  const differences = Array.from(held, (n, c) => n - expected[c]!);
  const mean = differences.reduce((a, b) => a + b, 0) / differences.length;
  return {
    mean,
    error: Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0)) / differences.length,
  };
}

test("customers without tastes hold as many as expected, customers with tastes fewer", () => {
  for (const seed of [5, 6, 7]) {
    const { mean, error } = ordersOf(seed, () => "aaabbcdefg");
    assert.ok(Math.abs(mean) < 4 * error, `${mean}, standard error ${error}`);
  }
  const { mean, error } = ordersOf(8, (customer) => (customer % 2 === 0 ? "abc" : "defg"));
  assert.ok(mean < -10 * error, `${mean}, standard error ${error}`);
});

test("what is sold in one season is dealt out in it alone", () => {
  const rows = Array.from(
    { length: 40 },
    (_, order) => [`c${order % 4}`, order, "abcd"[order % 2 ? 2 : 0]!] as const,
  );
  const purchases = linesOf(rows);
  // Customers 0 and 2 come in the first season and hold a, 1 and 3 in the second and hold c.
  const seasonal = {
    ...purchases,
    times: Float64Array.from(purchases.times, (_, o) => (o < 10 || (o >= 20 && o < 30) ? 0 : 1)),
  };
  const none = new Array(4).fill("");
  const within = segmentVariety(seasonal, none, { seed: 1, periodOf: (time) => time });
  assert.deepEqual(
    [...within.expected].map((n) => Number(n.toFixed(9))),
    [1, 1, 1, 1],
  );
  assert.ok(segmentVariety(seasonal, none, { seed: 1 }).expected.every((n) => n > 1.9));
});
