import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { createRandom } from "../../stats/random";
import { meanOrderF1, pooledPairF1 } from "../orders/order-f1";
import { compareBaskets } from "./compare-baskets";

/** Forty orders of twenty customers, six candidates each; one way is right more often than the other. */
function example() {
  const random = createRandom(5);
  const starts = Array.from({ length: 41 }, (_, o) => 6 * o);
  const bought = Array.from({ length: 240 }, () => (random.next() < 0.3 ? 1 : 0));
  const guess = (right: number) =>
    Uint8Array.from(bought, (b) => (random.next() < right ? b : random.next() < 0.3 ? 1 : 0));
  const none = new Uint8Array(40).fill(0);
  const ways = [0.2, 0.8, 0.2].map((right, w) => ({ name: `way ${w}`, foretold: guess(right), none }));
  const customers = Array.from({ length: 40 }, (_, o) => `c${o % 20}`);
  return { ways, orders: { starts, bought, customers } };
}

test("estimates are those of the plain measures, differences are paired with the first", () => {
  const { ways, orders } = example();
  const judged = compareBaskets(ways, orders, { resamples: 500, seed: 3 });
  judged.forEach((one, w) => {
    const { foretold, none } = ways[w]!;
    assertClose(one.orderF1.estimate, meanOrderF1({ ...orders, foretold, none }), 1e-12);
    assertClose(one.pairF1.estimate, pooledPairF1(orders.bought, foretold), 1e-12);
    const hits = orders.bought.filter((b, i) => b === 1 && foretold[i] === 1).length;
    assertClose(one.precision, hits / foretold.filter((f) => f === 1).length, 1e-12);
    assertClose(one.recall, hits / orders.bought.filter((b) => b === 1).length, 1e-12);
    assertClose(one.items, foretold.filter((f) => f === 1).length / 40, 1e-12);
    assert.ok(one.orderF1.low < one.orderF1.estimate && one.orderF1.estimate < one.orderF1.high);
  });
  assert.deepEqual([judged[0]!.difference, judged[0]!.p], [null, null]);
  const better = judged[1]!.difference!;
  assertClose(better.estimate, judged[1]!.orderF1.estimate - judged[0]!.orderF1.estimate, 1e-12);
  assert.ok(better.low > 0 && judged[1]!.p! < 0.05, `${better.low} ${judged[1]!.p}`);
  assert.ok(judged[2]!.p! > 0.05, `a way no better has p ${judged[2]!.p}`);
});

test("intervals are over customers: a customer's orders go together", () => {
  const { ways, orders } = example();
  // Two customers who are each wholly right or wholly wrong: resamples are all right, half, or all wrong.
  const foretold = Uint8Array.from(orders.bought, (b, i) => (i < 120 ? b : 1 - b));
  const none = Uint8Array.from({ length: 40 }, (_, o) =>
    o < 20 && !orders.bought.slice(6 * o, 6 * o + 6).includes(1) ? 1 : 0,
  );
  const customers = Array.from({ length: 40 }, (_, o) => (o < 20 ? 7 : 3));
  const [two] = compareBaskets(
    [{ ...ways[0]!, foretold, none }],
    { ...orders, customers },
    { resamples: 200 },
  );
  assertClose(two!.orderF1.low, 0, 1e-12);
  assertClose(two!.orderF1.high, 1, 1e-12);
});

test("the order of the rows does not matter", () => {
  const { ways, orders } = example();
  const turned = (values: ArrayLike<number>) => Array.from(values).reverse();
  const back = compareBaskets(
    ways.map((way) => ({
      name: way.name,
      foretold: Uint8Array.from(turned(way.foretold)),
      none: Uint8Array.from(turned(way.none)),
    })),
    { starts: orders.starts, bought: turned(orders.bought), customers: [...orders.customers].reverse() },
    { resamples: 50 },
  );
  compareBaskets(ways, orders, { resamples: 50 }).forEach((one, w) => {
    assertClose(back[w]!.orderF1.low, one.orderF1.low, 1e-12);
    assertClose(back[w]!.pairF1.high, one.pairF1.high, 1e-12);
  });
});

test("what does not fit is refused", () => {
  const { ways, orders } = example();
  assert.throws(() => compareBaskets([], orders), /nothing to judge/);
  assert.throws(() => compareBaskets(ways, { ...orders, customers: [1] }), /1 customers of 40 orders/);
  assert.throws(
    () => compareBaskets(ways, { ...orders, customers: Array(40).fill("a") }),
    /Orders of 1 customer/,
  );
  assert.throws(
    () => compareBaskets([{ ...ways[0]!, none: new Uint8Array(3) }], orders),
    /3 marks of "None" for 40 orders/,
  );
});
