import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { uniform } from "./testing-text";
import { distance, type Point, thinLine } from "./thin-line";

const nearest = (point: Point, line: readonly Point[]) =>
  line.slice(1).reduce((least, end, i) => Math.min(least, distance(point, line[i]!, end)), Infinity);

test("a thinned line has the ends of the whole one and passes all its points within a pixel", () => {
  const pixel = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(pixel, pixel), { minLength: 2, maxLength: 80 }), (points) => {
      const line = [...points].sort(([a], [b]) => a - b);
      const thinned = thinLine(line);
      assert.deepEqual([thinned[0], thinned.at(-1)], [line[0], line.at(-1)]);
      for (const point of line) assert.ok(nearest(point, thinned) <= 1);
      assert.ok(thinned.every((point) => line.includes(point as [number, number])));
    }),
  );
});

test("a curve of 130,000 points becomes some hundred, a straight line two", () => {
  const n = 130_000;
  const noise = uniform(n, 3);
  const curve = noise.map((u, i): Point => [(660 * i) / n, 300 * (1 - Math.sqrt(i / n)) + u / 50]);
  const thinned = thinLine(curve);
  assert.ok(thinned.length < 300, `${thinned.length}`);
  assert.ok(curve.filter((_point, i) => i % 1000 === 0).every((point) => nearest(point, thinned) <= 1));
  assert.equal(thinLine(curve.map(([x]): Point => [x, 2 * x])).length, 2);
});

test("a spike between two pixels stays", () => {
  const line: Point[] = [
    [0, 0],
    [10.1, 0],
    [10.2, 50],
    [10.3, 0],
    [20, 0],
  ];
  assert.ok(thinLine(line).some(([, y]) => y === 50));
});

test("within half a pixel the lowest and the highest point stay, in their order", () => {
  const up: Point[] = [0, 9, 50, -50, 3].map((y, i): Point => [5 + i / 100, y]);
  assert.deepEqual(
    thinLine(up).map(([, y]) => y),
    [0, 50, -50, 3],
  );
  const down = up.map(([x, y]): Point => [x, -y]);
  assert.deepEqual(
    thinLine(down).map(([, y]) => y),
    [-0, -50, 50, -3],
  );
});

test("one point, or none, stays as it is", () => {
  assert.deepEqual(thinLine([[1, 2]]), [[1, 2]]);
  assert.deepEqual(thinLine([]), []);
});
