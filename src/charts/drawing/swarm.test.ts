import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { binnedMeans } from "./binned-means";
import { swarm } from "./swarm";
import { missingShade, valueShades } from "./value-shades";

const row = fc.record({ at: fc.double({ min: 0, max: 12, noNaN: true }), shade: fc.nat(5) });

test("of few rows each is a dot, stacked around the middle by shade", () => {
  assert.deepEqual(swarm([0.2, 0.7, 5.1], [1, 0, 1], 8), [
    { across: 0, up: -0.5, shade: 0 },
    { across: 0, up: 0.5, shade: 1 },
    { across: 5, up: 0, shade: 1 },
  ]);
});

test("each step with rows has a dot, none more than the most, and shades are those of its rows", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (rows, most) => {
      const at = rows.map((one) => one.at);
      const dots = swarm(
        at,
        rows.map(({ shade }) => shade),
        most,
      );
      for (const step of new Set(at.map(Math.floor))) {
        const own = dots.filter(({ across }) => across === step);
        const there = rows.filter((one) => Math.floor(one.at) === step).map(({ shade }) => shade);
        assert.ok(own.length >= 1 && own.length <= Math.min(most, there.length));
        assert.ok(own.every(({ shade }) => there.includes(shade)));
        assert.ok(Math.abs(own.reduce((sum, { up }) => sum + up, 0)) < 1e-9);
      }
    }),
  );
});

test("dots of a step are as its share of the fullest", () => {
  const at = [...Array<number>(100).fill(0), ...Array<number>(50).fill(1), 2];
  const shades = at.map((_place, i) => (i < 25 ? 4 : 0));
  const dots = swarm(at, shades, 8);
  const counted = [0, 1, 2].map((step) => dots.filter(({ across }) => across === step).length);
  assert.deepEqual(counted, [8, 4, 1]);
  assert.equal(dots.filter(({ shade }) => shade === 4).length, 2);
});

test("a long tail does not make all others alike", () => {
  const values = Array.from({ length: 100 }, (_v, i) => Math.exp(i / 5));
  const shades = valueShades(values);
  for (const shade of [0, 1, 2, 3, 4]) assert.ok(shades.filter((own) => own === shade).length === 20);
  assert.deepEqual([...valueShades([0, 5, 10, Number.NaN])], [0, 2, 4, missingShade]);
  assert.deepEqual([...valueShades([7, 7])], [2, 2]);
  assert.deepEqual([...valueShades([Number.NaN])], [missingShade]);
  // Yes is high and no is low, whichever is rare.
  assert.deepEqual([...valueShades([0, 1, 1, 1, 1, 1, 1])], [0, 4, 4, 4, 4, 4, 4]);
  assert.equal(valueShades([1, ...Array<number>(99).fill(0)])[0], 4);
});

test("binned means keep rows of one value together and lose none", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 2, max: 9 }),
      (values, bins) => {
        const effects = values.map((value) => value * 3 + 1);
        const means = binnedMeans(values, effects, bins);
        assert.equal(
          means.reduce((sum, { rows }) => sum + rows, 0),
          values.length,
        );
        assert.ok(means.length <= bins);
        const sum = means.reduce((all, { rows, effect }) => all + rows * effect, 0);
        assert.ok(Math.abs(sum - effects.reduce((all, effect) => all + effect, 0)) < 1e-9);
        for (const [i, { value, effect }] of means.entries()) {
          assert.ok(values.includes(value));
          assert.ok(i === 0 || (value > means[i - 1]!.value && effect > means[i - 1]!.effect));
        }
      },
    ),
  );
  assert.deepEqual(binnedMeans([1, 1, 2, Number.NaN], [1, 3, 9, 5], 20), [
    { rows: 2, value: 1, effect: 2 },
    { rows: 1, value: 2, effect: 9 },
  ]);
});
