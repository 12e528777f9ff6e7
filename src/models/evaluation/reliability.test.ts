import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { equalCountEdges, reliabilityBins } from "./reliability";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("bins of untied rows are scikit-learn's", () => {
  // scikit-learn 1.9.1: calibration_curve(y, k / 64, n_bins=5, strategy="quantile"), with y and k of sixtyRows
  const { labels } = sixtyRows();
  const tally = plain({ labels, scores: labels.map((_, i) => ((i * 37) % 61) / 64) });
  const bins = reliabilityBins(tally, equalCountEdges(tally, 5));
  const expected: [share: number, score: number][] = [
    [0, 0.0859375],
    [0.3333333333333333, 0.2734375],
    [0.5833333333333334, 0.4765625],
    [0.75, 0.6640625],
    [0.8333333333333334, 0.8515625],
  ];
  assert.equal(bins.length, 5);
  expected.forEach(([share, score], b) => {
    assert.equal(bins[b]!.rows, 12);
    assertClose(bins[b]!.shareOfPositives, share, 1e-15);
    assertClose(bins[b]!.meanScore, score, 1e-15);
  });
});

test("tied rows go together where their midrank falls, and an empty bin is left out", () => {
  const tally = plain({ labels: [0, 1, 0, 1, 1, 1], scores: [0.1, 0.2, 0.2, 0.2, 0.2, 0.9] });
  assert.deepEqual([...equalCountEdges(tally, 3)], [0.1, 0.2, 0.9]);
  assert.deepEqual([...equalCountEdges(tally, 2)], [0.1, 0.9]);
  assert.deepEqual([...equalCountEdges(plain({ labels: [0, 1], scores: [0.4, 0.4] }), 10)], [0.4]);
  assert.deepEqual(reliabilityBins(tally, [0.1, 0.2, 0.9])[1], {
    edge: 0.2,
    rows: 4,
    meanScore: 0.2,
    shareOfPositives: 3 / 4,
  });
});

test("bins hold every row once, and no more than asked for", () => {
  fc.assert(
    fc.property(someRows(30), fc.integer({ min: 1, max: 12 }), (rows, count) => {
      const tally = weighted(rows);
      const edges = equalCountEdges(tally, count);
      const bins = reliabilityBins(tally, edges);
      assert.ok(bins.length <= count && bins.every((bin) => bin.rows > 0));
      const all = tally.totalPositives + tally.totalNegatives;
      const sum = (value: (bin: (typeof bins)[number]) => number) =>
        bins.reduce((total, bin) => total + bin.rows * value(bin), 0) / all;
      assertClose(
        sum(() => 1),
        1,
        1e-12,
      );
      assertClose(
        sum((bin) => bin.shareOfPositives),
        tally.totalPositives / all,
        1e-12,
      );
      bins.forEach((bin, b) => {
        assert.ok(bin.meanScore <= bin.edge + 1e-12 && bin.meanScore > (edges[b - 1] ?? -Infinity));
      });
    }),
  );
});

test("edges of other rows leave a bin without rows undefined, and the last takes all above", () => {
  const bins = reliabilityBins(plain({ labels: [1, 0], scores: [0.9, 0.1] }), [0.2, 0.4, 0.5]);
  assert.deepEqual(
    bins.map(({ rows }) => rows),
    [1, 0, 1],
  );
  assert.ok(Number.isNaN(bins[1]!.shareOfPositives) && Number.isNaN(bins[1]!.meanScore));
});

test("bins that cannot be made are refused", () => {
  const tally = plain(sixtyRows());
  for (const count of [0, 2.5, Number.NaN])
    assert.throws(() => equalCountEdges(tally, count), new RegExp(`${count} bins: take a whole number`));
  assert.throws(() => reliabilityBins(tally, []), /no edges of bins/);
  assert.throws(() => reliabilityBins(tally, [0.5, 0.5]), /Edge 2 of the bins is 0.5/);
  assert.throws(() => reliabilityBins(tally, [Number.NaN]), /Edge 1 of the bins is NaN/);
});
