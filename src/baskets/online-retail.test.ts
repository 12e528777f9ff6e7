import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { kMeans } from "../clusters/k-means/k-means";
import { matrixOf } from "../clusters/matrix";
import { fitScaler } from "../clusters/scale";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import { type Columns, texts } from "../data/engine";
import type { OnlineRetail } from "../data/online-retail/open";
import { rfm } from "../segments/rfm";
import { sizeStrata } from "./evidence/strata";
import { frequentItemsets } from "./frequent-itemsets";
import { mergeBaskets, takeBaskets } from "./regroup";
import { rules } from "./rules";
import { shopBaskets } from "./shop/shop-baskets";
import { type Transactions, transactionsOfLines } from "./transactions";

async function linesOf(shop: OnlineRetail, item: string): Promise<Columns> {
  const { table } = await clean(shop, "as-published");
  return shop.engine.query(`SELECT order_id, ${item} AS item FROM ${table} ORDER BY line`);
}

describe("rules of Online Retail, a basket an invoice", withReal("online-retail/data.csv"), () => {
  let shop: OnlineRetail;
  let baskets: Transactions;
  before(async () => {
    shop = await openDataset("online-retail", { source: "real" });
    const lines = await linesOf(shop, "description");
    baskets = transactionsOfLines(texts(lines, "order_id"), texts(lines, "item"));
  });
  after(() => shop?.close());

  // Recomputed from the raw file with pandas and counted pair by pair; the study mined pairs with lift from 0.8, which
  // every pair that is frequent here reaches.
  test("at support 2 %: 206 items, 70 rules between two, 4 of them with confidence from 70 %", async () => {
    const sets = await frequentItemsets(baskets, { minSupport: 0.02, maxLength: 2, workers: 0 });
    assert.equal(sets.starts.findIndex((start, i) => start !== i) - 1, 206);
    assert.equal(rules(sets, { minConfidence: 0 }).found, 70);
    assert.equal(rules(sets, { minConfidence: 0, minLift: 0.8 }).found, 70);
    const sure = rules(sets, { minConfidence: 0.7, rankBy: "confidence" }).rules;
    assert.deepEqual(
      sure.map((rule) => [
        `${rule.antecedent} → ${rule.consequent}`.replaceAll(/ +/g, " ").trim(),
        Number(rule.confidence.toFixed(3)),
      ]),
      [
        ["PINK REGENCY TEACUP AND SAUCER → GREEN REGENCY TEACUP AND SAUCER", 0.827],
        ["PINK REGENCY TEACUP AND SAUCER → ROSES REGENCY TEACUP AND SAUCER", 0.784],
        ["GREEN REGENCY TEACUP AND SAUCER → ROSES REGENCY TEACUP AND SAUCER", 0.783],
        ["GARDENERS KNEELING PAD CUP OF TEA → GARDENERS KNEELING PAD KEEP CALM", 0.729],
      ],
    );
    assert.deepEqual([sure[0]!.support.toFixed(4), sure[0]!.lift.toFixed(1)], ["0.0250", "22.0"]);
  });

  test("at support 1 %: 612 rules between two, 32 of them with confidence from 70 %", async () => {
    const sets = await frequentItemsets(baskets, { minSupport: 0.01, maxLength: 2, workers: 0 });
    assert.equal(rules(sets, { minConfidence: 0, top: 0 }).found, 612);
    assert.equal(rules(sets, { minConfidence: 0.7, top: 0 }).found, 32);
  });
});

