import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../../test/real-data";
import { kMeans } from "../../clusters/k-means/k-means";
import { columnOf, matrixOf } from "../../clusters/matrix";
import { fitScaler } from "../../clusters/scale";
import { clean } from "../../data/clean";
import { openDataset } from "../../data/dataset";
import { numbers, texts } from "../../data/engine";
import type { OnlineRetail } from "../../data/online-retail/open";
import { splitPurchases } from "../../recommend/evaluation/split";
import { purchasesOf } from "../../recommend/purchases";
import { rfm } from "../../segments/rfm";
import { takeRows } from "../features/features";
import { pairTask } from "../pairs/pair-task";
import { smote } from "../resampling/smote";
import { rowSplitAsPublished, splitByCustomer } from "../splits/splits";
import { topSpenders } from "../vip/top-spenders";
import { vipTask } from "../vip/vip-task";
import { auditModelFeatures } from "./features/audit-model-features";
import type { Audit } from "./finding";
import { auditSplit } from "./splits/audit-split";

const found = ({ findings }: Audit) => findings.map(({ check, where }) => `${check}: ${where}`);

describe("the auditor on the real Online Retail file", withReal("online-retail/data.csv"), () => {
  let shop: OnlineRetail;
  let from: string;
  before(async () => {
    shop = await openDataset("online-retail", { source: "real" });
    from = (await clean(shop, "as-published")).table;
  });
  after(() => shop?.close());

  test("study 003: a label of the features' own window is circular, that of the next window is not", async () => {
    const [cut, end] = ["2011-09-09T00:00Z", "2011-12-10T00:00Z"];
    const { features, later, known } = await vipTask(shop.engine, { from, cut, end });
    const times = (labelFrom: string) => ({
      features: features.names.map((name) => ({ name, until: Date.parse(cut) })),
      labelFrom: Date.parse(labelFrom),
    });
    const circular = auditModelFeatures({
      features,
      labels: known.labels,
      times: times("2010-12-01T00:00Z"),
    });
    assert.deepEqual(found(circular), [
      'a feature that knows the label: feature "spend"',
      'features later than the label: features "recency", "length", "orders", "days", "spend" and 2 more',
    ]);
    const honest = auditModelFeatures({ features, labels: later.labels, times: times(cut) });
    assert.deepEqual(found(honest), []);
    assert.equal(honest.checked.length, 3);
    assert.deepEqual(Array.from(topSpenders(features.columns[4]!, 0.2).labels), Array.from(known.labels));
  });

  test("study 001: the cluster's number among the columns that are judged is the label itself", async () => {
    const bought = await rfm(shop.engine, { from, reference: "2011-12-10T12:50Z", frequencyOf: "lines" });
    const names = ["recency", "frequency", "monetary"] as const;
    const own = matrixOf(names.map((name) => [name, bought[name]] as const));
    const scaled = fitScaler(own, ["log1p", "standard"]).apply(own);
    const { labels } = await kMeans(scaled, { k: 4, seed: 1, restarts: 1 });
    const columns = names.map((name) => columnOf(scaled, name));
    const leaked = { names: [...names, "x"], columns: [...columns, Float64Array.from(labels)] };
    assert.deepEqual(found(auditModelFeatures({ features: leaked, labels })), [
      'the label among the features: feature "x"',
    ]);
    assert.deepEqual(found(auditModelFeatures({ features: { names, columns }, labels })), []);
  });

  test("study 002's protocol on its pairs: SMOTE before the split is seen in the rows alone, an honest split is clean", async () => {
    const sold = await shop.engine.query(
      `SELECT customer, order_id, CAST(epoch_ms(order_time) AS DOUBLE) AS at, product FROM ${from}`,
    );
    const [customerOf, orders, products] = ["customer", "order_id", "product"].map(
      (name) => texts(sold, name) as string[],
    );
    const all = purchasesOf({
      customers: customerOf!,
      orders: orders!,
      times: numbers(sold, "at"),
      items: products!,
    });
    const task = pairTask(splitPurchases(all, { by: "time", at: Date.parse("2011-10-09T00:00Z") }));
    // pandas: 134,530 pairs of 1,792 customers, 14,418 (10.7 %) bought again. A fifth of the customers will do here.
    assert.equal(task.labels.length, 134_530);
    const rows = Array.from(task.labels.keys()).filter((row) => task.customers[row]! % 5 === 0);
    const [features, labels] = [takeRows(task.features, rows), rows.map((row) => task.labels[row]!)];
    const customers = rows.map((row) => task.customers[row]!);
    const honest = auditSplit(splitByCustomer(customers, { seed: 42 }), { customers, labels, features });
    assert.deepEqual(found(honest), []);
    const more = smote(features, labels, { seed: 42 });
    const split = rowSplitAsPublished(Array.from(more.labels.keys()), { seed: 42 });
    const published = auditSplit(split, { labels: more.labels, features: more.features });
    assert.deepEqual(
      published.findings.map(({ check, severity }) => `${severity}: ${check}`),
      ["error: resampling before the split", "warning: counts with fractions", "note: balanced labels"],
    );
    const population = { positives: labels.reduce((a, b) => a + b, 0), rows: rows.length };
    const told = auditSplit(split, { labels: more.labels, synthetic: more, population });
    assert.deepEqual(
      told.findings.map(({ check }) => check),
      [
        "prevalence of the test",
        "synthetic rows by provenance",
        "synthetic rows by provenance",
        "balanced labels",
      ],
    );
  });
});

test(
  "study 002's member predicts rows from counts over the same rows; counts before the row are clean",
  withReal("instacart/order_products__prior.csv"),
  async () => {
    const shop = await openDataset("instacart", { source: "real" });
    const pair = "PARTITION BY customer, product";
    const rows = await shop.engine.query(`
      SELECT CAST(customer AS VARCHAR) || ' ' || CAST(product AS VARCHAR) AS pair, CAST(reordered AS DOUBLE) AS label,
        CAST(count(*) OVER (${pair}) AS DOUBLE) AS times_bought,
        CAST(min(order_number) OVER (${pair}) AS DOUBLE) AS first_order,
        CAST(max(order_number) OVER (PARTITION BY customer) AS DOUBLE) AS total_orders
      FROM order_lines`);
    await shop.close();
    const columns = ["times_bought", "first_order", "total_orders"].map((name) => numbers(rows, name));
    const [labels, groups] = [numbers(rows, "label"), texts(rows, "pair") as string[]];
    const audited = (names: readonly string[], of: readonly ArrayLike<number>[]) =>
      found(auditModelFeatures({ features: { names, columns: of }, labels, groups }));
    assert.deepEqual(audited(["times_bought", "first_order", "total_orders"], columns), [
      'a feature made from the same labels: feature "times_bought"',
    ]);
    assert.deepEqual(audited(["first_order", "total_orders"], columns.slice(1)), []);
  },
);
