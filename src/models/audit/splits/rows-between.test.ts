import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../stats/random";
import { smote } from "../../resampling/smote";
import { rowsBetween } from "./rows-between";

/** Points as features, and the last of them asked about among the others. */
function asked(points: readonly (readonly number[])[], last = 1) {
  const columns = points[0]!.map((_, j) => points.map((point) => point[j]!));
  const names = columns.map((_, j) => `x${j}`);
  const rows = points.map((_, row) => row);
  const split = rows.length - last;
  return rowsBetween({
    features: { names, columns },
    asked: rows.slice(split),
    among: rows.slice(0, split),
    neighbours: 30,
  });
}
const [a, b] = [
  [1, 10, 3],
  [4, 2, 5],
];
const onTheWay = (t: number) => a.map((x, j) => x + t * (b[j]! - x));

test("a row at an odd place between two others is seen, one beside the line is not", () => {
  assert.deepEqual(asked([a, b, [9, 9, 9], onTheWay(0.3717)]), { rows: 1, copies: 0, between: 1 });
  assert.equal(asked([a, b, [9, 9, 9], onTheWay(0.3717).with(0, 2.2)]).between, 0);
  assert.equal(asked([a, b, [9, 9, 9], onTheWay(1.3717)]).between, 0);
});

test("halves, thirds and other simple fractions are where lattices have points", () => {
  for (const t of [1 / 2, 2 / 3, 5 / 24]) assert.equal(asked([a, b, onTheWay(t)]).between, 0);
});

test("ends that differ in one feature only say nothing", () => {
  assert.equal(
    asked([
      [1, 2, 3],
      [5, 2, 3],
      [2.4868, 2, 3],
    ]).between,
    0,
  );
  assert.equal(
    asked([
      [1, 2, 3],
      [5, 4, 3],
      [2.4868, 2.7434, 3],
    ]).between,
    1,
  );
});

test("many rows on one line are one line, as two features that are equal by nature draw", () => {
  const random = createRandom(4);
  const line = Array.from({ length: 80 }, () => random.normal()).map((x) => [x, x, 0]);
  assert.deepEqual(asked([...line, [0, 5, 1]], 40), { rows: 40, copies: 0, between: 1 });
});

test("equal rows are copies, missing values being equal to each other", () => {
  const points = [
    [1, Number.NaN],
    [2, 3],
    [1, Number.NaN],
  ];
  assert.deepEqual(asked(points), { rows: 1, copies: 1, between: 0 });
});

test("a row that stands on both sides is no copy of itself", () => {
  const features = {
    names: ["x", "y"],
    columns: [
      [1, 2, 3],
      [5, 9, 4],
    ],
  };
  const found = rowsBetween({ features, asked: [1], among: [0, 1, 2], neighbours: 30 });
  assert.deepEqual(found, { rows: 1, copies: 0, between: 0 });
});

test("rows that SMOTE made by the features' own units are seen as well as those by their spreads", () => {
  const random = createRandom(7);
  const spreads = [1000, 1, 1, 1, 1, 1, 1, 1];
  for (const units of [spreads, spreads.map(() => 1)]) {
    const columns = units.map((unit) => Float64Array.from({ length: 900 }, () => unit * random.normal()));
    const labels = Array.from({ length: 900 }, (_, row) => (row < 150 ? 1 : 0));
    const more = smote({ names: units.map((_, j) => `x${j}`), columns }, labels, { seed: 7 });
    // Every second row of the label is learnt from, of the others the synthetic ones are asked about.
    const ones = Array.from(more.labels.keys()).filter((row) => more.labels[row] === 1);
    const found = rowsBetween({
      features: more.features,
      asked: ones.filter((row, i) => row >= 900 && i % 8 === 1),
      among: ones.filter((_, i) => i % 8 !== 1),
      neighbours: 30,
    });
    assert.ok(found.between > 0.4 * found.rows, `${found.between} of ${found.rows}`);
  }
});
