import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { createRandom } from "../stats/random";
import { segmentGap } from "./cross-sell-gap";
import { purchasesOf } from "./purchases";

const linesOf = (rows: readonly (readonly [customer: string, order: number, item: string])[]) =>
  purchasesOf({
    customers: rows.map(([customer]) => customer),
    orders: rows.map(([, order]) => order),
    times: rows.map(() => 0),
    items: rows.map(([, , item]) => item),
  });

test("what is missing is what most of the segment hold; expected is a draw without replacement", () => {
  // Ten lines: a 4, b 3, c 2, d 1. Of three customers, a and b are held by two at least.
  const purchases = linesOf([
    ["u", 1, "a"],
    ["u", 2, "a"],
    ["u", 3, "b"],
    ["v", 4, "a"],
    ["v", 5, "a"],
    ["v", 6, "b"],
    ["v", 7, "b"],
    ["w", 8, "c"],
    ["w", 9, "c"],
    ["w", 10, "d"],
    ["z", 11, "d"],
  ]);
  const { missing, expected } = segmentGap(purchases, ["S", "S", "S", "T"]);
  assert.deepEqual([...missing], [0, 0, 2, 0]);
  // scipy.stats.hypergeom(10, 4, 3).pmf(0) + hypergeom(10, 3, 3).pmf(0)
  assertClose(expected[2], 0.16666666666666666 + 0.2916666666666667, 1e-12);
  assert.equal(expected[3], 0);
});

test("of customers whose lines are dealt out at random, those who are expected to lack an item lack it", () => {
  const random = createRandom(7);
  const rows = Array.from({ length: 4000 }, (_, order) => {
    const item = random.next() < 0.5 ? "a" : random.next() < 0.5 ? "b" : "c";
    return [`c${random.int(400)}`, order, item] as const;
  });
  const purchases = linesOf(rows);
  const { missing, expected } = segmentGap(purchases, new Array(purchases.customers.length).fill(""));
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  assert.ok(sum(expected) > 10);
  assert.ok(
    Math.abs(sum(missing) - sum(expected)) < 4 * Math.sqrt(sum(expected)),
    `${sum(missing)} ${sum(expected)}`,
  );
});

test("as many segments as customers are asked for", () => {
  assert.throws(() => segmentGap(linesOf([["u", 1, "a"]]), []), /0 segments for 1 customers/);
});
