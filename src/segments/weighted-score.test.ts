import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { definitions } from "./definitions";
import { describedBy } from "./variables";
import { weightedScore } from "./weighted-score";

const of = (recency: readonly number[], monetary: readonly number[]) =>
  describedBy(
    recency.map((_, i) => String(i)),
    [
      { ...definitions.recency, values: Float64Array.from(recency) },
      { ...definitions.monetary, values: Float64Array.from(monetary) },
    ],
  );
const weights = { recency: 0.2, monetary: 0.8 };

test("raw values add up as they are only where their direction is said to be ignored", () => {
  const customers = of([10, 30], [5, 5]);
  assert.deepEqual(
    [...weightedScore(customers, weights, { scale: "raw", direction: "ignored" }).score],
    [6, 10],
  );
  assert.deepEqual(
    [...weightedScore(customers, weights, { scale: "raw", direction: "signed" }).score],
    [2, -2],
  );
});

test("scaled scores turn recency round", () => {
  // z = lambda x: (x - x.mean()) / x.std(); 0.8 * z(np.array([1, 2, 6])) - 0.2 * z(np.array([0, 10, 50]))
  const customers = of([0, 10, 50], [1, 2, 6]);
  const { score } = weightedScore(customers, weights, { scale: "standardised" });
  [-0.5554920598635309, -0.27774602993176545, 0.8332380897952965].forEach((value, i) => {
    assertClose(score[i], value, 1e-14);
  });
  const { score: share } = weightedScore(customers, weights, { scale: "min-max" });
  [0.2, 0.32, 0.8].forEach((value, i) => {
    assertClose(share[i], value, 1e-15);
  });
});

test("one day more never raises a scaled score, one pound more never lowers it", () => {
  const numbers = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(numbers, numbers, (days, pounds) => {
      fc.pre(new Set(days).size > 1 && new Set(pounds).size > 1);
      for (const scale of ["standardised", "min-max"] as const) {
        const order = (w: { recency?: number; monetary?: number }) =>
          Array.from(weightedScore(of(days, pounds), w, { scale }).score);
        const byDays = order({ recency: 1 });
        const byPounds = order({ monetary: 1 });
        for (let i = 1; i < 5; i++) {
          if (days[i]! > days[0]!) assert.ok(byDays[i]! < byDays[0]!);
          if (pounds[i]! > pounds[0]!) assert.ok(byPounds[i]! > byPounds[0]!);
        }
      }
    }),
  );
});

test("the parts' shares of variance add up to one, and standardised scores ignore units", () => {
  const customers = of([3, 9, 27, 4], [100, 20, 70, 10]);
  const { score, parts } = weightedScore(customers, weights, { scale: "standardised" });
  assertClose(
    parts.reduce((sum, part) => sum + part.varianceShare, 0),
    1,
    1e-12,
  );
  const cents = weightedScore(of([3, 9, 27, 4], [10_000, 2_000, 7_000, 1_000]), weights, {
    scale: "standardised",
  });
  score.forEach((value, i) => {
    assertClose(cents.score[i], value, 1e-12);
  });
});

test("weights of nothing, below zero, of unknown variables, and values that cannot be scored are refused", () => {
  const customers = of([1, 2], [3, 4]);
  const scored = (w: object, scale: "standardised" | "min-max" = "min-max") =>
    weightedScore(customers, w, { scale });
  assert.throws(() => scored({}), /no variable has a weight/);
  assert.throws(
    () => scored({ recency: -0.2 }),
    /weight -0.2 of "recency" is not above 0: directions come from/,
  );
  assert.throws(() => scored({ spend: 1 }), /no variable "spend"; there are recency, monetary/);
  assert.throws(
    () => weightedScore(of([1, 1], [3, 4]), weights, { scale: "min-max" }),
    /"recency" is the same/,
  );
  assert.throws(
    () => weightedScore(of([1, Number.NaN], [3, 4]), weights, { scale: "standardised" }),
    /value NaN at index 1/,
  );
});
