import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chiSquare } from "../stats/chi-square";
import { chiSquareP, fisherP } from "./evidence/significance";
import {
  allConfidence,
  chiSquareStatistic,
  confidence,
  conviction,
  cosine,
  imbalanceRatio,
  jaccard,
  kulczynski,
  leverage,
  lift,
  oddsRatio,
  type PairCounts,
  phi,
  support,
} from "./measures";

function assertClose(found: number, wanted: number): void {
  assert.ok(Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted), `${found}, not ${wanted}`);
}

test("measures equal those of other libraries", () => {
  const counts = { n: 1800, a: 250, b: 611, both: 120 };
  // mlxtend 0.25 association_rules
  assertClose(support(counts), 0.06666666666666667);
  assertClose(confidence(counts), 0.48);
  assertClose(lift(counts), 1.414075286415712);
  assertClose(leverage(counts), 0.019521604938271604);
  assertClose(conviction(counts), 1.2702991452991452);
  assertClose(jaccard(counts), 0.16194331983805668);
  assertClose(kulczynski(counts), 0.33819967266775774);
  // on the two columns of zeros and ones: numpy.corrcoef, sklearn cosine_similarity; scipy odds_ratio(kind="sample")
  assertClose(phi(counts), 0.11921012517331264);
  assertClose(cosine(counts), 0.30703694527051206);
  assertClose(oddsRatio(counts), 1.9909133636221212);
  // by hand
  assertClose(imbalanceRatio(counts), 361 / 741);
  assertClose(allConfidence(counts), 120 / 611);
  // scipy.stats.chi2_contingency(table, correction=False), fisher_exact(table), SciPy 1.17.1
  assertClose(chiSquareStatistic(counts), 25.579897098906);
  assertClose(chiSquareP(counts), 4.244383509004421e-7);
  assert.ok(Math.abs(fisherP(counts) / 5.076096582531811e-7 - 1) < 1e-10);
  assert.ok(Math.abs(fisherP(counts, "two-sided") / 8.415014770412483e-7 - 1) < 1e-10);
});

const tables = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50), fc.nat(50), fc.nat(50))
  .map(([both, onlyA, onlyB, none]): PairCounts => {
    return { both, a: both + onlyA, b: both + onlyB, n: both + onlyA + onlyB + none };
  });

test("measures without a side are the same for A → B and B → A, and all keep within their ranges", () => {
  const symmetric = [support, lift, leverage, cosine, jaccard, kulczynski, imbalanceRatio, allConfidence];
  fc.assert(
    fc.property(tables, (counts) => {
      const turned = { ...counts, a: counts.b, b: counts.a };
      for (const measure of [...symmetric, phi, oddsRatio]) {
        const [here, there] = [measure(counts), measure(turned)];
        assert.ok(Object.is(here, there) || Math.abs(here - there) < 1e-12, measure.name);
      }
      for (const measure of [support, confidence, cosine, jaccard, kulczynski, imbalanceRatio, allConfidence])
        assert.ok(measure(counts) >= 0 && measure(counts) <= 1 + 1e-12, measure.name);
      assert.ok(Math.abs(leverage(counts)) <= 0.25);
      assert.ok(
        allConfidence(counts) <= cosine(counts) + 1e-12 && cosine(counts) <= kulczynski(counts) + 1e-12,
      );
    }),
  );
});

test("above, at and below independence all measures of dependence agree, and χ² is that of any table", () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { n, a, b, both } = counts;
      const sign = Math.sign(both * n - a * b);
      assert.equal(Math.sign(leverage(counts)), sign);
      if (a < n && b < n) {
        assert.equal(Math.sign(lift(counts) - 1) * sign >= 0, true);
        assert.equal(Math.sign(phi(counts)), sign);
        if (sign !== 0) assert.equal(Math.sign(oddsRatio(counts) - 1), sign);
        if (sign !== 0) assert.equal(Math.sign(conviction(counts) - 1), sign);
        const { statistic, p } = chiSquare([
          [both, a - both],
          [b - both, n - a - b + both],
        ]);
        assert.ok(Math.abs(chiSquareStatistic(counts) - statistic) <= 1e-9 * (1 + statistic));
        assert.ok(Math.abs(chiSquareP(counts) - p) < 1e-6);
      }
    }),
  );
});

test("at the edges each measure is what its definition says", () => {
  const sure = { n: 100, a: 20, b: 50, both: 20 };
  assert.equal(conviction(sure), Infinity);
  assert.equal(oddsRatio(sure), Infinity);
  const everywhere = { n: 100, a: 20, b: 100, both: 20 };
  assert.equal(conviction(everywhere), 1);
  assert.equal(lift(everywhere), 1);
  assert.ok(Number.isNaN(oddsRatio(everywhere)) && Number.isNaN(phi(everywhere)));
  assert.equal(chiSquareP(everywhere), 1);
  assert.equal(fisherP(everywhere), 1);
  const never = { n: 100, a: 20, b: 30, both: 0 };
  assert.deepEqual([lift(never), confidence(never), oddsRatio(never), fisherP(never)], [0, 0, 0, 1]);
  const millions = { n: 3_200_000, a: 1_600_000, b: 1_500_000, both: 750_000 };
  assert.equal(lift(millions), 1);
  assert.equal(phi(millions), 0);
});
