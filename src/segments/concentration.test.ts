import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { concentration } from "./concentration";

const squares = Float64Array.from({ length: 50 }, (_, i) => ((i * 37) % 53) ** 2);

test("Gini's coefficient is the mean difference over twice the mean, and the curve runs over the tiers", () => {
  // np.abs(x[:, None] - x).mean() / (2 * x.mean())
  const { gini, curve } = concentration(squares, { resamples: 200 });
  assertClose(gini.estimate, 0.5102387671907898, 1e-12);
  assert.deepEqual(
    [curve[0], curve.at(-1)],
    [
      { customers: 0, volume: 0 },
      { customers: 1, volume: 1 },
    ],
  );
  assertClose(curve[10]?.volume, 0.4951171437530798, 1e-12);
  assert.equal(concentration(new Float64Array(500).fill(2), { resamples: 5 }).curve.length, 101);
});

test("equal volumes have no concentration, one buyer has nearly all, and units do not matter", () => {
  const volumes = fc.array(fc.nat(1000), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(volumes, (list) => {
      fc.pre(list.filter((v) => v > 0).length === list.length);
      const volume = Float64Array.from(list);
      const { gini, curve } = concentration(volume, { resamples: 1 });
      assertClose(
        concentration(
          volume.map((v) => 7 * v),
          { resamples: 1 },
        ).gini.estimate,
        gini.estimate,
        1e-12,
      );
      assert.ok(gini.estimate >= -1e-12 && gini.estimate < 1);
      curve.forEach(({ customers, volume: share }) => {
        assert.ok(share >= customers - 1e-12);
      });
    }),
  );
  assertClose(concentration(new Float64Array(9).fill(4), { resamples: 3 }).gini.estimate, 0, 1e-12);
});
