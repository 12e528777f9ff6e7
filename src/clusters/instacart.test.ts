import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { instacartUserTable } from "../data/generate/instacart/user-table";
import type { Instacart } from "../data/instacart/open";
import { orderVariables } from "../segments/order-variables";
import { valuesOf } from "../segments/variables";
import { weightedScore } from "../segments/weighted-score";
import { adjustedRand } from "./agreement";
import { kMeans } from "./k-means/k-means";
import { kMeansSweep } from "./k-means/k-means-sweep";
import { matrixOf } from "./matrix";
import { fitScaler } from "./scale";
import { patternNames, signPatterns } from "./sign-patterns";
import { silhouette } from "./silhouette";

const settled = { seed: 1, restarts: 50, tolerance: 0, maxIterations: 1000 };

describe("the real subset", withReal("instacart/orders.csv"), () => {
  let shop: Instacart;
  before(async () => {
    shop = await openDataset("instacart", { source: "real" });
  });
  after(() => shop.close());

  // pandas 3.1 and scikit-learn 1.9: StandardScaler, KMeans(k, n_init=50, tol=0, max_iter=1000), silhouette_score
  test("study 000's recipe gives scikit-learn's clusters, and the published names", async () => {
    const users = await orderVariables(shop.engine, {
      variables: ["frequency", "lastGap", "length", "items"],
      testOrders: "counted",
    });
    const four = matrixOf(users.variables.map(({ label, values }) => [label.toLowerCase(), values]));
    const five = matrixOf([
      ...four.names.map((name, i) => [name, users.variables[i]!.values] as const),
      ["price", valuesOf(users, "items")],
    ]);
    const rows = fitScaler(five, "standard").apply(five);
    const sweep = await kMeansSweep(rows, { ...settled, ks: [2, 3, 4, 5] });
    [2634.506481526355, 1942.2953521899428, 1360.345950421145, 1147.7536702517423].forEach((inertia, i) => {
      assert.ok(Math.abs(sweep[i]!.inertia / inertia - 1) < 1e-9, `${sweep[i]!.inertia}`);
    });
    [0.53446950132, 0.381289952614, 0.417633419946, 0.405095368358].forEach((width, i) => {
      assert.ok(Math.abs(silhouette(rows, sweep[i]!.labels).mean.estimate - width) < 1e-9);
    });
    assert.deepEqual(sweep[2]!.sizes, [371, 317, 236, 76]);
    const patterns = signPatterns(four, sweep[2]!.labels);
    assert.deepEqual(patternNames(patterns), ["Churn risk (이탈위험)", "Bronze", "Silver", "Gold"]);
    const gold = patterns[3]!.means.map(({ mean }) => mean.toFixed(6));
    assert.deepEqual(gold, ["59.263158", "6.473684", "317.657895", "708.802632"]);
  });

  test("study 002's score gives scikit-learn's clusters on a line", async () => {
    const users = await orderVariables(shop.engine, {
      variables: ["lastGap", "frequency", "items"],
      testOrders: "left out",
    });
    const weights = { lastGap: 0.2, frequency: 0.4, items: 0.4 };
    const { score } = weightedScore(users, weights, { scale: "raw", direction: "ignored" });
    const line = matrixOf([["score", score]]);
    const expected = [
      { k: 3, inertia: 1186569.4948517783, sizes: [763, 181, 56], width: 0.6975278352265579 },
      { k: 4, inertia: 775302.2978214009, sizes: [719, 202, 70, 9], width: 0.6718793297184402 },
      { k: 5, inertia: 453566.3239666238, sizes: [627, 225, 92, 49, 7], width: 0.6401595640287429 },
      { k: 6, inertia: 329164.0679590283, sizes: [508, 252, 116, 72, 46, 6], width: 0.6011078581091671 },
    ];
    for (const { k, inertia, sizes, width } of expected) {
      const found = await kMeans(line, { ...settled, k });
      assert.ok(Math.abs(found.inertia / inertia - 1) < 1e-9, `k = ${k}: ${found.inertia}`);
      assert.deepEqual(found.sizes, sizes);
      assert.ok(Math.abs(silhouette(line, found.labels).mean.estimate - width) < 1e-9);
    }
  });
});

describe("generated users", () => {
  const recovered = async (separation: number) => {
    const drawn = instacartUserTable({ seed: 5, users: 4000, separation });
    const matrix = matrixOf([
      ["frequency", drawn.orders],
      ["last gap", drawn.lastGap],
      ["length", drawn.length],
      ["items", drawn.items],
    ]);
    const rows = fitScaler(matrix, ["log1p", "standard"]).apply(matrix);
    return adjustedRand((await kMeans(rows, { k: 4, seed: 1 })).labels, drawn.type);
  };

  test("planted types that lie apart are recovered", async () => {
    const agreement = await recovered(1);
    assert.ok(agreement >= 0.9, `${agreement}`);
  });

  test("planted types that differ in nothing measured are not", async () => {
    const agreement = await recovered(0);
    assert.ok(Math.abs(agreement) < 0.01, `${agreement}`);
  });
});
