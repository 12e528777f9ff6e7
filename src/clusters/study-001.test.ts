import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import type { OnlineRetail } from "../data/online-retail/open";
import { type FrequencyOf, type Rfm, rfm } from "../segments/rfm";
import { bandOf, publishedBands } from "../segments/score-bands";
import { concatenatedScore, quintileScores } from "../segments/scores";
import { quantiles } from "../stats/quantile";
import { adjustedRand, crossTable } from "./agreement";
import { auditFeatures } from "./audit-features";
import type { Clustering } from "./clustering";
import { calinskiHarabasz, daviesBouldin } from "./criteria";
import { kMeans } from "./k-means/k-means";
import { kMeansSweep } from "./k-means/k-means-sweep";
import { knee } from "./knee";
import { columnOf, type Matrix, matrixOf } from "./matrix";
import { gaussianMixture } from "./mixture";
import { clusterProfile } from "./profile";
import { clusterRules } from "./rules";
import { fitScaler } from "./scale";
import { silhouette } from "./silhouette";
import { stability } from "./stability";

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * The customers that the study's run of k = 4 starts from: the first of scikit-learn's ten starts at random_state 0,
 * which is also the best. k-means rests where its centres move less than the tolerance, so that runs from other starts
 * end a few customers apart, at the same inertia to five digits.
 */
const PUBLISHED_START = ["15582", "16641", "14837", "17682"];

