import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../../stats/random";
import { hamerly } from "./hamerly";
import { nearestCentres } from "./nearest-centres";
import { plusPlus } from "./plus-plus";
import { lloyd } from "./testing-lloyd";

/** Whole numbers, whose sums are exact: both engines must then agree to the bit, ties and empty clusters included. */
const cases = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 1, max: 40 }),
    k: fc.integer({ min: 1, max: 6 }),
    spread: fc.constantFrom(2, 10, 1000),
    seed: fc.nat(),
  })
  .map(({ columns, rows, k, spread, seed }) => {
    const random = createRandom(seed);
    const draw = (n: number) => Float64Array.from({ length: n * columns }, () => random.int(spread));
    return { points: { rows, columns, values: draw(rows) }, starts: draw(k) };
  });

test("bounds spare distances and change nothing: the same bits as the plain method", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(0, 0.5), fc.integer({ min: 1, max: 20 }), (drawn, rest, rounds) => {
      const limits = { maxIterations: rounds, rest };
      assert.deepEqual(
        hamerly(drawn.points, drawn.starts, limits),
        lloyd(drawn.points, drawn.starts, limits),
      );
    }),
    { numRuns: 500 },
  );
});

test("more rounds never raise the inertia", () => {
  fc.assert(
    fc.property(cases, ({ points, starts }) => {
      const after = [1, 2, 3, 5, 9].map(
        (maxIterations) => hamerly(points, starts, { maxIterations, rest: 0 }).inertia,
      );
      after.forEach((inertia, i) => {
        assert.ok(i === 0 || inertia <= after[i - 1]! * (1 + 1e-12), `${after}`);
      });
    }),
  );
});

test("in whatever order rows come, the same centres to the bit", () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ points, starts }, seed) => {
      const random = createRandom(seed);
      const order = Array.from({ length: points.rows }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = random.int(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      const { columns, values } = points;
      const shuffled = Float64Array.from(
        values,
        (_, p) => values[order[Math.floor(p / columns)]! * columns + (p % columns)]!,
      );
      const limits = { maxIterations: 50, rest: 0 };
      const { inertia, ...plain } = hamerly(points, starts, limits);
      const { inertia: other, ...same } = hamerly({ ...points, values: shuffled }, starts, limits);
      // A row that fills an empty cluster is the first of several equally far ones: there the order may decide.
      const filled = nearestCentres(points, starts).labels;
      fc.pre(new Set(filled).size === starts.length / columns);
      assert.deepEqual(same, plain);
      assert.ok(Math.abs(other - inertia) <= 1e-9 * inertia);
    }),
    // Clusters may run empty on the way, too, though in none of these.
    { seed: 7, numRuns: 300 },
  );
});

test("rows and rounds that are far from zero, or tiny, are told apart all the same", () => {
  const random = createRandom(4);
  const points = {
    rows: 300,
    columns: 2,
    values: Float64Array.from({ length: 600 }, (_, p) => random.normal() + (p % 7 > 3 ? 6 : 0)),
  };
  const limits = { maxIterations: 100, rest: 0 };
  const starts = plusPlus(points, 3, createRandom(2));
  const plain = hamerly(points, starts, limits);
  // Powers of two change no digit, so every step is the same.
  for (const unit of [2 ** -40, 2 ** 40]) {
    const scaled = hamerly(
      { ...points, values: points.values.map((x) => x * unit) },
      starts.map((x) => x * unit),
      limits,
    );
    assert.equal(scaled.iterations, plain.iterations);
    assert.equal(scaled.inertia, plain.inertia * unit * unit);
  }
});
