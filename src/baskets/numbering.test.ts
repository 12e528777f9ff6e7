import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { numberAscending, numberValues } from "./numbering";

test("values are numbered as they first appear", () => {
  assert.deepEqual(numberValues("item", ["tea", "Milk", "tea"]), {
    values: ["tea", "Milk"],
    ids: Uint32Array.of(0, 1, 0),
  });
  assert.throws(() => numberValues("item", [1, Number.NaN]), /Row 2 has no item/);
});

test("values are numbered in ascending order: text by code units, numbers by value", () => {
  assert.deepEqual(numberAscending("item", ["tea", "Milk", "milk", "tea"]), {
    values: ["Milk", "milk", "tea"],
    ids: Uint32Array.of(2, 0, 1, 2),
  });
  assert.deepEqual(numberAscending("order", [10, 9, 10.5, -1]).values, [-1, 9, 10, 10.5]);
  assert.throws(() => numberAscending("item", ["tea", null]), /Row 2 has no item/);
});

test("each row's number leads back to its value, whether numbers lie close together or far apart", () => {
  const numbers = fc.oneof(
    fc.array(fc.integer({ min: -3, max: 3 })),
    fc.array(fc.oneof(fc.integer(), fc.double({ noNaN: true }))),
  );
  fc.assert(
    fc.property(numbers, (column) => {
      for (const number of [numberValues, numberAscending]) {
        const { values, ids } = number("id", column);
        assert.ok(column.every((value, row) => values[ids[row]!] === value));
        assert.equal(values.length, new Set(column).size);
      }
      const { values } = numberAscending("id", column);
      assert.ok(values.every((value, i) => i === 0 || value > values[i - 1]!));
    }),
  );
});
