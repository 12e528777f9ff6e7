import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { kMeans } from "../clusters/k-means/k-means";
import { matrixOf } from "../clusters/matrix";
import { fitScaler } from "../clusters/scale";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import { numbers, texts } from "../data/engine";
import type { OnlineRetail } from "../data/online-retail/open";
import { rfm } from "../segments/rfm";
import { indexMistake, indexMistakeCost } from "./index-mistake";
import { itemCosine } from "./item-cosine";
import { type Purchases, purchasesOf } from "./purchases";
import { meanRatings, type Ratings, ratingsOf } from "./ratings";
import { anyLines, shopOf } from "./testing";
import { boughtItems, topItems } from "./top-items";

test("places among all items are looked up among those not bought", () => {
  // Cosines: b–c 1, a–b and a–c 1/√3, d–e 1. Ann has a: all items by S·u are a 1, b and c .58, d and e 0, which are
  // places 0, 1, 2, 3, 4; items not bought are b, c, d, e.
  const shop = shopOf({ ann: [["a"]], bob: [["a", "b", "c"]], cy: [["d", "e"]], dan: [["a"]] });
  const ratings = ratingsOf(shop, "bought");
  const named = (n: number) => {
    const { published, corrected } = indexMistake(ratings, n)(0);
    const label = (item: number) => shop.items[item];
    return { published: published?.map(label) ?? null, corrected: corrected.map(label) };
  };
  assert.deepEqual(named(1), { published: ["b"], corrected: ["b"] });
  assert.deepEqual(named(3), { published: ["b", "c", "d"], corrected: ["b", "c"] });
  assert.deepEqual(named(5), { published: null, corrected: ["b", "c"] });
});

test("the cost counts lists that break off, published items and those that are right", () => {
  // Lists of 3 of the shop above: ann's and dan's are b, c, d instead of b, c; those of bob and cy break off.
  const shop = shopOf({ ann: [["a"]], bob: [["a", "b", "c"]], cy: [["d", "e"]], dan: [["a"]] });
  const { share, ...counts } = indexMistakeCost(ratingsOf(shop, "bought"), 3, { resamples: 20 });
  assert.deepEqual(counts, { customers: 4, broken: 2, published: 6, shared: 4 });
  assert.deepEqual(share, { estimate: 4 / 6, low: 4 / 6, high: 4 / 6 });
});

test("corrected lists are those of the cosine recommender, published ones its places moved on", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const shop = purchasesOf(lines);
      const cosine = itemCosine(shop);
      const listsOf = indexMistake(ratingsOf(shop, "bought"), 2);
      for (let c = 0; c < shop.customers.length; c++) {
        const { published, corrected } = listsOf(c);
        const own = boughtItems(shop, c);
        // Scores of seven digits may tie where those of sixteen do not: the scores must agree, not the items.
        const scores = cosine.scores(c).slice();
        const expected = topItems(cosine, shop, c, { n: 2, bought: "left out" });
        assert.equal(corrected.length, expected.length);
        corrected.forEach((item, i) => {
          assert.ok(!own.includes(item));
          assertClose(scores[item], scores[expected[i]!]!, 1e-6);
        });
        assert.ok(published === null || published.every((item) => !own.includes(item)));
      }
    }),
  );
});

test("a list of no items is refused, and so are customers without any list", () => {
  const ratings = ratingsOf(shopOf({ ann: [["a"]] }), "bought");
  assert.throws(() => indexMistake(ratings, 0), /A list of 0 items/);
  assert.throws(() => indexMistakeCost(ratings, 1), /No customer has a published list/);
});

