import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { auditAverage } from "./average-kind";

test("a median or a most frequent value called the average is found, as in studies 000 and 002", () => {
  const values = [5, 5, 5, 8, 9, 14, 30];
  const kind = (printed: string) => auditAverage({ where: "products an order", printed, values })[0];
  assert.equal(kind("8")!.what, "The average is the median, not the mean.");
  assert.equal(kind("5")!.what, "The average is the most frequent value, not the mean.");
  assert.equal(kind("7")!.what, "The average is not the mean.");
  assert.equal(kind("8")!.figure, "8 printed; mean 10.9, median 8, most frequent 5");
});

test("a mean is left alone at any digits, also where the median equals it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 3 }),
      (values, digits) => {
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        assert.deepEqual(auditAverage({ where: "", printed: mean.toFixed(digits), values }), []);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test("an average of nothing is refused", () => {
  assert.throws(() => auditAverage({ where: "", printed: "8", values: [] }), RangeError);
});
