import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { bandOf, publishedBands } from "./score-bands";
import { scoreMakeup } from "./score-makeup";
import { blockOf, standardMap } from "./score-map";
import { concatenatedScore, quintileScores } from "./scores";
import { segmentTable } from "./segment-table";
import { rfmOf } from "./testing";

// Fifty customers with ties that are easily made elsewhere, and what pandas 3.1 and SciPy 1.17 make of them:
// i = np.arange(50); r, f, m = (pd.Series(v) for v in (1 + i*i % 17, 1 + i*37 % 23, ((i*29) % 31 + 1) * 1.75))
const customers = rfmOf(
  Array.from({ length: 50 }, (_, i) => [
    1 + ((i * i) % 17),
    1 + ((i * 37) % 23),
    (((i * 29) % 31) + 1) * 1.75,
  ]),
);
const sizes = (of: ArrayLike<number>, segments: number) =>
  Array.from({ length: segments }, (_, s) => Array.from(of).filter((segment) => segment === s).length);

test("scores by value are those of pd.qcut", () => {
  // pd.qcut(r, 5, labels=[5, 4, 3, 2, 1]), pd.qcut(f, 5, labels=[1, 2, 3, 4, 5]), the same of m
  const { recency, frequency, monetary } = quintileScores(customers, "value");
  assert.equal(recency.join(""), "55431352222531345554313522225313455543135222253134");
  assert.equal(frequency.join(""), "14253142531425314253143142531425314253142531431425");
  assert.equal(monetary.join(""), "15544433332221115554443332222111554443333222111555");
});

test("scores by rank are those of pd.qcut of ranks", () => {
  // pd.qcut((-r).rank(method="first"), 5, labels=[1, 2, 3, 4, 5]), pd.qcut(f.rank(method="first"), …), the same of m
  const { recency, frequency, monetary } = quintileScores(customers, "rank");
  assert.equal(recency.join(""), "55421341221431245554313412214313455543135222253134");
  assert.equal(frequency.join(""), "14253142531425314253143142531425314253142532531425");
  assert.equal(monetary.join(""), "15544433332221115554443332222111554444333222111555");
});

test("the makeup of the score is that of NumPy's covariances and SciPy's rank correlations", () => {
  // s = 100 * R + 10 * F + M; w * np.cov(v, s, ddof=0)[0, 1] / s.var(ddof=0), scipy.stats.spearmanr(v, s)
  const expected = [
    [0.9974750091191459, 0.9734453996043412],
    [-0.0005326180467127824, 0.1063976557539866],
    [0.0030576089275668565, 0.322397386238323],
  ] as const;
  for (const [i, part] of scoreMakeup(quintileScores(customers, "value")).entries()) {
    assertClose(part.varianceShare, expected[i]?.[0] as number, 1e-13, part.variable);
    assertClose(part.rankCorrelation, expected[i]?.[1] as number, 1e-13, part.variable);
  }
});

test("the bands and the standard map hold as many customers as pandas counts", () => {
  // ((s >= low) & (s < high)).sum(); (R.astype(str) + F.astype(str)).replace({"5[4-5]": "Champions", …}, regex=True)
  const score = concatenatedScore(quintileScores(customers, "value"));
  assert.deepEqual(sizes(bandOf(score, publishedBands), 10), [3, 10, 3, 4, 6, 6, 8, 4, 5, 1]);
  assert.deepEqual(
    sizes(blockOf(quintileScores(customers, "rank"), standardMap), 10),
    [4, 7, 7, 2, 3, 2, 5, 8, 6, 6],
  );
});

test("sums, shares, means and medians of segments are those of a pandas groupby", () => {
  // pd.DataFrame(dict(r=r, f=f, m=m, s=i % 3)).groupby("s").agg(["count", "mean", "median", "sum"])
  const thirds = Array.from({ length: 50 }, (_, i) => i % 3);
  const rows = segmentTable(customers, thirds, ["a", "b", "c"], { resamples: 20 });
  assert.deepEqual(
    rows.map((row) => [row.customers, row.revenue]),
    [
      [17, 446.25],
      [17, 495.25],
      [16, 500.5],
    ],
  );
  assert.deepEqual(
    rows.map(({ median }) => [median.recency, median.frequency, median.monetary]),
    [
      [9, 12, 26.25],
      [9, 11, 31.5],
      [9.5, 12.5, 30.625],
    ],
  );
  const shares = [0.3094660194174757, 0.3434466019417476, 0.3470873786407767];
  const means = [12.294118, 11.411765, 11.9375];
  for (const [i, row] of rows.entries()) {
    assertClose(row.revenueShare.estimate, shares[i] as number, 1e-15, row.segment);
    assertClose(row.mean.frequency, means[i] as number, 1e-6, row.segment);
  }
});
