import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { adjustedRand, crossTable } from "./agreement";

test("the adjusted Rand index is scikit-learn's", () => {
  // i = np.arange(60); adjusted_rand_score(i * 7 % 11 % 3, i % 4) and of two short lists, scikit-learn 1.9
  const i = Array.from({ length: 60 }, (_, n) => n);
  assertClose(
    adjustedRand(
      i.map((n) => ((n * 7) % 11) % 3),
      i.map((n) => n % 4),
    ),
    -0.0349915193196868,
    1e-12,
  );
  assertClose(adjustedRand([0, 0, 1, 2, 2, 2, 3], [0, 0, 1, 1, 2, 2, 2]), 0.2953020134228188, 1e-12);
});

test("a clustering agrees wholly with itself under other names, and the index has no order", () => {
  const clustering = fc.array(fc.nat(3), { minLength: 6, maxLength: 30 });
  fc.assert(
    fc.property(clustering, clustering, (a, b) => {
      assert.equal(
        adjustedRand(
          a,
          a.map((c) => 3 - c),
        ),
        1,
      );
      const n = Math.min(a.length, b.length);
      const [x, y] = [a.slice(0, n), b.slice(0, n)];
      assertClose(adjustedRand(x, y), adjustedRand(y, x), 1e-12);
      assert.ok(adjustedRand(x, y) <= 1);
    }),
  );
});

test("all together against all apart agree by nothing but chance", () => {
  assert.equal(adjustedRand([0, 0, 0, 0], [0, 1, 2, 3]), 0);
  assert.equal(adjustedRand([0, 0, 0], [0, 0, 0]), 1);
  assert.equal(adjustedRand([0], [0]), 1);
});

test("the cross table counts every row once, or by its weight", () => {
  assert.deepEqual(crossTable([0, 0, 1, 2], [1, 0, 0, 1]), [
    [1, 1],
    [1, 0],
    [0, 1],
  ]);
  assert.deepEqual(crossTable([0, 0, 1], [1, 1, 0], [2, 3, 4]), [
    [0, 5],
    [4, 0],
  ]);
  assert.throws(() => crossTable([0, 1], [0]), /2 labels against 1/);
  assert.throws(() => crossTable([0, 1], [0, 0], [1]), /1 weights for 2 rows/);
  assert.throws(() => adjustedRand([], []), /no rows/);
});
