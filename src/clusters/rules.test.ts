import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { columnOf, matrixOf } from "./matrix";
import { clusterRules } from "./rules";
import { fourClouds, sixtyRows } from "./testing";
import { growTree, roundest } from "./tree";

test("the roundest number between two is found, and parts them", () => {
  assert.equal(roundest(917.2, 926.85), 920);
  assert.equal(roundest(32, 33), 33);
  assert.equal(roundest(0.31, 0.34), 0.34);
  assert.equal(roundest(0.31, 0.42), 0.4);
  assert.equal(roundest(-3, 2), 0);
  assert.equal(roundest(-45.3, -41.2), -42);
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a < b);
      const round = roundest(a, b);
      assert.ok(a < round && round <= b);
    }),
  );
});

test("the tree parts rows where scikit-learn's does", () => {
  // X of sixtyRows, y = (X[:, 0] + X[:, 1] > 5) + (X[:, 2] > 4.1); DecisionTreeClassifier(max_depth=2), scikit-learn 1.9
  const matrix = sixtyRows();
  const rows = Array.from({ length: 60 }, (_, i) => [...matrix.values.subarray(3 * i, 3 * i + 3)]);
  const labels = rows.map(([a, b, c]) => Number(a! + b! > 5) + Number(c! > 4.1));
  const leaves = growTree(rows, labels, { columns: 3, depth: 2 });
  // Its thresholds 2.8333 (between 8/3 and 3) and 4.1 (between 4.0 and 4.2) become the roundest that part alike.
  assert.deepEqual(
    leaves.map(({ bounds, label }) => [
      bounds[1]?.from,
      bounds[1]?.below,
      bounds[2]?.from,
      bounds[2]?.below,
      label,
    ]),
    [
      [-Infinity, 3, -Infinity, 4.2, 0],
      [-Infinity, 3, 4.2, Infinity, 1],
      [3, Infinity, -Infinity, 4.2, 1],
      [3, Infinity, 4.2, Infinity, 2],
    ],
  );
  assert.ok(leaves.every(({ bounds }) => bounds[0]?.from === -Infinity && bounds[0].below === Infinity));
});

/** Rows with days 1 to 100 and spend, and a label that a rule of thumb says. */
function thumb() {
  const days = Array.from({ length: 900 }, (_, i) => 1 + ((i * 37) % 100));
  const spend = Array.from({ length: 900 }, (_, i) => ((i * 811) % 2000) + 0.5);
  const matrix = matrixOf([
    ["days", days],
    ["spend", spend],
  ]);
  const labels = days.map((d, i) => (d > 40 ? 0 : (spend[i] as number) > 900 ? 1 : 2));
  return { matrix, labels };
}

test("a planted rule is found again in round numbers, and holds on the rows that were held out", () => {
  const { matrix, labels } = thumb();
  const formats = new Map([["spend", (x: number) => `£${x}`]]);
  const found = clusterRules(matrix, labels, {
    seed: 1,
    names: ["away", "big", "small"],
    formats,
    sample: 450,
  });
  assert.equal(found.grownFrom + found.heldOut, 900);
  assert.ok(found.accuracy.estimate > 0.97 && found.baseline === 0.6);
  assert.deepEqual(
    found.rules.map(({ cluster, when }) => `${when} → ${cluster}`),
    [
      "days from 41 → away",
      "days below 41 and spend from £900 → big",
      "days below 41 and spend below £900 → small",
    ],
  );
});

test("exactly one rule applies to any row, and the shares add up", () => {
  const { matrix, truth } = fourClouds(60, 3, 5);
  const found = clusterRules(matrix, truth, { seed: 2 });
  const number = fc.double({ min: -99, max: 99, noNaN: true });
  fc.assert(
    fc.property(number, number, (x, y) => {
      assert.ok([0, 1, 2, 3].includes(found.predict([x, y])));
    }),
  );
  const covered = found.rules.reduce((sum, { coverage }) => sum + coverage, 0);
  assert.ok(Math.abs(covered - 1) < 1e-12);
  const right = found.rules.reduce(
    (sum, { coverage, precision }) => sum + coverage * (precision?.estimate ?? 0),
    0,
  );
  assert.ok(Math.abs(right - found.accuracy.estimate) < 1e-12);
  // Clouds of unit spread, three apart: the best line between two neighbours errs on 6.7 % in each direction.
  assert.ok(found.accuracy.low < 0.87 && 0.87 < found.accuracy.high + 0.03);
});

test("the same seed gives the same rules, and no more rows are grown from than half", () => {
  const { matrix, truth } = fourClouds(20, 3, 5);
  const run = (seed: number) => clusterRules(matrix, truth, { seed });
  assert.deepEqual(run(3).rules, run(3).rules);
  assert.equal(run(3).grownFrom, 40);
});

test("one column and one split make two rules; names of columns are told as they are", () => {
  const matrix = matrixOf([["<b>a", [1, 2, 3, 4, 11, 12, 13, 14, 1, 2, 13, 14]]]);
  const labels = Array.from(columnOf(matrix, "<b>a"), (x) => Number(x > 9));
  const { rules } = clusterRules(matrix, labels, { seed: 1 });
  assert.equal(rules.length, 2);
  assert.match(rules[0]?.when ?? "", /^<b>a below 1[0-4]$/);
});

test("what rules cannot be made from is refused", () => {
  const matrix = matrixOf([["x", [1, 2, 3]]]);
  const four = matrixOf([["x", [1, 2, 3, 4]]]);
  assert.throws(() => clusterRules(matrix, [0, 1, 1], { seed: 1 }), /four at least/);
  assert.throws(() => clusterRules(four, [0, 0, 0, 0], { seed: 1 }), /one cluster/);
  assert.throws(() => clusterRules(four, [0, 0, 1, 1], { seed: 1, names: ["a"] }), /1 names for 2/);
  assert.throws(() => clusterRules(four, [0, 0, 1, 1], { seed: 1, depth: 0 }), /depth 0/);
  assert.throws(() => clusterRules(four, [0, 0, 1, 1], { seed: 1, sample: 1 }), /sample of 1/);
});
