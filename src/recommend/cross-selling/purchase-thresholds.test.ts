import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { assertClose } from "../../../test/close";
import { quantiles } from "../../stats/quantile";
import { purchaseThreshold } from "./purchase-thresholds";

test("the estimate is the quantile, and the order of the purchases does not matter", () => {
  const purchases = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom("u", "v", "w")), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(purchases, fc.constantFrom(0, 0.1, 0.5, 0.75, 1), (rows, level) => {
      const values = rows.map(([value]) => value);
      const customers = rows.map(([, customer]) => customer);
      const found = purchaseThreshold(values, customers, level, { resamples: 20 });
      assertClose(found.estimate, quantiles(values, [level])[0]!, 1e-9);
      assert.ok(found.low >= Math.min(...values) && found.high <= Math.max(...values));
    }),
    { numRuns: 200 },
  );
});

test("purchases of a customer are drawn together: many of one customer are no more certain than one", () => {
  const customers = ["u", "v", "w", "x"];
  const once = purchaseThreshold([1, 2, 3, 4], customers, 0.75, { resamples: 300, seed: 2 });
  const often = Array.from({ length: 50 }, () => [1, 2, 3, 4]).flat();
  const owners = often.map((value) => customers[value - 1]!);
  const many = purchaseThreshold(often, owners, 0.75, { resamples: 300, seed: 2 });
  assert.ok(many.high - many.low >= once.high - once.low);
  assert.throws(() => purchaseThreshold([1], [], 0.5), /1 purchases of 0 customers/);
  assert.throws(() => purchaseThreshold([Number.NaN], ["u"], 0.5), /Purchase 1 is NaN/);
  assert.throws(() => purchaseThreshold([1], ["u"], 2), /quantile at 2/);
});
