import assert from "node:assert/strict";
import { test } from "node:test";
import { stackFeatures } from "./stack-features";

const table = (...values: number[]) => ({ names: ["a", "b"], columns: [values, values.map((x) => -x)] });

test("rows stand one table after the other, under the same names", () => {
  const { names, columns } = stackFeatures([table(1, 2), table(3), table(1)]);
  assert.deepEqual(names, ["a", "b"]);
  assert.deepEqual(
    columns.map((column) => Array.from(column)),
    [
      [1, 2, 3, 1],
      [-1, -2, -3, -1],
    ],
  );
});

test("numbers keep their precision: single only where all are", () => {
  const single = { names: ["a"], columns: [Float32Array.of(0.1)] };
  const double = { names: ["a"], columns: [Float64Array.of(0.1)] };
  assert.ok(stackFeatures([single, single]).columns[0] instanceof Float32Array);
  assert.equal(stackFeatures([single, double]).columns[0]![1], 0.1);
});

test("other features, other orders of them and no tables are refused", () => {
  const other = { names: ["b", "a"], columns: [[1], [1]] };
  assert.throws(() => stackFeatures([]), /no tables/);
  assert.throws(() => stackFeatures([table(1), other]), /Feature 1 of table 2 is "b", of table 1 "a"/);
  assert.throws(
    () => stackFeatures([table(1), { names: ["a"], columns: [[1]] }]),
    /Feature 2 of table 2 is nothing, of table 1 "b"/,
  );
});