// The study's matrices rebuilt with pandas 3.1 and scikit-learn 1.9 from the raw file: a pivot_table a cluster of
// mean Quantity by CustomerID and Description, R @ cosine_similarity(R.T) as float32, stable argsort of its negative.
describe(
  "the recommender of study 001 on the real Online Retail file",
  withReal("online-retail/data.csv"),
  () => {
    let shop: OnlineRetail;
    const clusters: { history: Purchases; ratings: Ratings }[] = [];
    before(async () => {
      shop = await openDataset("online-retail", { source: "real" });
      const { table } = await clean(shop, "as-published");
      const { customer, recency, frequency, monetary } = await rfm(shop.engine, {
        from: table,
        reference: "2011-12-10T12:50Z",
        frequencyOf: "lines",
      });
      const own = matrixOf([
        ["recency", recency],
        ["frequency", frequency],
        ["monetary", monetary],
      ]);
      const scaled = fitScaler(own, ["log1p", "standard"]).apply(own);
      const starts = ["15582", "16641", "14837", "17682"].flatMap((id) => {
        const i = customer.indexOf(id);
        return [...scaled.values.subarray(3 * i, 3 * i + 3)];
      });
      const { labels } = await kMeans(scaled, { k: 4, seed: 1, starts, maxIterations: 100 });
      const clusterOf = new Map(customer.map((id, i) => [id, labels[i]!]));
      const lines = await shop.engine.query(
        `SELECT customer, order_id, order_time, description, quantity FROM ${table}`,
      );
      const buyers = texts(lines, "customer");
      const places = [0, 1, 2, 3].map((cluster) =>
        Array.from(buyers.keys()).filter((i) => clusterOf.get(buyers[i]!) === cluster),
      );
      const [orders, items] = [texts(lines, "order_id"), texts(lines, "description")];
      const [times, quantities] = [numbers(lines, "order_time"), numbers(lines, "quantity")];
      for (const rows of places) {
        const customers = rows.map((i) => buyers[i]!);
        const descriptions = rows.map((i) => items[i]!);
        const history = purchasesOf({
          customers,
          orders: rows.map((i) => orders[i]!),
          times: rows.map((i) => times[i]!),
          items: descriptions,
        });
        const values = rows.map((i) => quantities[i]!);
        clusters.push({ history, ratings: meanRatings(history, { customers, items: descriptions, values }) });
      }
    });
    after(() => shop?.close());

    test("the matrices of the four clusters have the sizes and entries of the study's", () => {
      assert.deepEqual(
        clusters.map(({ ratings }) => [ratings.customers, ratings.items, ratings.values.length]),
        [
          [1378, 2885, 19863],
          [1209, 3474, 80423],
          [884, 2943, 29670],
          [863, 3702, 137692],
        ],
      );
    });

    test("the scores of the ten right items of all customers of cluster 2 add up to scikit-learn's", () => {
      const { history, ratings } = clusters[2]!;
      const cosine = itemCosine(history, { ratings });
      const listsOf = indexMistake(ratings, 10);
      const sum = history.customers.reduce((total: number, _, c) => {
        const scores = cosine.scores(c);
        return listsOf(c).corrected.reduce((part, item) => part + scores[item]!, total);
      }, 0);
      assertClose(sum, 232979.511105494, 1e-6);
    });

    test("one published item in 38 is a right one in cluster 2, and one customer in seven gets no list", () => {
      const { share, ...counts } = indexMistakeCost(clusters[2]!.ratings, 10);
      assert.deepEqual(counts, { customers: 884, broken: 125, published: 7590, shared: 202 });
      assertClose(share.estimate, 202 / 7590, 1e-12);
      assert.ok(share.low < share.estimate && share.estimate < share.high && share.high < 0.05);
    });

    test("customer 12680 has bought 32 items, and none of the ten published ones is a right one", () => {
      const { history, ratings } = clusters[2]!;
      const customer = history.customers.indexOf("12680");
      const { published, corrected } = indexMistake(ratings, 10)(customer);
      assert.equal(boughtItems(history, customer).length, 32);
      assert.deepEqual([published?.length, corrected.length], [10, 10]);
      assert.deepEqual(
        published!.filter((item) => corrected.includes(item)),
        [],
      );
      const scores = itemCosine(history, { ratings }).scores(customer);
      // The first and the tenth of the right list.
      assertClose(scores[corrected[0]!], 31.79822184, 1e-8);
      assertClose(scores[corrected[9]!], 21.5268462, 1e-7);
    });
  },
);
