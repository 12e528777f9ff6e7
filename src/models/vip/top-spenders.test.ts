import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { topSpenders } from "./top-spenders";

test("the top begins above the quantile", () => {
  // pandas: pd.Series([10, 0, 0, 0, 5]).quantile(.8) -> 6.000000000000002, of 3 / 4 and 0.6: 8
  const { threshold, labels, count } = topSpenders([10, 0, 0, 0, 5], 0.2);
  assert.ok(Math.abs(threshold - 6) < 1e-12);
  assert.deepEqual([...labels], [1, 0, 0, 0, 0]);
  assert.equal(count, 1);
  assert.equal(topSpenders([10, 0, 8, 0, 6], 0.5).threshold, 6);
  assert.deepEqual([...topSpenders([10, 0, 8, 0, 6], 0.5).labels], [1, 0, 1, 0, 0]);
});

test("without ties the top is as large as the share, and everybody in it spent more than everybody outside", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (spend, fifths) => {
        const { labels, count } = topSpenders(spend, fifths / 5);
        assert.ok(Math.abs(count - (spend.length * fifths) / 5) < 1, `${count} of ${spend.length}`);
        const of = (label: number) => spend.filter((_, i) => labels[i] === label);
        assert.ok(Math.min(...of(1)) > Math.max(...of(0)));
      },
    ),
  );
});

test("a share out of range, spend that is no number and a top of nobody are refused", () => {
  for (const share of [0, 1, Number.NaN])
    assert.throws(() => topSpenders([1, 2], share), /take one between 0 and 1/);
  assert.throws(() => topSpenders([], 0.2), RangeError);
  assert.throws(() => topSpenders([1, Number.NaN], 0.2), RangeError);
  assert.throws(() => topSpenders([3, 3, 3], 0.2), /Nobody of 3 customers spent more than 3/);
});
