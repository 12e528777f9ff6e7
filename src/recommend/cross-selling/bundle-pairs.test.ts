import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../../test/close";
import { withReal } from "../../../test/real-data";
import { type Strata, sizeStrata } from "../../baskets/evidence/strata";
import { createRandom } from "../../stats/random";
import { heavyBuyers, linesOfCustomers, ownedBaskets, shuffledItems } from "./bundle-baskets";
import { bundlePairs, pairsFound } from "./bundle-pairs";
import { type GradedLines, gradedLines } from "./testing-study-004";

/** Baskets of items drawn evenly, two a customer; some also hold both of the pair x and y. */
function drawnBaskets(seed: number, planted: number) {
  const random = createRandom(seed);
  const lines = { customers: [] as string[], orders: [] as string[], items: [] as string[] };
  for (let basket = 0; basket < 600; basket++) {
    const items = Array.from({ length: 1 + random.int(4) }, () => `p${random.int(12)}`);
    if (random.next() < planted) items.push("x", "y");
    for (const item of items) {
      lines.customers.push(`c${basket >> 1}`);
      lines.orders.push(`c${basket >> 1} ${basket}`);
      lines.items.push(item);
    }
  }
  return ownedBaskets(lines);
}

test("a planted pair is found, and of what is not planted nothing survives the correction", async () => {
  let survivors = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const baskets = drawnBaskets(seed, seed === 1 ? 0.05 : 0);
    const options = { minSupport: 0.01, customer: baskets.customer, strata: sizeStrata(baskets) };
    const { bundles, searched } = await bundlePairs(baskets, options);
    assert.ok(bundles.length > 10 && searched === (seed === 1 ? 91 : 66));
    const sure = bundles.filter(({ adjustedP }) => adjustedP <= 0.05).map(({ items }) => items.join(" "));
    if (seed === 1) assert.deepEqual(sure, ["x y"]);
    else survivors += sure.length;
  }
  assert.ok(survivors <= 3, `${survivors} in 19 shops with nothing planted; at 5 % one is expected`);
});

test("products that only large baskets hold go together overall, and not within a size", async () => {
  const random = createRandom(5);
  const lines = { customers: [] as string[], orders: [] as string[], items: [] as string[] };
  for (let basket = 0; basket < 400; basket++) {
    // Small baskets hold "s"; in baskets of four, a and b come and go by themselves.
    const large = ["c", "d", random.next() < 0.5 ? "a" : "e", random.next() < 0.5 ? "b" : "f"];
    for (const item of basket % 4 > 0 ? ["s"] : large) {
      lines.customers.push(`c${basket}`);
      lines.orders.push(`${basket}`);
      lines.items.push(item);
    }
  }
  const baskets = ownedBaskets(lines);
  const p = async (strata?: Strata) => {
    const options = { minSupport: 0.01, customer: baskets.customer, ...(strata && { strata }) };
    const { bundles } = await bundlePairs(baskets, options);
    return bundles.find(({ items }) => items.join("") === "ab")!.p;
  };
  assert.ok((await p()) < 1e-6 && (await p(sizeStrata(baskets))) > 0.05);
});

test("pairs stand by falling count, and customers are told from baskets", async () => {
  const line = (customer: string, order: string, items: string) =>
    [...items].map((item) => ({ customer, order, item }));
  const all = [
    line("u", "u1", "ab"),
    line("u", "u2", "abc"),
    line("v", "v1", "bc"),
    line("w", "w1", "ab"),
  ].flat();
  const baskets = ownedBaskets({
    customers: all.map(({ customer }) => customer),
    orders: all.map(({ order }) => order),
    items: all.map(({ item }) => item),
  });
  assert.deepEqual(baskets.customer, ["u", "u", "v", "w"]);
  const { bundles } = await bundlePairs(baskets, { minSupport: 0.5, customer: baskets.customer });
  assert.deepEqual(
    bundles.map(({ items, counts, customers }) => [items.join(""), counts, customers]),
    [
      ["ab", { n: 4, a: 3, b: 4, both: 3 }, 2],
      ["bc", { n: 4, a: 4, b: 2, both: 2 }, 2],
    ],
  );
});

test("pairs asked for are counted though rare or not there; an order of two customers is refused", () => {
  const baskets = ownedBaskets({
    customers: ["u", "u", "v"],
    orders: ["1", "1", "2"],
    items: ["a", "b", "a"],
  });
  const pairs = [
    ["a", "b"],
    ["a", "z"],
  ] as const;
  const [ab, az] = pairsFound(baskets, pairs, baskets.customer);
  assert.deepEqual([ab!.counts, ab!.support, ab!.customers], [{ n: 2, a: 2, b: 1, both: 1 }, 0.5, 1]);
  assert.equal(ab!.lift!.estimate, 1);
  assert.deepEqual([az!.counts.both, az!.counts.b, az!.lift, az!.customers], [0, 0, null, 0]);
  const shared = { customers: ["u", "v"], orders: ["1", "1"], items: ["a", "b"] };
  assert.throws(() => ownedBaskets(shared), /Order 1 is of u and of v/);
});

