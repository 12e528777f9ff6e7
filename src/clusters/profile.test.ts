import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { exampleRows, medoids } from "./examples";
import { matrixOf } from "./matrix";
import { clusterProfile, setsApart, standardisedMeans } from "./profile";
import { fourClouds, sixtyRows } from "./testing";

const labels = Array.from({ length: 60 }, (_, i) => ((i * 7) % 11) % 3);

test("means and quartiles by cluster are pandas'", () => {
  // d = DataFrame of sixtyRows; d.groupby(i * 7 % 11 % 3).describe(), d.mean(), d.median(), pandas 3.1
  const found = clusterProfile(sixtyRows(), labels, ["x", "y", "z"]);
  assert.equal(found.length, 9);
  const at = (cluster: string, variable: string) => {
    return found.find((entry) => entry.cluster === cluster && entry.variable === variable);
  };
  const second = at("y", "c");
  assert.deepEqual([second?.size, at("z", "a")?.size], [22, 15]);
  assertClose(second?.mean, 2.963636363636364, 1e-12);
  assertClose(second?.q1, 1.85, 1e-12);
  assertClose(second?.median, 3.3, 1e-12);
  assertClose(second?.q3, 4.1, 1e-12);
  assertClose(second?.overall, 2.71, 1e-12);
  assertClose(second?.overallMedian, 2.7, 1e-12);
});

test("standardised means are pandas', with standard errors; weighed by size they come to zero", () => {
  // z = (d - d.mean()) / d.std(ddof=0); z.groupby(l).mean(), .sem(), pandas 3.1
  const found = standardisedMeans(sixtyRows(), labels);
  const first = found.find(({ cluster, variable }) => cluster === "Cluster 1" && variable === "b");
  assertClose(first?.mean, -0.1337011236280471, 1e-12);
  assertClose(((first?.high ?? 0) - (first?.low ?? 0)) / 2, 1.959963984540054 * 0.2182092471319524, 1e-12);
  const sizes = [23, 22, 15];
  const total = [0, 1, 2].reduce((sum, c) => sum + (sizes[c] as number) * (found[3 * c]?.mean as number), 0);
  assertClose(total, 0, 1e-12);
});

test("what sets a cluster apart is named by falling distance, in words of degree", () => {
  const mean = (variable: string, value: number) => ({
    cluster: "A",
    variable,
    mean: value,
    low: 0,
    high: 0,
  });
  const means = [mean("recency", -0.3), mean("orders", 1.24), mean("spend", 0.61), mean("tenure", 0.1)];
  assert.deepEqual(setsApart(means, "A"), [
    "orders much higher (+1.2 sd)",
    "spend higher (+0.6 sd)",
    "recency somewhat lower (−0.3 sd)",
  ]);
  assert.deepEqual(setsApart(means, "A", 1), ["orders much higher (+1.2 sd)"]);
  assert.deepEqual(setsApart([mean("tenure", 0.1)], "A"), ["near the mean in every variable"]);
});

test("examples lie next to the mean, and the medoid has the least distances", () => {
  const matrix = matrixOf([["x", [0, 1, 2, 10, 50, 60, 61]]]);
  const two = [0, 0, 0, 0, 2, 2, 2];
  assert.deepEqual(exampleRows(matrix, two, 2), [[2, 1], [], [5, 6]]);
  assert.deepEqual(medoids(matrix, two), [1, -1, 5]);
});

test("no member has a smaller sum of distances than the medoid", () => {
  const { matrix, truth } = fourClouds(20, 5, 3);
  const found = medoids(matrix, truth);
  const sum = (i: number) => {
    let total = 0;
    truth.forEach((c, j) => {
      const [dx, dy] = [0, 1].map((v) => matrix.values[2 * i + v]! - matrix.values[2 * j + v]!) as [
        number,
        number,
      ];
      if (c === truth[i]) total += Math.hypot(dx, dy);
    });
    return total;
  };
  truth.forEach((c, i) => {
    assert.ok(sum(found[c] as number) <= sum(i) + 1e-9);
  });
});

test("too few names and constant columns are refused", () => {
  assert.throws(() => clusterProfile(sixtyRows(), labels, ["x"]), /1 names for 3 clusters/);
  const flat = matrixOf([["x", [1, 1, 1]]]);
  assert.throws(() => standardisedMeans(flat, [0, 1, 1]), /Column "x" is 1 in every row/);
});