// Study 001 as published, recomputed with pandas 3.1 and scikit-learn 1.9 from the raw file.
describe("clusters of the real Online Retail file", withReal("online-retail/data.csv"), () => {
  let shop: OnlineRetail;
  let customers: Rfm;
  let own: Matrix;
  let scaled: Matrix;
  let published: Clustering;
  let sweep: Clustering[];

  const table = async (frequencyOf: FrequencyOf) => {
    const { table: from } = await clean(shop, "as-published");
    return rfm(shop.engine, { from, reference: "2011-12-10T12:50Z", frequencyOf });
  };
  const features = ({ recency, frequency, monetary }: Rfm) =>
    matrixOf([
      ["recency", recency],
      ["frequency", frequency],
      ["monetary", monetary],
    ]);
  const logged = (matrix: Matrix) => fitScaler(matrix, ["log1p", "standard"]).apply(matrix);
  const widths = (matrix: Matrix, found: readonly { labels: Int32Array }[]) =>
    found.map(({ labels }) => silhouette(matrix, labels).mean.estimate);

  before(async () => {
    shop = await openDataset("online-retail", { source: "real" });
    customers = await table("lines");
    own = features(customers);
    scaled = logged(own);
    const starts = PUBLISHED_START.flatMap((id) => {
      const i = customers.customer.indexOf(id);
      return [...scaled.values.subarray(3 * i, 3 * i + 3)];
    });
    published = await kMeans(scaled, { k: 4, seed: 1, starts, maxIterations: 100 });
    sweep = await kMeansSweep(scaled, { ks: upTo(2, 14), seed: 1 });
  });
  after(() => shop?.close());

  test("the four clusters have the published sizes, to the customer", () => {
    assert.deepEqual(published.sizes, [1378, 1209, 884, 863]);
    assertClose(published.inertia, 4302.705394450936, 1e-6);
  });

  test("medians, means and sums of the four clusters are the published ones", () => {
    const found = clusterProfile(own, published.labels);
    const rows = (value: "median" | "mean") =>
      upTo(0, 3).map((c) => upTo(0, 2).map((j) => found[3 * c + j]![value]));
    const close = (actual: number[][], expected: number[][], by: number[]) => {
      expected.forEach((row, c) => {
        row.forEach((value, j) => {
          assertClose(actual[c]?.[j], value, by[j] as number, `cluster ${c} variable ${j}`);
        });
      });
    };
    const medians = [
      [185, 13, 240.8],
      [72, 67, 1070.7],
      [18, 32, 484.9],
      [9, 190, 3152.7],
    ];
    const means = [
      [186.0, 14.9, 293.6],
      [96.3, 79.6, 1504.1],
      [20.2, 37.9, 602.4],
      [12.9, 279.1, 6929.9],
    ];
    close(rows("median"), medians, [0, 0, 0.051]);
    close(rows("mean"), means, [0.051, 0.051, 0.051]);
    const [lines, revenue] = [customers.frequency, customers.monetary].map((weights) => {
      return crossTable(
        published.labels,
        published.labels.map(() => 0),
        weights,
      ).map(([sum]) => Math.round(sum!));
    });
    assert.deepEqual(lines, [20505, 96201, 33521, 240841]);
    assert.deepEqual(revenue, [404552, 1818495, 532492, 5980461]);
  });

  test("inertia of k = 2 to 14 and its knee at 6 are the published ones", () => {
    const inertia = sweep.map((clustering) => clustering.inertia);
    // Five digits are those of one run's resting place: a better or worse one may lie 1 in 10,000 away.
    [6773.6, 5239.1, 4302.8, 3691.7, 3266.4].forEach((value, i) => {
      assertClose(inertia[i], value, value * 1e-4, `k = ${i + 2}`);
    });
    const bend = knee(upTo(2, 14), inertia);
    assert.equal(bend?.x, 6);
    // The study prints 3267.3.
    assertClose(bend?.y, 3267.3, 1);
  });

  test("the honest silhouettes of k = 2 to 9 are highest at two", () => {
    [0.4, 0.303, 0.309, 0.277, 0.272, 0.265, 0.26, 0.259].forEach((value, i) => {
      assertClose(widths(scaled, [sweep[i]!])[0], value, 0.0015, `k = ${i + 2}`);
    });
    // scikit-learn's at k = 2 and 4: silhouette_score, calinski_harabasz_score, davies_bouldin_score
    assertClose(widths(scaled, [published])[0], 0.30886122116609765, 1e-10);
    assertClose(calinskiHarabasz(scaled, published.labels), 2918.165219668846, 1e-6);
    assertClose(daviesBouldin(scaled, published.labels), 1.045533061209748, 1e-10);
  });

  test("the published silhouettes come out only with the labels of k = 4 among the features", async () => {
    const leaked = matrixOf([
      ...scaled.names.map((name) => [name, columnOf(scaled, name)] as const),
      ["cluster", published.labels],
    ]);
    assert.deepEqual(
      auditFeatures(leaked).map(({ kind, columns }) => [kind, ...columns]),
      [["label", "cluster"]],
    );
    const found = await kMeansSweep(leaked, { ks: upTo(2, 9), seed: 1 });
    const leakedWidths = widths(leaked, found);
    // k = 4 to the digit, for the leaked column fixes its clusters; for the others runs rest in slightly different
    // places. The published .327 at k = 7 is that of a worse one: the best known there gives .317.
    assertClose(leakedWidths[2], 0.442, 0.001);
    [0.392, 0.421, 0.442, 0.385, 0.354, 0.317, 0.302, 0.303].forEach((value, i) => {
      assertClose(leakedWidths[i], value, 0.003, `k = ${i + 2}`);
    });
    const [two, four] = widths(scaled, [found[0]!, found[2]!]) as [number, number];
    assert.ok(leakedWidths[2]! > leakedWidths[0]! && four < two);
  });

  test("with orders in place of lines the silhouettes are higher and still highest at two", async () => {
    const byOrders = logged(features(await table("orders")));
    const found = widths(byOrders, await kMeansSweep(byOrders, { ks: upTo(2, 6), seed: 1 }));
    [0.433, 0.338, 0.337, 0.317, 0.313].forEach((value, i) => {
      assertClose(found[i], value, 0.0015, `k = ${i + 2}`);
    });
  });

  test("stability is that of scikit-learn's k-means on resamples", async () => {
    // 200 resamples, KMeans(4, n_init=3): mean adjusted Rand .892 (sd .082), mean Jaccard .942 .903 .878 .941
    // (sd .049 .087 .092 .047); 40 resamples stray from these by four standard errors at most.
    const [found] = await stability(scaled, [published], { seed: 1, resamples: 40 });
    assert.ok(found!.agreement.estimate > 0.82 && found!.agreement.estimate < 0.95);
    const spread = [0.0486, 0.0872, 0.092, 0.0473].map((sd) => 4 * sd * Math.sqrt(1 / 40 + 1 / 200));
    [0.9424, 0.903, 0.8784, 0.9412].forEach((mean, c) => {
      assertClose(found?.clusters[c]?.jaccard, mean, spread[c] as number, `cluster ${c}`);
    });
  });

  test("shares of the published segments differ by customers and by lines", () => {
    const band = bandOf(concatenatedScore(quintileScores(customers, "value")), publishedBands);
    const share = (weights?: Float64Array) => {
      const rows = crossTable(published.labels, band, weights);
      return (cluster: number, segment: string) => {
        const row = rows[cluster] as number[];
        const at = publishedBands.findIndex(({ name }) => name === segment);
        return (100 * (row[at] as number)) / row.reduce((a, b) => a + b, 0);
      };
    };
    const customersIn = share();
    const linesIn = share(customers.frequency);
    for (const [cluster, segment, percent] of [
      [3, "VIP", 53.5],
      [3, "Potential Loyalists", 29.8],
      [3, "Loyal customer", 10.3],
      [0, "Cannot lose them", 27.8],
      [0, "At-Risk", 25.8],
      [0, "Hibernating", 25.8],
      [1, "Promising", 33.3],
      [1, "About To Sleep", 31.8],
      [2, "New customers", 43.8],
      [2, "Loyal customer", 32.7],
    ] as const) {
      assertClose(customersIn(cluster, segment), percent, 0.051, `${cluster} ${segment}`);
    }
    assertClose(linesIn(3, "VIP"), 66.7, 0.051);
  });

  test("a Gaussian mixture grown from the four clusters is scikit-learn's, and disagrees with them", () => {
    // GaussianMixture(4) from the shares, means and covariances of the clusters: bic, n_iter_, adjusted_rand_score, and
    // rows whose greatest predict_proba is below .8
    const found = gaussianMixture(scaled, published.labels);
    assertClose(found.bic, 29799.790150285575, 1e-4);
    assert.equal(found.iterations, 29);
    assertClose(adjustedRand(found.labels, published.labels), 0.11777387509159169, 1e-6);
    const surest = upTo(0, 4333).map((i) => Math.max(...found.probabilities.subarray(4 * i, 4 * i + 4)));
    assert.equal(surest.filter((probability) => probability < 0.8).length, 2502);
  });

  test("rules of depth three say the cluster of five customers in six, in their own units", () => {
    const found = clusterRules(own, published.labels, { seed: 1 });
    assert.ok(found.accuracy.low > 0.8 && found.baseline < 0.32);
    assert.ok(found.rules.length <= 8);
    const [middle] = quantiles(customers.recency, [0.5]);
    assert.equal(found.predict([middle! * 4, 5, 100]), 0);
    assert.equal(found.predict([3, 300, 9000]), 3);
  });
});
