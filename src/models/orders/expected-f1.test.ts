import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { bestChoice, expectedF1s } from "./expected-f1";

/** Sets of items as bits; "None" is bit n. */
const bits = (set: number) => {
  let count = 0;
  for (let left = set; left > 0; left >>= 1) count += left & 1;
  return count;
};

/** Each outcome with its chance: the items bought, or "None" alone. */
function outcomes(p: readonly number[], noneProbability?: number): [set: number, chance: number][] {
  const none = p.reduce((product, x) => product * (1 - x), 1);
  return Array.from({ length: 2 ** p.length }, (_, set) => {
    const chance = p.reduce((product, x, i) => product * ((set >> i) & 1 ? x : 1 - x), 1);
    if (set === 0) return [2 ** p.length, noneProbability ?? none];
    return [set, noneProbability === undefined ? chance : (chance * (1 - noneProbability)) / (1 - none)];
  });
}

const f1By = (all: readonly [number, number][], chosen: number) =>
  all.reduce((sum, [set, chance]) => sum + (chance * 2 * bits(set & chosen)) / (bits(set) + bits(chosen)), 0);

const chance = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1) },
);

test("no choice of up to seven items, with or without None, is better, by enumeration of all choices and outcomes", () => {
  fc.assert(
    fc.property(
      fc.array(chance, { maxLength: 7 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      (p, given) => {
        // A chance of None of its own needs an item that can be bought.
        const noneProbability = p.reduce((product, x) => product * (1 - x), 1) > 0.999 ? undefined : given;
        const all = outcomes(p, noneProbability);
        const found = bestChoice(p, { noneProbability });
        const chosen = found.items.reduce((set, i) => set | (1 << i), found.none ? 2 ** p.length : 0);
        let best = 0;
        for (let set = 1; set < 2 ** (p.length + 1); set++) best = Math.max(best, f1By(all, set));
        assertClose(found.expectedF1, best, 1e-12);
        assertClose(found.expectedF1, f1By(all, chosen), 1e-12);
      },
    ),
    { numRuns: 60 },
  );
});

test("the expected F1 of each length, of up to twelve items in any order, is that of all outcomes", () => {
  fc.assert(
    fc.property(
      fc.array(chance, { minLength: 8, maxLength: 12 }),
      fc.integer({ min: 0, max: 11 }),
      (p, turn) => {
        const order = p.map((_, i) => (i * 5 + turn) % p.length);
        fc.pre(new Set(order).size === p.length);
        const { without, withNone } = expectedF1s(p, order);
        const all = outcomes(p);
        for (let k = 0; k <= p.length; k++) {
          const set = order.slice(0, k).reduce((sum, i) => sum | (1 << i), 0);
          assertClose(without[k], k === 0 ? 0 : f1By(all, set), 1e-12);
          assertClose(withNone[k], f1By(all, set | (1 << p.length)), 1e-12);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test("two items by hand", () => {
  const { without, withNone } = expectedF1s([0.2, 0.9], [1, 0]);
  // 0.9 · (0.8 · 1 + 0.2 · 2/3); 0.72 · 2/3 + 0.18 · 1 + 0.02 · 2/3
  assertClose(without[1], 0.84, 1e-12);
  assertClose(without[2], 0.48 + 0.18 + 0.04 / 3, 1e-12);
  // None alone, then 0.9 · (0.8 · 2/3 + 0.2 · 1/2) + 0.08 · 2/3
  assertClose(withNone[0], 0.08, 1e-12);
  assertClose(withNone[1], 0.57 + 0.16 / 3, 1e-12);
  assert.deepEqual([...bestChoice([0.2, 0.9]).items], [1]);
  assert.equal(bestChoice([0.2, 0.9]).none, false);
});

test("None is chosen alone where nothing is likely, beside an item in between, and not where much is", () => {
  assert.deepEqual(bestChoice([]), { items: new Uint32Array(0), none: true, expectedF1: 1 });
  assert.deepEqual(
    { ...bestChoice([0.1, 0.1]), expectedF1: 0 },
    { items: new Uint32Array(0), none: true, expectedF1: 0 },
  );
  const between = bestChoice([0.5]);
  // Item alone .5, None alone .5, both 2/3 either way.
  assert.deepEqual([[...between.items], between.none], [[0], true]);
  assertClose(between.expectedF1, 2 / 3, 1e-12);
  assert.equal(bestChoice([0.5], { noneProbability: 0.05 }).none, false);
});

test("certain items are all chosen, and impossible ones never", () => {
  const { items, none, expectedF1 } = bestChoice([0, 1, 0, 1, 1]);
  assert.deepEqual([[...items], none], [[1, 3, 4], false]);
  assertClose(expectedF1, 1, 1e-12);
});

test("a long order agrees with ten thousand simulated ones", () => {
  const p = Array.from({ length: 200 }, (_, i) => 0.6 / (1 + i / 8));
  const { items, none, expectedF1 } = bestChoice(p);
  assert.equal(none, false);
  let word = 1;
  let sum = 0;
  for (let draw = 0; draw < 10_000; draw++) {
    let [bought, hit] = [0, 0];
    for (let i = 0; i < 200; i++) {
      word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
      if (word / 2 ** 32 >= p[i]!) continue;
      bought++;
      if (i < items.length) hit++;
    }
    sum += (2 * hit) / (bought + items.length);
  }
  // The F1 of an order spreads by about .1, so its mean over 10,000 by .001.
  assertClose(expectedF1, sum / 10_000, 0.004);
});

test("a chance of None of its own holds beside items that are hardly ever bought", () => {
  const { items, none, expectedF1 } = bestChoice([1e-18, 3e-18], { noneProbability: 0.2 });
  assert.deepEqual([[...items], none], [[1], false]);
  assertClose(expectedF1, 0.8 * 0.75, 1e-12);
});

test("chances that are none are refused with their place", () => {
  assert.throws(() => bestChoice([0.5, 1.2]), /Item 1 has a chance of 1.2/);
  assert.throws(() => bestChoice([0.5, Number.NaN]), /Item 1 has a chance of NaN/);
  assert.throws(() => bestChoice([0.5], { noneProbability: -1 }), /"None" has a chance of -1/);
  assert.throws(() => bestChoice([0, 0], { noneProbability: 0.5 }), /no item can be bought/);
});