describe("rules of Online Retail by the study's four clusters", withReal("online-retail/data.csv"), () => {
  let shop: OnlineRetail;
  let byInvoice: Transactions[];
  let byCustomer: Transactions[];
  let whole: { readonly invoice: Transactions; readonly customer: Transactions };
  before(async () => {
    shop = await openDataset("online-retail", { source: "real" });
    const { table } = await clean(shop, "as-published");
    const all = await shopBaskets(shop.engine, { from: table, item: "description" });
    whole = { invoice: all.transactions, customer: mergeBaskets(all.transactions, all.customer) };
    const people = await rfm(shop.engine, {
      from: table,
      reference: "2011-12-10T12:50Z",
      frequencyOf: "lines",
    });
    const features = matrixOf([
      ["recency", people.recency],
      ["frequency", people.frequency],
      ["monetary", people.monetary],
    ]);
    const scaled = fitScaler(features, ["log1p", "standard"]).apply(features);
    // Customers whose places the study's run came from: its clusters to the customer.
    const starts = ["15582", "16641", "14837", "17682"].flatMap((id) => {
      const row = people.customer.indexOf(id);
      return [...scaled.values.subarray(3 * row, 3 * row + 3)];
    });
    const { labels, sizes } = await kMeans(scaled, { k: 4, seed: 1, maxIterations: 100, starts });
    assert.deepEqual(sizes, [1378, 1209, 884, 863]);
    const clusterOf = new Map(people.customer.map((id, i) => [id, labels[i]]));
    const rowsOf = (cluster: number) =>
      all.customer.flatMap((id, row) => (clusterOf.get(id) === cluster ? [row] : []));
    byInvoice = sizes.map((_, c) => takeBaskets(all.transactions, rowsOf(c)));
    byCustomer = sizes.map((_, c) =>
      mergeBaskets(
        byInvoice[c]!,
        rowsOf(c).map((row) => all.customer[row]!),
      ),
    );
  });
  after(() => shop?.close());

  const pairs = (baskets: Transactions, minSupport: number) =>
    frequentItemsets(baskets, { minSupport, maxLength: 2, workers: 0 });

  // All counts recomputed from the raw file with pandas.
  test("cluster 3 has exactly 5 rules of confidence from 70 % by invoice", async () => {
    const sets = await pairs(byInvoice[3]!, 0.02);
    const { found, rules: sure } = rules(sets, { minConfidence: 0.7, rankBy: "confidence" });
    assert.equal(found, 5);
    assert.match(sure[0]!.antecedent.join(), /^PINK REGENCY TEACUP/);
  });

  test("by customer cluster 3 has 334,394 rules, and 9 pairs that reach a support of 0.2: no others do", async () => {
    assert.equal(rules(await pairs(byCustomer[3]!, 0.02), { minConfidence: 0, top: 0 }).found, 334_394);
    const reaching = async (baskets: Transactions) =>
      rules(await pairs(baskets, 0.2), { minConfidence: 0, top: 0 }).found / 2;
    assert.deepEqual(await Promise.all(byCustomer.map(reaching)), [0, 0, 0, 9]);
    assert.deepEqual(await Promise.all(byInvoice.map(reaching)), [0, 0, 0, 0]);
    const most = async (baskets: Transactions) =>
      Math.max(...(await pairs(baskets, 0.02)).counts) / baskets.rows;
    assert.equal((await most(whole.invoice)).toFixed(3), "0.107");
    assert.equal((await most(whole.customer)).toFixed(3), "0.203");
  });

  test("the published rules of clusters 0 and 1 come out by customer", async () => {
    const long = async (baskets: Transactions) =>
      rules(await frequentItemsets(baskets, { minSupport: 0.02, workers: 0 }), {
        minConfidence: 0,
        maxConsequent: 2,
      }).rules;
    const teacups = (await long(byCustomer[0]!)).find(
      ({ antecedent, consequent }) =>
        antecedent.length === 2 && /^PINK.*ROSES/.test(antecedent.join()) && /^GREEN/.test(consequent.join()),
    );
    assert.deepEqual(
      [teacups!.support.toFixed(3), teacups!.confidence.toFixed(3), teacups!.lift.toFixed(1)],
      ["0.021", "0.935", "21.5"],
    );
    const [strongest] = await long(byCustomer[1]!);
    assert.equal(strongest!.lift.toFixed(1), "44.8");
    assert.match(strongest!.antecedent.join(), /SKULL PAPER/);
  });
});

describe("rules of generated rows", () => {
  let shop: OnlineRetail;
  let baskets: Transactions;
  before(async () => {
    shop = await openDataset("online-retail", { source: "generated", seed: 5, rows: 200_000, cache: false });
    const lines = await linesOf(shop, "product");
    baskets = transactionsOfLines(texts(lines, "order_id"), texts(lines, "item"));
  });
  after(() => shop?.close());

  test("every planted bundle is found, and nothing else survives the correction", async () => {
    const sets = await frequentItemsets(baskets, { minCount: 40, maxLength: 3, workers: 0 });
    const found = rules(sets, {
      minConfidence: 0,
      significance: { correction: "holm", level: 0.05, strata: sizeStrata(baskets) },
    });
    const bundles = shop.truth!().bundles;
    const bundleOf = new Map(bundles.flatMap(({ products }, i) => products.map((code) => [code, i])));
    for (const { antecedent, consequent } of found.rules) {
      const from = new Set([...antecedent, ...consequent].map((code) => bundleOf.get(code)));
      assert.ok(from.size === 1 && !from.has(undefined), `${antecedent} → ${consequent} was not planted`);
    }
    const pairs = new Map(
      found.rules
        .filter(({ antecedent }) => antecedent.length === 1)
        .map((rule) => [`${rule.antecedent} ${rule.consequent}`, rule]),
    );
    for (const { products, lift } of bundles) {
      for (const one of products) {
        for (const other of products) {
          if (one === other) continue;
          const rule = pairs.get(`${one} ${other}`);
          assert.ok(rule !== undefined, `${one} → ${other} is not found`);
          // 72 intervals of 95 %: asked of each, some would miss; four standard errors none.
          const { low, high } = rule.liftInterval;
          const error = Math.log(high / low) / (2 * 1.96);
          assert.ok(Math.abs(Math.log(rule.lift / lift)) < 4 * error, `${one} → ${other}: ${rule.lift}`);
        }
      }
    }
  });
});
