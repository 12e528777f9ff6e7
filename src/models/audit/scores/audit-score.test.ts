import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Finding } from "../finding";
import { auditScore } from "./audit-score";
import { spreadOf, varianceShares } from "./score-terms";
import { rawTerms, soundScore } from "./testing-scores";
import { auditUnits } from "./unlike-units";

const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, check, where }) => [severity, check, where]);

test("raw days, lines and money in one sum: unlike units, recency's sign, and money is the score", () => {
  const { days, lines, money } = rawTerms(1, 500);
  const { findings, checked } = auditScore({
    name: "0.2 R + 0.4 F + 0.4 M",
    terms: [
      { name: "recency", unit: "days", weight: 0.2, better: "fewer", values: days.map((x) => x / 10) },
      { name: "lines", unit: "lines", weight: 0.4, better: "more", values: lines },
      { name: "money", unit: "£", weight: 0.4, better: "more", values: money.map((x) => 10 * x) },
    ],
  });
  assert.deepEqual(brief(findings), [
    ["error", "raw sum of unlike units", "0.2 R + 0.4 F + 0.4 M"],
    ["error", "term with the wrong sign", "0.2 R + 0.4 F + 0.4 M: recency"],
    ["error", "one term is the score", "0.2 R + 0.4 F + 0.4 M: money"],
  ]);
  assert.match(findings[0]!.what, /adds £, lines and days as they are/);
  assert.match(
    findings[0]!.figure,
    /^one standard deviation moves the score: money [\d.,]+, lines [\d.,]+, recency [\d.,]+$/,
  );
  assert.equal(checked.length, 4);
});

test("quintile scores written side by side sort by the first alone", () => {
  const points = (i: number, by: number) => 1 + (Math.floor(i / by) % 5);
  const values = (by: number) => Array.from({ length: 125 }, (_, i) => points(i, by));
  const terms = (weights: readonly [number, number, number]) =>
    (["R", "F", "M"] as const).map((name, i) => {
      return { name, unit: "points", weight: weights[i]!, better: "more" as const, values: values(5 ** i) };
    });
  const { findings } = auditScore({ name: "100 R + 10 F + M", terms: terms([100, 10, 1]) });
  assert.deepEqual(brief(findings), [
    ["error", "one term is the score", "100 R + 10 F + M: R"],
    ["error", "digits written side by side", "100 R + 10 F + M: R"],
  ]);
  assert.equal(findings[1]!.figure, "one step of it is 100, all the others together at most 44");
  // The same scores with weights of one size sort by all three.
  assert.deepEqual(auditScore({ name: "R + F + M", terms: terms([1, 1, 1]) }).findings, []);
});

test("a step that just outweighs the others is found, one that just does not is not", () => {
  const score = (weight: number) => ({
    name: "s",
    terms: [
      { name: "a", unit: "points", weight, better: "more" as const, values: [1, 2, 3, 1, 2, 3] },
      { name: "b", unit: "points", weight: 1, better: "more" as const, values: [1, 1, 1, 4, 4, 4] },
    ],
  });
  const found = (weight: number) => auditScore(score(weight)).findings.map(({ check }) => check);
  assert.deepEqual(found(3), []);
  assert.ok(found(3.01).includes("digits written side by side"));
});

test("a term with 80 to 95 per cent of the variance is worth a note, with less nothing", () => {
  const half = [1, -1, 1, -1];
  const other = [1, 1, -1, -1];
  const score = (share: number) => ({
    name: "s",
    terms: [
      { name: "a", unit: "sd", weight: Math.sqrt(share), better: "more" as const, values: half },
      { name: "b", unit: "sd", weight: Math.sqrt(1 - share), better: "more" as const, values: other },
    ],
  });
  const severities = (share: number) => auditScore(score(share)).findings.map(({ severity }) => severity);
  assert.deepEqual([0.5, 0.79, 0.81, 0.94, 0.96].map(severities), [[], [], ["note"], ["note"], ["error"]]);
  assert.equal(auditScore(score(0.94)).findings[0]!.figure, "94.00 % of the score's variance");
});

test("sound scores are left alone, whatever their order, scale and size", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 40, max: 200 }),
      fc.integer(),
      (seed, n, scale) => {
        const { name, terms } = soundScore(seed, n);
        const scaled = terms.map((term) => ({ ...term, weight: term.weight * (1 + Math.abs(scale % 1000)) }));
        assert.deepEqual(auditScore({ name, terms: scaled }).findings, []);
        assert.deepEqual(auditScore({ name, terms: [...terms].reverse() }).findings, []);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test("weights that bring unlike units to one scale are left alone, up to five times", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 1, max: 4.99, noNaN: true }),
      (seed, times) => {
        const { days, money } = rawTerms(seed, 60);
        const scaled = (values: number[], by: number) =>
          by / spreadOf({ name: "", unit: "", weight: 1, better: "more", values });
        const units = (most: number) => ({
          name: "s",
          terms: [
            {
              name: "recency",
              unit: "days",
              weight: -scaled(days, 1),
              better: "fewer" as const,
              values: days,
            },
            { name: "money", unit: "£", weight: scaled(money, most), better: "more" as const, values: money },
          ],
        });
        assert.deepEqual(auditUnits(units(times)), []);
        assert.equal(auditUnits(units(5.01)).length, 1);
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

test("variance shares add up to 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { days, lines, money } = rawTerms(seed, 60);
      const terms = [days, lines, money].map((values, i) => {
        return { name: `${i}`, unit: "", weight: 0.2 * (i + 1), better: "more" as const, values };
      });
      const shares = varianceShares({ name: "s", terms })!;
      assert.ok(Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 1e-9);
    }),
    { numRuns: 50, seed: 1 },
  );
});

test("scores of one term, of nobody, or the same for all say nothing", () => {
  const term = { name: "spend", unit: "£", weight: 1, better: "more" as const, values: [1, 2, 3] };
  assert.deepEqual(auditScore({ name: "spend", terms: [term] }).findings, []);
  assert.deepEqual(auditScore({ name: "none", terms: [] }).findings, []);
  const constant = [term, { ...term, unit: "days" }].map((one) => ({ ...one, values: [2, 2, 2] }));
  assert.deepEqual(auditScore({ name: "constant", terms: constant }).findings, []);
  // A constant in another unit moves nobody.
  assert.deepEqual(
    auditScore({ name: "one moves", terms: [term, constant[1]!] }).findings.map(({ check }) => check),
    ["one term is the score"],
  );
});

test("terms that cannot be added are refused by name", () => {
  const term = { name: "spend", unit: "£", weight: 1, better: "more" as const, values: [1, 2, 3] };
  const audited = (other: object) => () =>
    auditScore({ name: "S", terms: [term, { ...term, name: "days", ...other }] });
  assert.throws(audited({ values: [1, 2] }), /S: "days" has 2 values and "spend" 3/);
  assert.throws(audited({ values: [1, Number.NaN, 2] }), /S, "days": value NaN at index 1/);
  assert.throws(audited({ weight: Number.NaN }), /S: the weight of "days" is NaN/);
});
