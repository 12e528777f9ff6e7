import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extent, squares } from "./squares";

test("every point is in one square, which bears its most frequent group", () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 })),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(points, (list) => {
      const [x, y] = [0, 1].map((at) =>
        extent(
          "v",
          list.map((point) => point[at]!),
          false,
        ),
      ) as [ReturnType<typeof extent>, ReturnType<typeof extent>];
      const found = squares(
        x,
        y,
        4,
        3,
        list.map(([, , group]) => group),
      );
      assert.equal(
        found.reduce((sum, { n }) => sum + n, 0),
        list.length,
      );
      assert.equal(new Set(found.map(({ i, j }) => `${i},${j}`)).size, found.length);
      assert.ok(found.every(({ i, j }) => i >= 0 && i < 4 && j >= 0 && j < 3));
      if (new Set(list.map(([a, b]) => `${a},${b}`)).size === 1) {
        const tally = [0, 1, 2].map((group) => list.filter((point) => point[2] === group).length);
        assert.equal(found[0]!.group, tally.indexOf(Math.max(...tally)));
      }
    }),
    { seed: 1 },
  );
});

test("a value without a place is refused with its variable and row", () => {
  assert.throws(
    () => extent("Monetary", [3, -1], true),
    /"Monetary", row 2: -1 has no place on a logarithmic axis/,
  );
});
