import assert from "node:assert/strict";
import { test } from "node:test";
import { requireSameNames, rowsOf, takeFeatures, takeRows } from "./features";

const features = { names: ["a", "b"], columns: [Uint8Array.of(1, 2, 3), [4, Number.NaN, 6]] };

test("rows are taken in the given order, twice where asked, missing values with them", () => {
  const { names, columns } = takeRows(features, [2, 0, 2, 1]);
  assert.deepEqual(names, ["a", "b"]);
  assert.deepEqual(columns, [Float64Array.of(3, 1, 3, 2), Float64Array.of(6, 4, 6, Number.NaN)]);
});

test("a row or a feature that is not there is named", () => {
  for (const row of [3, -1, 0.5, Number.NaN])
    assert.throws(() => takeRows(features, [0, row]), new RegExp(`no row ${row}: the table has rows 0 to 2`));
  assert.throws(() => takeFeatures(features, ["b", "c"]), /no feature "c": take some of a, b/);
});

test("features are taken in the given order", () => {
  const { names, columns } = takeFeatures(features, ["b", "a"]);
  assert.deepEqual(names, ["b", "a"]);
  assert.deepEqual(columns, [features.columns[1], features.columns[0]]);
});

test("what is no table is refused with the column and the row", () => {
  assert.equal(rowsOf(features), 3);
  assert.throws(() => rowsOf({ names: [], columns: [] }), /no features/);
  assert.throws(() => rowsOf({ names: ["a"], columns: [[]] }), /no rows/);
  assert.throws(() => rowsOf({ names: ["a"], columns: [[1], [2]] }), /1 names for 2 columns/);
  assert.throws(() => rowsOf({ names: ["a", "a"], columns: [[1], [2]] }), /Two features are called "a"/);
  assert.throws(() => rowsOf({ names: ["a", "b"], columns: [[1], [2, 3]] }), /"b" has 2 rows, "a" has 1/);
  assert.throws(() => rowsOf({ names: ["a"], columns: [[1, -Infinity]] }), /"a" is -Infinity in row 1/);
});

test("features of another name, order or number are refused at the first that differs", () => {
  requireSameNames(["a", "b"], ["a", "b"], "the model");
  const refused = (names: readonly string[], message: RegExp) =>
    assert.throws(() => requireSameNames(["a", "b"], names, "the model"), message);
  refused(["b", "a"], /Feature 1 is "b", the model knows "a"/);
  refused(["a"], /Feature 2 is nothing, the model knows "b"/);
  refused(["a", "b", "c"], /Feature 3 is "c", the model knows nothing/);
});
