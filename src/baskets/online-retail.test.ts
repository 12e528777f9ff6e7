import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import { type Columns, texts } from "../data/engine";
import type { OnlineRetail } from "../data/online-retail/open";
import { frequentItemsets } from "./frequent-itemsets";
import { rules } from "./rules";
import { sizeStrata } from "./strata";
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
