import assert from "node:assert/strict";
import { test } from "node:test";
import { numberCustomers } from "./customer-numbers";

test("customers are numbered by their identifiers, texts as texts, numbers as numbers", () => {
  assert.deepEqual(numberCustomers(["b", "a", "b", "__proto__"]), {
    count: 3,
    numbers: Uint32Array.of(2, 1, 2, 0),
  });
  assert.deepEqual(numberCustomers([10, 9, 10]), { count: 2, numbers: Uint32Array.of(1, 0, 1) });
});

test("a row without a customer and rows of one customer are refused", () => {
  assert.throws(() => numberCustomers([7, Number.NaN, 8]), /Row 2 has no customer \(NaN\)/);
  assert.throws(() => numberCustomers(["a", "a"]), /Rows of 1 customer: an interval over customers needs/);
  assert.throws(() => numberCustomers([]), /Rows of 0 customer/);
});
