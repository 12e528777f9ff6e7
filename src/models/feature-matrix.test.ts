import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { requireFeatures, requireLabels } from "./feature-matrix";

const names = ["a", "b", "c"];

test("the one bad number of a matrix is named by row and column", () => {
  fc.assert(
    fc.property(fc.nat(11), fc.constantFrom(Number.NaN, Infinity, -Infinity), (place, bad) => {
      const values = Float64Array.from({ length: 12 }, (_, i) => i);
      requireFeatures({ names, rows: 4, columns: 3, values });
      values[place] = bad;
      const text = `Row ${Math.floor(place / 3)} has ${bad} in column "${names[place % 3]}"`;
      assert.throws(
        () => requireFeatures({ names, rows: 4, columns: 3, values }),
        (error) => error instanceof RangeError && error.message.startsWith(text),
      );
    }),
  );
});

test("a matrix whose sizes do not fit is refused", () => {
  const values = new Float64Array(6);
  assert.throws(
    () => requireFeatures({ names, rows: 3, columns: 3, values }),
    /3 names and 6 numbers: give 3 and 9/,
  );
  assert.throws(
    () => requireFeatures({ names, rows: 3, columns: 2, values }),
    /3 names and 6 numbers: give 2 and 6/,
  );
});

test("labels are counted, and one that is neither 0 nor 1 is named", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1)), (labels) => {
      assert.equal(requireLabels(labels, labels.length), labels.filter((label) => label === 1).length);
    }),
  );
  assert.throws(() => requireLabels([0, 1, Number.NaN], 3), /label of row 2 is NaN: take 0 or 1/);
  assert.throws(() => requireLabels([0, 1], 3), /2 labels for 3 rows/);
});
