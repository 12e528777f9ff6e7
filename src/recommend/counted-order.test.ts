import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countedOrder } from "./counted-order";

test("counted order is a stable sort by key", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (keys) => {
      const stable = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
      assert.deepEqual([...countedOrder(Uint32Array.from(keys), 10)], stable);
    }),
  );
});
