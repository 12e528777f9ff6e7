import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countedOrder, numbered } from "./numbered";

test("values are numbered in ascending order: text by code units, numbers by value", () => {
  assert.deepEqual(numbered("item", ["tea", "Milk", "milk", "tea"]), {
    values: ["Milk", "milk", "tea"],
    ids: Uint32Array.of(2, 0, 1, 2),
  });
  assert.deepEqual(numbered("order", [10, 9, 10.5, -1]).values, [-1, 9, 10, 10.5]);
  assert.throws(() => numbered("item", ["tea", null]), /Row 2 has no item/);
});

test("counted order is a stable sort by key", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (keys) => {
      const stable = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
      assert.deepEqual([...countedOrder(Uint32Array.from(keys), 10)], stable);
    }),
  );
});
