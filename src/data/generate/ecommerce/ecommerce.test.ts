import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { chiSquare } from "../../../stats/chi-square";
import { pearson } from "../../../stats/correlation";
import { ECOMMERCE_FILES } from "../../ecommerce/layouts";
import { withFolder } from "../../testing";
import { YEAR_DAYS } from "./campaign";
import { generateEcommerce } from "./ecommerce";
import { writeEcommerce } from "./write";

/** Found and planned may differ by so many standard errors. */
const ERRORS = 4.5;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const error = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - centre) ** 2)) / values.length);
};

const shop = generateEcommerce({ seed: 4, customers: 3000 });
const typeOf = (customer: string) => shop.truth.typeOf.get(customer)!;

test("as many customers as asked for, of the planted types, and about 36 lines each", () => {
  assert.equal(shop.shoppers.length, 3000);
  for (const { name, share } of shop.truth.types) {
    const found = [...shop.truth.typeOf.values()].filter((type) => type === name).length;
    assert.ok(Math.abs(found - 3000 * share) < ERRORS * Math.sqrt(3000 * share * (1 - share)), name);
  }
  const lines = shop.baskets.reduce((sum, basket) => sum + basket.lines.length, 0);
  assert.ok(lines > 33 * 3000 && lines < 39 * 3000, `${lines} lines`);
});

test("types differ in baskets as planned, and the lapsed stop when planned", () => {
  for (const { name, baskets, until } of shop.truth.types) {
    const perDay = new Map<string, number>();
    for (const { customer, day } of shop.baskets) {
      if (typeOf(customer) !== name) continue;
      assert.ok(day < YEAR_DAYS * until, `${name} buys on day ${day}`);
      perDay.set(`${customer} ${day}`, (perDay.get(`${customer} ${day}`) ?? 0) + 1);
    }
    const found = [...perDay.values()];
    // Two draws of a day merge now and then, which adds some baskets to a day.
    const far = Math.abs(mean(found) - baskets);
    assert.ok(far < ERRORS * error(found) + 0.02 * baskets, `${name}: ${mean(found)}, planned ${baskets}`);
  }
});

test("a coupon changes the units of a line by its planned factor, and nothing when that is one", () => {
  for (const couponEffect of [1, 1.5]) {
    const { baskets, truth } = generateEcommerce({ seed: 5, customers: 2000, couponEffect });
    for (const type of ["loyal", "regular", "one-off"]) {
      const lines = baskets
        .filter(({ customer }) => truth.typeOf.get(customer) === type)
        .flatMap((basket) => basket.lines.filter(({ product }) => product.price < 1500));
      const units = (used: boolean) =>
        lines.filter(({ coupon }) => (coupon === "Used") === used).map(({ quantity }) => quantity);
      const [used, other] = [units(true), units(false)];
      const ratio = mean(used) / mean(other);
      const spread = ratio * Math.hypot(error(used) / mean(used), error(other) / mean(other));
      assert.ok(
        Math.abs(ratio - couponEffect) < ERRORS * spread,
        `${type}: ${ratio}, planned ${couponEffect}`,
      );
    }
  }
});

test("bulk orders of cheap goods come as often as planned, of every type", () => {
  for (const { name } of shop.truth.types) {
    const cheap = shop.baskets
      .filter(({ customer }) => typeOf(customer) === name)
      .flatMap(({ lines }) => lines.filter(({ product }) => product.price < 1500));
    // Of units drawn evenly on a logarithmic scale from 30 to 600, these lie above 150, where no other line comes.
    const share = (shop.truth.bulkShare * Math.log(600 / 150)) / Math.log(600 / 30);
    const found = cheap.filter(({ quantity }) => quantity > 150).length;
    const far = Math.abs(found - cheap.length * share);
    assert.ok(far < ERRORS * Math.sqrt(cheap.length * share), `${name}: ${found} of ${cheap.length}`);
  }
});

test("coupons are handed out whatever the category, and customers' traits say nothing of their type", () => {
  const states = ["Clicked", "Used", "Not Used"];
  const table = shop.truth.categories.slice(0, 8).map(({ name }) => {
    const lines = shop.baskets.flatMap((basket) =>
      basket.lines.filter(({ product }) => product.category === name),
    );
    return states.map((state) => lines.filter(({ coupon }) => coupon === state).length);
  });
  assert.ok(chiSquare(table).p > 1e-5, `p ${chiSquare(table).p}`);
  const genders = shop.truth.types.map(({ name }) =>
    ["여", "남"].map(
      (g) => shop.shoppers.filter(({ type, gender }) => type.name === name && gender === g).length,
    ),
  );
  assert.ok(chiSquare(genders).p > 1e-5, `p ${chiSquare(genders).p}`);
});

test("costs move the buying days of a marketing that works, and not of one that does not", () => {
  const correlation = (online: number) => {
    const { baskets, marketing } = generateEcommerce({
      seed: 6,
      customers: 3000,
      marketingEffect: { offline: 0, online },
    });
    const days = new Set(baskets.map(({ customer, day }) => `${customer} ${day}`));
    const buyers = new Float64Array(YEAR_DAYS);
    for (const key of days) buyers[Number(key.split(" ")[1])]!++;
    return pearson(
      Array.from(buyers),
      marketing.map((day) => day.online),
    );
  };
  assert.ok(correlation(0.8) > 0.4, `${correlation(0.8)}`);
  assert.ok(Math.abs(correlation(0)) < ERRORS / Math.sqrt(YEAR_DAYS), `${correlation(0)}`);
});

test("some transaction ids belong to two customers of one day, as many as the truth says", () => {
  const owners = new Map<number, Set<string>>();
  const days = new Map<number, Set<number>>();
  for (const { transaction, customer, day } of shop.baskets) {
    owners.set(transaction, (owners.get(transaction) ?? new Set()).add(customer));
    days.set(transaction, (days.get(transaction) ?? new Set()).add(day));
  }
  const shared = [...owners.values()].filter((customers) => customers.size > 1);
  assert.equal(shared.length, shop.truth.sharedTransactions);
  assert.ok(shared.length > 500 && shared.every((customers) => customers.size === 2));
  assert.ok([...days.values()].every((of) => of.size === 1));
});

test("the same options give the same bytes, pinned; another seed gives others", async () => {
  const digest = (seed: number) =>
    withFolder(async (folder) => {
      await writeEcommerce(folder, generateEcommerce({ seed, customers: 50 }));
      const hash = createHash("sha256");
      for (const file of Object.values(ECOMMERCE_FILES)) hash.update(await readFile(join(folder, file)));
      return hash.digest("hex").slice(0, 16);
    });
  assert.equal(await digest(1), "c6ab0c0de6393cb9");
  assert.notEqual(await digest(2), await digest(1));
});

test("options out of range are refused by value", () => {
  assert.throws(
    () => generateEcommerce({ seed: 1, customers: 5 }),
    /Cannot generate 5 customers.*20 to 50000/,
  );
  assert.throws(
    () => generateEcommerce({ seed: 1, customers: 50, couponEffect: 0.5 }),
    /coupon effect of 0.5/,
  );
  const marketingEffect = { offline: Number.NaN, online: 0 };
  assert.throws(() => generateEcommerce({ seed: 1, customers: 50, marketingEffect }), /effects of NaN and 0/);
  assert.throws(() => generateEcommerce({ seed: 1.5, customers: 50 }), /seed 1.5/);
});
