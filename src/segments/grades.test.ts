import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { equalGrades, type Grade, gradeByCuts } from "./grades";

const grades: Grade[] = [
  { name: "good", from: 20, to: 37 },
  { name: "low", from: 0, to: 9 },
  { name: "middle", from: 9, to: 20 },
];

test("a score on a cut point belongs to the grade that is closed there", () => {
  // pd.cut([0, 9, 9.5, 20, 37], [0, 9, 20, 37], right=True, include_lowest=True), the same with right=False
  assert.deepEqual([...gradeByCuts([0, 9, 9.5, 20, 37], grades, { closed: "right" })], [1, 1, 2, 2, 0]);
  assert.deepEqual([...gradeByCuts([0, 9, 9.5, 20, 37], grades, { closed: "left" })], [1, 2, 2, 0, 0]);
});

test("gaps, overlaps and scores outside are named", () => {
  const graded = (list: readonly Grade[], score = 1) => gradeByCuts([score], list, { closed: "left" });
  assert.throws(
    () =>
      graded([
        { name: "a", from: 0, to: 9 },
        { name: "b", from: 10, to: 20 },
      ]),
    /no grade covers scores between 9 \("a"\) and 10 \("b"\)/,
  );
  assert.throws(
    () =>
      graded([
        { name: "a", from: 0, to: 9 },
        { name: "b", from: 5, to: 20 },
      ]),
    /"a" and "b" both claim scores from 5 to 9/,
  );
  assert.throws(() => graded(grades, 37.5), /score 37.5 at index 0 lies outside the grades, 0 to 37/);
  assert.throws(() => graded(grades, Number.NaN), /score NaN at index 0/);
  assert.throws(() => graded([{ name: "a", from: 3, to: 3 }]), /"a" runs from 3 to 3/);
  assert.throws(() => graded([]), /0 grades: take 1 to 255/);
});

test("equal grades hold equally many customers, the best first, and follow any order that is kept", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(10_000), { minLength: 12, maxLength: 60 }), (scores) => {
      const found = equalGrades(scores, 6);
      const sizes = [0, 1, 2, 3, 4, 5].map((g) => found.filter((grade) => grade === g).length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
      assert.equal(found[scores.indexOf(Math.max(...scores))], 0);
      assert.deepEqual(equalGrades([...scores].reverse(), 6), found.slice().reverse());
    }),
  );
});
