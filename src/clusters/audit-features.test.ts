import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../stats/random";
import { auditFeatures } from "./audit-features";
import { kMeans } from "./k-means/k-means";
import { matrixOf } from "./matrix";

const random = createRandom(6);
const n = 60;
const normal = () => Array.from({ length: n }, () => random.normal());
const [recency, frequency] = [normal(), normal()];
const base: [string, number[]][] = [
  ["recency", recency],
  ["frequency", frequency],
];
const kindsOf = (...more: [string, ArrayLike<number>][]) =>
  auditFeatures(matrixOf([...base, ...more])).map(({ kind, columns }) => `${kind}: ${columns.join(", ")}`);

test("measurements pass without a warning", () => {
  assert.deepEqual(kindsOf(), []);
  assert.deepEqual(kindsOf(["orders", Array.from({ length: n }, () => random.int(5))]), []);
});

test("labels of the clustering that is judged are seen, by name or by what they hold", async () => {
  const { labels } = await kMeans(matrixOf(base), { k: 4, seed: 1 });
  assert.deepEqual(kindsOf(["cluster", labels]), ["label: cluster"]);
  assert.deepEqual(kindsOf(["RFM_Segment", labels]), ["label: RFM_Segment"]);
  const renamed = matrixOf([...base, ["x3", labels.map((label) => 10 - 3 * label)]]);
  assert.deepEqual(auditFeatures(renamed), []);
  const [warning] = auditFeatures(renamed, { labels });
  assert.match(warning!.message, /"x3" follows from the labels given: .* judged by its own answer/);
});

test("ids are seen by name, and row numbers by rising", () => {
  const shuffled = Array.from({ length: n }, (_, i) => 12_346 + ((i * 37) % n));
  assert.deepEqual(kindsOf(["customer_id", shuffled]), ["id: customer_id"]);
  assert.deepEqual(kindsOf(["customer", Array.from({ length: n }, (_, i) => 100 + 3 * i)]), ["id: customer"]);
  assert.deepEqual(kindsOf(["paid", shuffled]), []);
});

test("near-duplicates are named with their correlation, either sign", () => {
  const message = (values: number[]) =>
    auditFeatures(matrixOf([...base, ["spend", values]])).map((warning) => warning.message);
  assert.match(
    message(frequency.map((x) => 3 * x + 1))[0]!,
    /"frequency" and "spend" .* \(correlation 1\.000\)/,
  );
  assert.match(
    message(recency.map((x, i) => -x + i * 1e-3))[0]!,
    /"recency" and "spend" .* \(correlation -\d/,
  );
});

test("numbers that are not finite and constant columns are refused by name", () => {
  assert.throws(() => kindsOf(["spend", recency.with(4, Number.NaN)]), /Row 5 of column "spend" is NaN/);
  assert.throws(() => kindsOf(["country", Array(n).fill(7)]), /Column "country" is 7 in every row/);
  assert.throws(() => auditFeatures(matrixOf([["a", [1]]])), /two rows or more; the matrix has 1/);
  assert.throws(() => auditFeatures(matrixOf(base), { labels: [1] }), /1 labels for 60 rows/);
});
