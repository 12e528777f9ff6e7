import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { roundForExactSums } from "./fixed-point";

const numbers = fc.array(
  fc.oneof(fc.double({ min: -1e100, max: 1e100, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 50 },
);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test("sums of any part do not depend on the order, and differences give parts back", () => {
  fc.assert(
    fc.property(numbers, fc.nat(50), (values, cut) => {
      const rounded = roundForExactSums(Float64Array.from(values));
      assert.equal(sum(rounded), sum(rounded.slice().reverse()));
      assert.equal(sum(rounded), sum(rounded.slice().sort()));
      assert.equal(sum(rounded) - sum(rounded.subarray(0, cut)) + 0, sum(rounded.subarray(cut)) + 0);
    }),
  );
});

test("rounding changes a number by no more than 2⁻⁵² of the largest times their count", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const rounded = roundForExactSums(Float64Array.from(values));
      const largest = Math.max(...values.map(Math.abs));
      for (const [i, value] of values.entries())
        assert.ok(Math.abs(rounded[i]! - value) <= largest * values.length * 2 ** -52 + 2 ** -1001);
    }),
  );
});

test("plain sums do depend on the order: what the rounding is for", () => {
  assert.notEqual(sum([0.1, 0.2, 0.3]), sum([0.3, 0.2, 0.1]));
  const rounded = roundForExactSums(Float64Array.of(0.1, 0.2, 0.3));
  assert.equal(sum(rounded), sum(rounded.slice().reverse()));
});
