import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { type CleanLines, clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import type { OnlineRetail } from "../data/online-retail/open";
import { type FrequencyOf, type Rfm, rfm } from "./rfm";
import { bandOf, publishedBands } from "./score-bands";
import { scoreMakeup } from "./score-makeup";
import { blockOf, standardMap } from "./score-map";
import { concatenatedScore, quintileScores } from "./scores";
import { segmentTable } from "./segment-table";

// Values without another source: study 001 as published, recomputed with pandas 3 from the raw file.
describe("segments of the real Online Retail file", withReal("online-retail/data.csv"), () => {
  let shop: OnlineRetail;
  let published: CleanLines;
  const customers = (lines: CleanLines, frequencyOf: FrequencyOf): Promise<Rfm> =>
    rfm(shop.engine, { from: lines.table, reference: "2011-12-10T12:50Z", frequencyOf });
  const sizes = (of: ArrayLike<number>, segments: number) => {
    const counts = new Array<number>(segments).fill(0);
    for (let i = 0; i < of.length; i++) counts[of[i] as number]!++;
    return counts;
  };

  before(async () => {
    shop = await openDataset("online-retail", { source: "real" });
    published = await clean(shop, "as-published");
  });
  after(() => shop?.close());

  test("means of recency, frequency and monetary value are the published ones", async () => {
    const found = await customers(published, "lines");
    const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
    assert.equal(found.customer.length, 4334);
    assertClose(mean(found.recency), 92.703046, 1e-6);
    assertClose(mean(found.frequency), 90.23258, 1e-6);
    assertClose(mean(found.monetary), 2015.690042, 1e-6);
  });

  test("quintile edges and the ten published segments come out exactly", async () => {
    const found = await customers(published, "lines");
    const scores = quintileScores(found, "value");
    assert.deepEqual(
      scores.edges.recency.map((edge) => Math.round(edge * 1e6) / 1e6),
      [1, 14, 33, 72, 179.4, 374],
    );
    assert.deepEqual(scores.edges.frequency, [1, 13, 29, 57, 119, 7667]);
    [3.75, 246.81, 482.254, 922.056, 2029.212, 279138.02].forEach((edge, i) => {
      assertClose(scores.edges.monetary[i], edge, 1e-6);
    });
    const rows = segmentTable(
      found,
      bandOf(concatenatedScore(scores), publishedBands),
      publishedBands.map((band) => band.name),
      { resamples: 20 },
    );
    assert.deepEqual(
      rows.map((row) => row.customers),
      [469, 378, 444, 478, 479, 381, 400, 438, 508, 359],
    );
    const shares = [46.0, 6.9, 16.6, 3.5, 10.3, 1.9, 6.1, 2.3, 3.5, 2.9];
    rows.forEach((row, i) => {
      assertClose(100 * row.revenueShare.estimate, shares[i] as number, 0.05, row.segment);
    });
    assertClose(rows[0]?.mean.frequency, 344.170576, 1e-6);
    assertClose(rows[0]?.mean.monetary, 8567.945267, 1e-5);
    assertClose(rows[9]?.median.monetary, 161, 1e-9);
  });

  test("recency alone carries 94 % of the published score's variance", async () => {
    const makeup = scoreMakeup(quintileScores(await customers(published, "lines"), "value"));
    const expected: [number, number][] = [
      [0.9425576385412794, 0.9801965974338539],
      [0.052628191119329044, 0.6363560463886074],
      [0.004814170339391963, 0.5849888590827229],
    ];
    makeup.forEach((part, i) => {
      assertClose(part.varianceShare, expected[i]?.[0] as number, 1e-10, part.variable);
      assertClose(part.rankCorrelation, expected[i]?.[1] as number, 1e-10, part.variable);
    });
  });

  test("the standard map gives the reference counts on the published and on the netted rows", async () => {
    const counts = async (lines: CleanLines) =>
      sizes(
        blockOf(quintileScores(await customers(lines, "orders"), "rank"), standardMap),
        standardMap.length,
      );
    assert.deepEqual(await counts(published), [634, 816, 482, 41, 94, 188, 345, 591, 65, 1078]);
    const netted = await clean(shop, "netted");
    assert.deepEqual(await counts(netted), [631, 815, 481, 41, 95, 187, 344, 589, 64, 1076]);
  });
});
