import assert from "node:assert/strict";
import { test } from "node:test";
import { requireStarts } from "./order-starts";

test("starts from 0 to the count of candidates are counted as orders, empty ones among them", () => {
  assert.equal(requireStarts([0, 2, 2, 5], 5), 3);
  assert.equal(requireStarts([0], 0), 0);
});

test("starts that do not fit are refused with what is wrong", () => {
  assert.throws(() => requireStarts([], 0), /go from undefined to undefined: they go from 0/);
  assert.throws(() => requireStarts([1, 2], 2), /go from 1 to 2/);
  assert.throws(() => requireStarts([0, 2], 3), /from 0 to 2: they go from 0 to the count of candidates, 3/);
  assert.throws(() => requireStarts([0, 3, 2], 2), /Order 1 starts at 3 and ends at 2/);
});
