import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { bestChoice } from "../orders/expected-f1";
import { meanOrderF1 } from "../orders/order-f1";
import { basketsAtThreshold, basketsOfBestF1, basketsOfSize } from "./next-baskets";

const chance = fc.integer({ min: 0, max: 100 }).map((p) => p / 100);
const orders = fc.array(fc.array(chance, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
const startsOf = (lists: readonly (readonly unknown[])[]) => [
  0,
  ...lists.map((_, o) => lists.slice(0, o + 1).flat().length),
];

test("each order gets the choice of the highest expected F1, by itself", () => {
  fc.assert(
    fc.property(orders, (lists) => {
      const { foretold, none, expectedF1 } = basketsOfBestF1(startsOf(lists), lists.flat());
      let at = 0;
      for (const [o, list] of lists.entries()) {
        const choice = bestChoice(list);
        const marks = [...foretold.subarray(at, at + list.length)];
        assert.deepEqual(
          marks,
          list.map((_, i) => (choice.items.includes(i) ? 1 : 0)),
        );
        assert.deepEqual([none[o], expectedF1[o]], [choice.none ? 1 : 0, choice.expectedF1]);
        at += list.length;
      }
    }),
  );
});

test("with right chances the expected F1 is what a long run of orders gives, and no threshold does better", () => {
  // Every outcome of three items of chances .6, .3, .2, as often as it should come: 1,000 orders.
  const p = [0.6, 0.3, 0.2];
  const bought: number[] = [];
  for (let outcome = 0; outcome < 8; outcome++) {
    const held = p.map((_, i) => (outcome >> i) & 1);
    const weight = held.reduce((product, x, i) => product * (x === 1 ? p[i]! : 1 - p[i]!), 1);
    for (let n = 0; n < Math.round(1000 * weight); n++) bought.push(...held);
  }
  const count = bought.length / 3;
  assert.equal(count, 1000);
  const starts = Array.from({ length: count + 1 }, (_, o) => 3 * o);
  const chances = Array.from({ length: count }, () => p).flat();
  const best = basketsOfBestF1(starts, chances);
  const reached = meanOrderF1({ starts, bought, ...best });
  assertClose(best.expectedF1[0], reached, 1e-12);
  for (const threshold of [0, 0.25, 0.5, 0.9])
    assert.ok(meanOrderF1({ starts, bought, ...basketsAtThreshold(starts, chances, threshold) }) <= reached);
});

test("a chance of None from a model of its own changes the choice, and counts for nothing without candidates", () => {
  assert.deepEqual([...basketsOfBestF1([0, 1], [0.4]).none], [1]);
  const { none, foretold } = basketsOfBestF1([0, 1, 1], [0.4], [0.1, 0.1]);
  assert.deepEqual([[...none], [...foretold]], [[0, 1], [1]]);
});

test("a threshold takes what reaches it, and None where nothing does", () => {
  const marks = (threshold: number) => {
    const { foretold, none } = basketsAtThreshold([0, 2, 3, 3], [0.2, 0.9, 0.1], threshold);
    return [[...foretold], [...none]];
  };
  assert.deepEqual(marks(0.2), [
    [1, 1, 0],
    [0, 1, 1],
  ]);
  assert.deepEqual(marks(Infinity), [
    [0, 0, 0],
    [1, 1, 1],
  ]);
  assert.deepEqual(marks(-Infinity), [
    [1, 1, 1],
    [0, 0, 1],
  ]);
});

test("a basket of a size holds the highest scores, the earlier of equals, and all where there are too few", () => {
  const { foretold, none } = basketsOfSize([0, 3, 5, 6], [3, 5, 5, 1, 2, 9], [1.4, 9, 0.49]);
  assert.deepEqual(
    [[...foretold], [...none]],
    [
      [0, 1, 0, 1, 1, 0],
      [0, 0, 1],
    ],
  );
  assert.deepEqual([...basketsOfSize([0, 3], [3, 5, 5], [1.5]).foretold], [0, 1, 1]);
});

test("inputs that do not fit are refused with their place", () => {
  assert.throws(() => basketsOfBestF1([0, 1], [1.2]), /Order 0: Item 0 has a chance of 1.2/);
  assert.throws(() => basketsOfBestF1([0, 1], [0.5], [0.5, 0.5]), /2 chances of "None" for 1 orders/);
  assert.throws(() => basketsOfBestF1([0, 2], [0.5]), /from 0 to 2/);
  assert.throws(() => basketsAtThreshold([0, 1], [0.5], Number.NaN), /threshold is not a number/);
  assert.throws(() => basketsAtThreshold([0, 1], [Number.NaN], 0.5), /score of candidate 0 is not a number/);
  assert.throws(() => basketsOfSize([0, 1], [1], [-1]), /size of order 0 is -1/);
  assert.throws(() => basketsOfSize([0, 2], [1, Number.NaN], [1]), /score of candidate 1/);
  assert.throws(() => basketsOfSize([0, 1], [1], []), /0 sizes for 1 orders/);
});
