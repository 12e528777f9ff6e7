import assert from "node:assert/strict";
import { test } from "node:test";
import { shapDependence } from "./shap-dependence";

const tableOf = (values: readonly number[], effects: readonly number[]) =>
  [
    { expected: 0, columns: [Float64Array.from(effects)] },
    { names: ["a"], columns: [values] },
  ] as const;
const options = { title: "t", feature: "a" };

test("few different values have a mean each, and least and most are told", () => {
  const { data, alt } = shapDependence(...tableOf([2, 1, 2, 1], [1, -1, 3, -2]), {
    ...options,
    xTitle: "Orders",
  });
  assert.deepEqual(data.rows, [
    [1, -1.5, 2],
    [2, 2, 2],
  ]);
  assert.equal(alt, "Orders: it adds least, −1.50 at 1, and most, +2.00 at 2, on average, to the log odds.");
});

test("rows without a value are told, not drawn", () => {
  const { wide } = shapDependence(...tableOf([2, 1, Number.NaN, Number.NaN], [1, -1, 0.5, 0.25]), options);
  assert.match(wide, /2 rows have no value; there it adds \+0\.38 on average/);
  assert.match(wide, />2 rows\.</);
  const known = shapDependence(...tableOf([2, 1], [1, -1]), options);
  assert.doesNotMatch(known.wide, /no value/);
  const none = shapDependence(...tableOf([Number.NaN], [1]), options);
  assert.match(none.wide, /No data to show/);
});

test("the axis ends at the 99th percentile where a few values are far beyond, and the chart says so", () => {
  const values = Array.from({ length: 300 }, (_v, i) => (i < 2 ? 9000 + i : i % 50));
  const { wide } = shapDependence(
    ...tableOf(
      values,
      values.map((value) => value / 1000),
    ),
    options,
  );
  assert.match(wide, /2 rows beyond 49, up to 9,000, are not drawn/);
  const even = values.map((_value, i) => i);
  assert.doesNotMatch(shapDependence(...tableOf(even, even), options).wide, /are not drawn/);
});

test("on a logarithmic axis equal ratios are equally far apart, and rows of 0 or less are counted", () => {
  const { wide } = shapDependence(...tableOf([1, 10, 100, 0, -5], [0, 1, 2, 3, 4]), {
    ...options,
    log: true,
  });
  const at = [...wide.matchAll(/M([\d.]+),[\d.]+a2\.5/g)].map(([, x]) => Number(x));
  assert.equal(at.length, 3);
  assert.ok(Math.abs(at[2]! - at[1]! - (at[1]! - at[0]!)) < 0.02, `${at}`);
  assert.match(wide, />2 rows of 0 or less have no place on this axis\.</);
  assert.match(wide, />a, logarithmic</);
  assert.match(
    shapDependence(...tableOf([0, -5], [3, 4]), { ...options, log: true }).wide,
    /No data to show/,
  );
});

test("more than a thousand rows are counted in cells, all of them", () => {
  const values = Array.from({ length: 1001 }, (_v, i) => i);
  const { wide } = shapDependence(...tableOf(values, values), options);
  assert.match(wide, /1,001 rows, counted in cells: area is the number of rows/);
});

test("a feature that is not there is refused", () => {
  assert.throws(
    () => shapDependence(...tableOf([1], [1]), { ...options, feature: "b" }),
    /There is no feature "b": take one of a\./,
  );
});
