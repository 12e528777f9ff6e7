import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { splitPurchases } from "../evaluation/split";
import { purchasesOf } from "../purchases";
import { crossSellTrial, RANDOM_PICK } from "./cross-sell-trial";

// Customers 0 and 1 hold a, then buy a and b, and c; customer 2 does not come back. Items a b c d.
const lines = [
  [0, "before", 0, "a"],
  [0, "later", 9, "a"],
  [0, "later", 9, "b"],
  [1, "before", 0, "a"],
  [1, "later", 9, "c"],
  [2, "before", 0, "d"],
] as const;
const split = splitPurchases(
  purchasesOf({
    customers: lines.map(([customer]) => customer),
    orders: lines.map(([, order]) => order),
    times: lines.map(([, , time]) => time),
    items: lines.map(([, , , item]) => item),
  }),
  { by: "time", at: 5 },
);
const [b, c, d] = [1, 2, 3];

test("precision is the share of recommendations bought for the first time, and chance stands beside it", () => {
  const results = crossSellTrial(
    split,
    new Map([
      ["one", [[b, c], [c]]],
      ["other", [[c], [d]]],
    ]),
    { baseline: "one", resamples: 50 },
  );
  const table = results.map(({ method, given, hits }) => [method, given, hits]);
  assert.deepEqual(table.slice(0, 2), [
    ["one", 3, 2],
    ["other", 2, 0],
  ]);
  // One of three items not owned is bought by each: 2 × 1/3 + 1 × 1/3.
  assert.equal(results[2]!.method, RANDOM_PICK);
  assertClose(results[2]!.precision.estimate, 1 / 3, 1e-12);
  assertClose(results[0]!.precision.estimate, 2 / 3, 1e-12);
  assertClose(results[1]!.difference.estimate, -2 / 3, 1e-12);
  assert.deepEqual(results[0]!.difference, { estimate: 0, low: 0, high: 0 });
  // Resamples of customer 0 alone have 1/2, of customer 1 alone 1.
  assert.deepEqual([results[0]!.precision.low, results[0]!.precision.high], [0.5, 1]);
});

test("chance hits more of those who buy more that is new, and nothing where all is owned", () => {
  // Ann takes up two of three items; Bob owns all four.
  const orders = { customers: [..."aaabbbbb"], orders: [..."12234445"], times: [0, 9, 9, 0, 0, 0, 0, 9] };
  const own = splitPurchases(purchasesOf({ ...orders, items: [..."abcabcda"] }), { by: "lastOrder" });
  const lists = new Map([["x", [[b, c], []]]]);
  const [, chance] = crossSellTrial(own, lists, { baseline: "x", resamples: 1, seed: 1 });
  assert.deepEqual([chance!.given, chance!.hits], [2, (2 * 2) / 3]);
});

test("owned items, items twice, lists that are missing, and methods that give nothing are refused", () => {
  const trial = (lists: readonly (readonly number[])[], baseline = "x") =>
    crossSellTrial(split, new Map([["x", lists]]), { baseline, resamples: 10 });
  assert.throws(() => trial([[0], []]), /a for customer 0 is owned already/);
  assert.throws(() => trial([[b, b], []]), /recommended twice/);
  assert.throws(() => trial([[b]]), /1 lists for 2 customers/);
  assert.throws(() => trial([[], []]), /"x" recommends nothing/);
  assert.throws(() => trial([[b], [b]], "y"), /no method "y"/);
});
