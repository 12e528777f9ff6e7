import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { knee } from "./knee";

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

// KneeLocator(x, y, S=S, curve="convex", direction="decreasing").knee, kneed 0.9
const curves: { name: string; x: number[]; y: number[]; knees: Record<number, number | null> }[] = [
  {
    name: "inertia of study 001, k from 2 to 14",
    x: upTo(2, 14),
    y: [
      6773.582718958248, 5238.795492992326, 4302.705394450936, 3691.803796703669, 3267.3492429789508,
      2962.4427132042338, 2730.770078681413, 2552.7981679981203, 2388.66880918763, 2230.2873768445033,
      2106.796994324624, 2003.8472953840007, 1912.5690372501867,
    ],
    knees: { 0: 6, 1: 6, 3: 6 },
  },
  { name: "a hyperbola", x: upTo(1, 10), y: upTo(1, 10).map((k) => 100 / k), knees: { 0: 3, 1: 3, 3: 3 } },
  { name: "decay", x: upTo(1, 12), y: upTo(1, 12).map((k) => Math.exp(-k / 3)), knees: { 0: 5, 1: 5, 3: 5 } },
  { name: "a line", x: upTo(1, 5), y: [5, 4, 3, 2, 1], knees: { 0: null, 1: null, 3: null } },
  {
    name: "a curve bent the other way",
    x: upTo(1, 6),
    y: [10, 9.9, 9.5, 8, 5, 0],
    knees: { 0: 1, 1: 1, 3: null },
  },
  {
    name: "two bends",
    x: upTo(1, 9),
    y: [50, 30, 20, 18, 17, 10, 9, 8.5, 8.4],
    knees: { 0: 3, 1: 3, 3: null },
  },
  {
    name: "uneven places",
    x: [1, 2, 4, 8, 16, 32],
    y: [90, 60, 30, 20, 15, 14],
    knees: { 0: 8, 1: 8, 3: 8 },
  },
  { name: "rises between", x: upTo(1, 8), y: [50, 30, 31, 18, 17, 17, 16, 18], knees: { 0: 2, 1: 2, 3: 4 } },
];

for (const { name, x, y, knees } of curves) {
  test(`the knee of ${name} is kneed's at three sensitivities`, () => {
    for (const [sensitivity, k] of Object.entries(knees)) {
      assert.equal(knee(x, y, Number(sensitivity))?.x ?? null, k, `at ${sensitivity}`);
    }
  });
}

test("the knee comes with its value and its height", () => {
  const found = knee([0, 1, 2], [10, 1, 0], 0);
  assert.deepEqual([found?.x, found?.y], [1, 1]);
  assert.ok(Math.abs((found?.height ?? 0) - 0.4) < 1e-12);
});

test("units of the axes do not move the knee", () => {
  const y = [50, 30, 20, 18, 17, 10, 9, 8.5, 8.4];
  const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const x = upTo(1, 9).map((k) => k * a);
      const found = knee(
        x,
        y.map((v) => v * b),
      );
      assert.equal(found && x.indexOf(found.x), 2);
    }),
  );
});

test("what is no curve is refused", () => {
  assert.throws(() => knee([1, 2], [2, 1]), /three points/);
  assert.throws(() => knee([1, 2, 3], [2, 1]), /3 places with 2/);
  assert.throws(() => knee([1, 3, 2], [3, 2, 1]), /2 follows 3/);
  assert.throws(() => knee([1, 2, 3], [3, Number.NaN, 1]), /NaN/);
  assert.throws(() => knee([1, 2, 3], [3, 2, 1], -1), /sensitivity/);
});