test("dealt out anew, orders keep their sizes and items their numbers, and a planted pair is gone", async () => {
  const orders = Array.from({ length: 400 }, (_, i) => `o${i >> 1}`);
  const lines = {
    customers: orders,
    orders,
    items: orders.map((_, i) => `${i % 8 < 4 ? "x" : "z"}${i % 2}`),
  };
  const shuffled = shuffledItems(lines, 1);
  assert.deepEqual(shuffled.orders, lines.orders);
  assert.deepEqual(shuffled.items.toSorted(), lines.items.toSorted());
  assert.deepEqual(shuffledItems(lines, 1), shuffled);
  const least = async (of: typeof lines | typeof shuffled) => {
    const baskets = ownedBaskets(of);
    const { bundles } = await bundlePairs(baskets, { minSupport: 0.01, customer: baskets.customer });
    return Math.min(...bundles.map(({ adjustedP }) => adjustedP));
  };
  assert.ok((await least(lines)) < 1e-20 && (await least(shuffled)) > 0.05);
});

test("heavy buyers are few, because the quantile is over lines", () => {
  // Lines of their line's customer: 6 six times, 1 four times; the upper quartile is 6, and nobody is above it.
  const customers = ["a", "a", "a", "a", "a", "a", "b", "c", "d", "e"];
  assert.deepEqual(heavyBuyers(customers, 0.75), { threshold: 6, customers: new Set() });
  assert.deepEqual(heavyBuyers(customers, 0.3), { threshold: 1, customers: new Set(["a"]) });
});

// pandas 3.1: groupby of customer and transaction, itertools.combinations; p of scipy.stats.fisher_exact.
describe("the bundles of study 004 on the real file", withReal("ecommerce/Onlinesales_info.csv"), () => {
  let lines: GradedLines;
  before(async () => {
    lines = await gradedLines();
  });
  after(() => lines?.close());

  const heavyOf = (grade: string) => {
    const { customers, orders, products: items, gradeOf } = lines;
    const own = linesOfCustomers({ customers, orders, items }, (customer) => gradeOf.get(customer) === grade);
    const heavy = heavyBuyers(own.customers, 0.75);
    return {
      heavy,
      baskets: ownedBaskets(linesOfCustomers(own, (customer) => heavy.customers.has(customer))),
    };
  };
  const short = (items: readonly string[]) => items.map((item) => item.slice(-4)).join("–");

  test("rest on 28 and 26 customers with 941 and 536 baskets", () => {
    const [platinum, gold] = [heavyOf("Platinum"), heavyOf("Gold")];
    assert.deepEqual([platinum.heavy.threshold, gold.heavy.threshold], [60, 37]);
    assert.deepEqual([platinum.heavy.customers.size, gold.heavy.customers.size], [28, 26]);
    assert.deepEqual([platinum.baskets.rows, gold.baskets.rows], [941, 536]);
  });

  test("come out as the saved run has them, Platinum's six and Gold's seven", async () => {
    const found = async (grade: string) => {
      const { baskets } = heavyOf(grade);
      const { bundles } = await bundlePairs(baskets, { minSupport: 0.01, customer: baskets.customer });
      return bundles.map(({ items, counts, lift }) => [short(items), counts.both, lift.estimate.toFixed(1)]);
    };
    assert.deepEqual(await found("Platinum"), [
      ["0976–0983", 29, "1.8"],
      ["0915–0917", 16, "28.5"],
      ["0915–0916", 15, "30.7"],
      ["0916–0917", 13, "26.6"],
      ["0917–0918", 11, "28.1"],
      ["0916–0918", 10, "29.4"],
    ]);
    assert.deepEqual((await found("Gold")).map(([pair, n]) => `${pair} ${n}`).toSorted(), [
      "0880–0894 6",
      "0915–0916 6",
      "0915–0917 6",
      "0915–0918 6",
      "0916–0917 6",
      "0916–0918 7",
      "0976–0983 13",
    ]);
  });

  test("have SciPy's p values; the pair of two thermostats does not survive the correction", async () => {
    const { baskets } = heavyOf("Platinum");
    const { bundles } = await bundlePairs(baskets, { minSupport: 0.01, customer: baskets.customer });
    const of = (pair: string) => bundles.find(({ items }) => short(items) === pair)!;
    assertClose(of("0915–0917").p / 3.597230559884235e-24, 1, 1e-9);
    assert.ok(of("0915–0917").adjustedP < 1e-20 && of("0976–0983").adjustedP > 0.05);
  });
});
