import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sharedStrata, strataCounts } from "./strata-counts";

test("baskets are counted by stratum, and strata without any are not there", () => {
  assert.deepEqual(strataCounts([0, 1, 3], [7, 2, 0, 7]), {
    strata: Uint32Array.of(2, 7),
    baskets: Uint32Array.of(1, 2),
  });
  assert.deepEqual(strataCounts([], [7]), { strata: new Uint32Array(), baskets: new Uint32Array() });
});

test("tables are those of a full count, where A and B are both found", () => {
  const row = fc.record({ stratum: fc.nat(8), a: fc.boolean(), b: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const of = rows.map(({ stratum }) => stratum);
      const counts = (wanted: (one: (typeof rows)[number]) => boolean) =>
        strataCounts(
          rows.flatMap((one, i) => (wanted(one) ? [i] : [])),
          of,
        );
      const found = sharedStrata(
        counts(({ a }) => a),
        counts(({ b }) => b),
        counts(() => true),
        counts(({ a, b }) => a && b),
      );
      const full = Array.from({ length: 9 }, (_, s) => rows.filter(({ stratum }) => stratum === s)).map(
        (own) => ({
          n: own.length,
          a: own.filter(({ a }) => a).length,
          b: own.filter(({ b }) => b).length,
          both: own.filter(({ a, b }) => a && b).length,
        }),
      );
      assert.deepEqual(
        found,
        full.filter(({ a, b }) => a > 0 && b > 0),
      );
    }),
  );
});
