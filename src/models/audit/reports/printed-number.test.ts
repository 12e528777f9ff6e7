import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPrintedAs, readPrinted } from "./printed-number";

test("printed numbers are read with the worth of half their last digit", () => {
  assert.deepEqual(readPrinted("25 %", ""), { value: 0.25, half: 0.005 });
  assert.deepEqual(readPrinted("−1,234.5", ""), { value: -1234.5, half: 0.05 });
  assert.deepEqual(readPrinted(".5", ""), { value: 0.5, half: 0.05 });
  for (const text of ["", "%", "4–7", "1.2.3", "about 5", "0x10"]) {
    assert.throws(() => readPrinted(text, "w"), /w: ".*" is no printed number/);
  }
});

test("a number is printed as its own rounding, and not as the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 4 }), (n, digits) => {
      const x = n / 100_000;
      const printed = readPrinted(`${(100 * x).toFixed(digits)} %`, "");
      assert.ok(isPrintedAs(x, printed));
      assert.ok(!isPrintedAs(x + 2.1 * printed.half, printed));
    }),
    { numRuns: 500, seed: 1 },
  );
});
