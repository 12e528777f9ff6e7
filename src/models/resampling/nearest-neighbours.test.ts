import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nearestNeighbours } from "./nearest-neighbours";

test("the neighbours are scikit-learn's", () => {
  const values = Float64Array.from(
    Array.from({ length: 12 }, (_, i) => [Math.sin(i), Math.cos(i * i), i % 5]).flat(),
  );
  // NearestNeighbors(n_neighbors=3).fit(X).kneighbors(return_distance=False).ravel(), scikit-learn 1.9
  assert.deepEqual(
    [...nearestNeighbours(values, 3, 3)],
    [
      10, 5, 1, 7, 6, 0, 7, 3, 8, 2, 4, 8, 3, 9, 8, 10, 0, 11, 11, 1, 10, 2, 1, 8, 7, 9, 2, 8, 3, 7, 5, 0, 11,
      6, 10, 5,
    ],
  );
});

test("they are the first of all others in the order of distance, then of row", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 2,
    maxLength: 90,
    size: "max",
  });
  fc.assert(
    fc.property(points, fc.nat(20), (list, any) => {
      const k = 1 + (any % Math.min(6, list.length - 1));
      const found = nearestNeighbours(Float64Array.from(list.flat()), 2, k);
      list.forEach(([x, y], i) => {
        const others = list.flatMap(([u, v], j) =>
          j === i ? [] : [[(x - u) ** 2 + (y - v) ** 2, j] as const],
        );
        others.sort(([a, i], [b, j]) => a - b || i - j);
        assert.deepEqual(
          [...found.subarray(i * k, (i + 1) * k)],
          others.slice(0, k).map(([, j]) => j),
        );
      });
    }),
  );
});

test("as many neighbours as rows are refused", () => {
  assert.throws(() => nearestNeighbours(Float64Array.of(1, 2, 3), 1, 3), /3 neighbours of each of 3 rows/);
  assert.throws(() => nearestNeighbours(Float64Array.of(1, 2, 3), 1, 1.5), /whole number from 1 to 2/);
});
