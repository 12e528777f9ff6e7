import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeLedger } from "./ledger";

test("rows in are rows kept and dropped, in sum and step by step", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.array(fc.nat(1000)), (rowsIn, drops) => {
      let left = rowsIn;
      const counts = drops.map((drop, i) => {
        left -= Math.min(drop, left);
        return { step: `step ${i}`, reason: "", kept: left };
      });
      const ledger = makeLedger("demo", rowsIn, counts);
      assert.equal(ledger.rowsIn, ledger.kept + ledger.steps.reduce((sum, step) => sum + step.dropped, 0));
      let before = rowsIn;
      for (const step of ledger.steps) {
        assert.equal(step.rowsIn, before);
        assert.equal(step.rowsIn, step.kept + step.dropped);
        before = step.kept;
      }
      assert.equal(ledger.kept, before);
    }),
  );
});

test("a step that adds rows, and counts that are none, are refused", () => {
  const step = (kept: number) => [{ step: "prices", reason: "", kept }];
  assert.throws(() => makeLedger("demo", 10, step(11)), /"prices" of demo keeps 11 rows of 10/);
  assert.throws(() => makeLedger("demo", 10, step(Number.NaN)), /"prices" is NaN/);
  assert.throws(() => makeLedger("demo", -1, []), /"rows in" is -1/);
});
