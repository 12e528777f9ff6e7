import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { minCountOf } from "./min-count";

test("the least count of known shares, where the product alone would be one off too", () => {
  assert.equal(minCountOf(0.01, 9835), 99);
  assert.equal(minCountOf(0.001, 9835), 10);
  assert.equal(minCountOf(0.001, 100_000), 100);
  assert.equal(Math.ceil(0.07 * 100), 8);
  assert.equal(minCountOf(0.07, 100), 7);
  assert.equal(minCountOf(1, 12), 12);
  assert.equal(minCountOf(1e-12, 12), 1);
  assert.equal(minCountOf(0.5, 0), 1);
});

test("a decimal share of the rows is rounded up exactly", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 6 })
        .chain((digits) => fc.tuple(fc.constant(digits), fc.integer({ min: 1, max: 10 ** digits }))),
      fc.integer({ min: 1, max: 50_000_000 }),
      ([digits, share], rows) => {
        const whole = 10n ** BigInt(digits);
        const exact = (BigInt(share) * BigInt(rows) + whole - 1n) / whole;
        assert.equal(minCountOf(Number(`${share}e-${digits}`), rows), Number(exact));
      },
    ),
    { numRuns: 5000 },
  );
});

test("the share of a count gives back the count", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 50_000_000 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows }))),
      ([rows, count]) => {
        assert.equal(minCountOf(count / rows, rows), count);
      },
    ),
    { numRuns: 5000 },
  );
});

test("shares that are none are refused", () => {
  for (const share of [0, -0.1, 1.01, Number.NaN, 5]) {
    assert.throws(() => minCountOf(share, 10), /take a share of the baskets/, `${share}`);
  }
});
