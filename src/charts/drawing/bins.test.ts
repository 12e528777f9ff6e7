import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ascending, binEdges, binned, quantileOf } from "./bins";

test("each value is counted once, in the bin that holds it", () => {
  const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(values, fc.boolean(), (list, log) => {
      const bins = binned(list, { most: 20, log });
      assert.equal(
        bins.reduce((sum, { n }) => sum + n, 0),
        list.length,
      );
      for (const [i, { x0, x1, n }] of bins.entries()) {
        const last = i === bins.length - 1;
        const low = i === 0 ? Number.NEGATIVE_INFINITY : x0;
        assert.equal(n, list.filter((v) => v >= low && (last || v < x1)).length);
      }
      // The edges enclose the values, up to rounding of the logarithm.
      assert.ok(
        bins[0]!.x0 <= Math.min(...list) * (1 + 1e-9) && bins.at(-1)!.x1 >= Math.max(...list) * (1 - 1e-9),
      );
    }),
    { seed: 1 },
  );
});

test("edges are round", () => {
  assert.deepEqual(binEdges([0.3, 9.7], 5, false), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(
    binEdges([1, 1000], 3, true).map((x) => Math.round(x)),
    [1, 10, 100, 1000],
  );
});

test("bins of whole numbers on a logarithmic axis each hold one at least", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e5 }), { minLength: 1 }), (list) => {
      const edges = binEdges(list, 40, true);
      assert.ok(edges.every((edge, i) => Number.isInteger(edge) && (i === 0 || edge > edges[i - 1]!)));
      assert.ok(edges.length >= 2 && edges[0]! <= Math.min(...list) && edges.at(-1)! >= Math.max(...list));
    }),
    { seed: 1 },
  );
});

test("quantiles are those of R's type 7", () => {
  // R 4.3: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .5, .9)) is 1.4 2.0 4.0 12.8
  const sorted = ascending([16, 1, 4, 2, 8]);
  for (const [p, expected] of [
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
  ] as const) {
    assert.ok(Math.abs(quantileOf(sorted, p) - expected) < 1e-12);
  }
});

test("what has no place on the axis is refused with its place", () => {
  assert.throws(() => binned([1, Number.NaN]), /Value 2 is NaN/);
  assert.throws(
    () => binned([1, 0], { log: true }),
    /Value 2 is 0, which has no place on a logarithmic axis/,
  );
});

test("on a logarithmic axis, bins of whole numbers never hold fewer of them than the bin before", () => {
  const whole = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(whole, (values) => {
      const edges = binEdges(values, 40, true);
      const steps = edges.slice(1).map((edge, i) => edge - edges[i]!);
      assert.ok(edges.every(Number.isInteger) && edges[0]! <= Math.min(...values));
      assert.ok(edges.at(-1)! >= Math.max(...values));
      for (const [i, step] of steps.entries()) assert.ok(step >= (steps[i - 1] ?? 1), String(edges));
    }),
    { seed: 1 },
  );
});
