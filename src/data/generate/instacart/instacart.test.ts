import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openDataset } from "../../dataset";
import { numbers } from "../../engine";
import type { Instacart } from "../../instacart/open";
import { withFolder } from "../../testing";
import { makeInstacartCatalogue, ORIGINAL_USERS, productCount } from "./catalogue";
import { customerTypes } from "./types";
import { instacartUserTable } from "./user-table";
import { INSTACART_FILES, writeInstacart } from "./write";

const USERS = 1_500;

describe("generated Instacart data", () => {
  let shop: Instacart;
  before(async () => {
    shop = await openDataset("instacart", { source: "generated", seed: 11, users: USERS, cache: false });
  });
  after(() => shop.close());
  const column = async (sql: string, name = "v") => [...numbers(await shop.engine.query(sql), name)];

  test("the table of customers is what the engine aggregates from the files", async () => {
    const table = instacartUserTable({ seed: 11, users: USERS });
    const found = await shop.engine.query(`
      SELECT o.customer, max(o.order_number) AS orders, max_by(o.gap, o.order_number) AS last_gap, sum(o.gap) AS length,
        sum(coalesce(l.n, 0)) AS items
      FROM orders o LEFT JOIN (SELECT order_id, count(*) AS n FROM lines GROUP BY order_id) l ON l.order_id = o.order_id
      GROUP BY o.customer ORDER BY o.customer`);
    assert.deepEqual([...numbers(found, "customer")], [...table.customer]);
    for (const [name, values] of [
      ["orders", table.orders],
      ["last_gap", table.lastGap],
      ["length", table.length],
      ["items", table.items],
    ] as const) {
      assert.deepEqual([...numbers(found, name)], [...values], name);
    }
    assert.deepEqual([...shop.truth!().typeOf], [...table.type]);
  });

  test("a customer's draws do not hang on how many others there are", () => {
    const [few, many] = [
      instacartUserTable({ seed: 3, users: 20 }),
      instacartUserTable({ seed: 3, users: 50 }),
    ];
    for (const name of ["orders", "lastGap", "length", "items", "type"] as const) {
      assert.deepEqual([...many[name]].slice(0, 20), [...few[name]], name);
    }
    assert.notDeepEqual(instacartUserTable({ seed: 4, users: 20 }).items, few.items);
  });

  test("orders, gaps and baskets lie in the original's ranges", async () => {
    const [fewest, most] = [
      await column("SELECT min(n) AS v FROM (SELECT max(order_number) AS n FROM orders GROUP BY customer)"),
      await column("SELECT max(order_number) AS v FROM orders"),
    ];
    assert.ok(fewest[0]! >= 4 && most[0]! <= 100, `${fewest} to ${most}`);
    assert.deepEqual(
      await column(
        "SELECT max(length) AS v FROM (SELECT sum(gap) AS length FROM orders GROUP BY customer) WHERE length > 365",
      ),
      [Number.NaN],
    );
    assert.deepEqual(
      await column(
        "SELECT min(cart_position) AS v FROM lines GROUP BY order_id HAVING min(cart_position) <> 1 OR max(cart_position) <> count(*) OR count(DISTINCT product) <> count(*)",
      ),
      [],
    );
  });

  test("a line is marked as reordered exactly when the customer had the product in an earlier order", async () => {
    const wrong = await column(`
      SELECT count(*) AS v FROM (
        SELECT reordered, row_number() OVER (PARTITION BY customer, product ORDER BY order_number) AS time FROM order_lines
      ) t WHERE (time > 1) <> (reordered = 1)`);
    assert.deepEqual(wrong, [0]);
  });

  test("the planted types are drawn in their shares, with their orders, gaps and baskets", async () => {
    const { types, typeOf } = shop.truth!();
    const found = await shop.engine.query(`
      SELECT o.customer, max(o.order_number) AS orders, median(o.gap) AS gap, avg(l.n) AS basket
      FROM orders o LEFT JOIN (SELECT order_id, count(*) AS n FROM lines GROUP BY order_id) l ON l.order_id = o.order_id
      GROUP BY o.customer ORDER BY o.customer`);
    for (const [t, type] of types.entries()) {
      const members = [...typeOf.keys()].filter((i) => typeOf[i] === t);
      const mean = (name: string) =>
        members.reduce((sum, i) => sum + numbers(found, name)[i]!, 0) / members.length;
      // Four standard errors of a share; the means of 100 customers and more vary by 2 % at most.
      const error = 4 * Math.sqrt((type.share * (1 - type.share)) / USERS);
      assert.ok(Math.abs(members.length / USERS - type.share) < error, type.name);
      assert.ok(Math.abs(mean("orders") / type.orders - 1) < 0.06, `${type.name}: ${mean("orders")} orders`);
      assert.ok(Math.abs(mean("gap") / type.gap - 1) < 0.08, `${type.name}: gap ${mean("gap")}`);
      assert.ok(Math.abs(mean("basket") / type.basket - 1) < 0.06, `${type.name}: basket ${mean("basket")}`);
    }
  });

  test("a slot is a reorder with the planted chance, where the customer has bought in the department", async () => {
    const { types, typeOf, departments } = shop.truth!();
    // The first line of an order in a department (no try fails there, as nothing of it is in the cart yet).
    const found = await shop.engine.query(`
      WITH lines_of AS (
        SELECT customer, department, order_number, reordered,
          count(*) OVER (PARTITION BY order_id, department) AS n,
          min(order_number) OVER (PARTITION BY customer, department) AS first_order
        FROM order_lines
      )
      SELECT customer, department, count(*) AS slots, sum(reordered) AS again FROM lines_of
      WHERE n = 1 AND order_number > first_order GROUP BY customer, department`);
    const byPair = new Map<string, { slots: number; again: number; expected: number; variance: number }>();
    const names = found.column("department").values as readonly string[];
    for (const [i, name] of names.entries()) {
      const type = types[typeOf[numbers(found, "customer")[i]! - 1]!]!;
      const effect = departments.find((department) => department.name === name)!.reorder;
      const p = 1 / (1 + Math.exp(-Math.log(type.reorder / (1 - type.reorder)) - effect));
      const slots = numbers(found, "slots")[i]!;
      const sum = byPair.get(name) ?? { slots: 0, again: 0, expected: 0, variance: 0 };
      sum.slots += slots;
      sum.again += numbers(found, "again")[i]!;
      sum.expected += p * slots;
      sum.variance += p * (1 - p) * slots;
      byPair.set(name, sum);
    }
    assert.equal(byPair.size, 21);
    for (const [name, { slots, again, expected, variance }] of byPair) {
      assert.ok(
        Math.abs(again - expected) <= 4 * Math.sqrt(variance),
        `${name}: ${again} of ${slots}, expected ${expected}`,
      );
    }
  });

  test("favoured departments, weekdays and places in the cart are found again", async () => {
    const { typeOf, weekday } = shop.truth!();
    const share = async (type: number, department: string) => {
      const ids = [...typeOf.keys()].filter((i) => typeOf[i] === type).map((i) => i + 1);
      const found = await column(`SELECT avg(CASE WHEN department = '${department}' THEN 1.0 ELSE 0 END) AS v
        FROM order_lines WHERE customer IN (${ids.join(", ")})`);
      return found[0]!;
    };
    const drifting = customerTypes().findIndex(({ name }) => name === "drifting");
    assert.ok((await share(drifting, "household")) > 1.7 * (await share(1, "household")));
    const alcohol = await column(`SELECT avg(CASE WHEN department = 'alcohol' THEN 1.0 ELSE 0 END) AS v
      FROM order_lines GROUP BY weekday ORDER BY weekday`);
    assert.ok(alcohol[4]! > 1.8 * alcohol[0]!, alcohol.join());
    const orders = await column("SELECT count(*) AS v FROM orders GROUP BY weekday ORDER BY weekday");
    const all = orders.reduce((sum, n) => sum + n, 0);
    for (const [day, n] of orders.entries()) {
      const p = weekday[day]! / weekday.reduce((sum, w) => sum + w, 0);
      assert.ok(Math.abs(n / all - p) < 4 * Math.sqrt((p * (1 - p)) / all), `weekday ${day}`);
    }
    const place = await column(`SELECT avg(cart_position) AS v FROM order_lines
      WHERE department IN ('alcohol', 'pantry') GROUP BY department ORDER BY department`);
    assert.ok(place[0]! < place[1]! - 2, place.join());
  });
});

test("types are drawn together by a separation below 1, without changing their shares or reorder chances", () => {
  const [apart, half, alike] = [customerTypes(1), customerTypes(0.5), customerTypes(0)];
  const spread = (types: typeof apart) =>
    Math.max(...types.map((t) => t.gap)) / Math.min(...types.map((t) => t.gap));
  assert.ok(spread(apart) > spread(half) && spread(half) > 1.5);
  assert.ok(Math.abs(spread(alike) - 1) < 1e-12);
  assert.deepEqual(
    half.map((t) => [t.name, t.share, t.reorder]),
    apart.map((t) => [t.name, t.share, t.reorder]),
  );
  assert.ok(Math.abs(apart.reduce((sum, t) => sum + t.share, 0) - 1) < 1e-12);
});

test("the shop has 134 aisles and as many products as the original at full size, none named twice", () => {
  for (const users of [10, 2_000, ORIGINAL_USERS]) {
    const { aisles, names, aisleOf, departmentOf, first } = makeInstacartCatalogue(users);
    assert.equal(new Set(aisles).size, 134);
    assert.equal(names.length, productCount(users));
    assert.equal(new Set(names).size, names.length);
    assert.equal(new Set(aisleOf).size, 134);
    for (let d = 0; d < 21; d++) assert.ok(first[d]! < first[d + 1]! && departmentOf[first[d]!] === d);
  }
  assert.equal(productCount(ORIGINAL_USERS), 49_688);
});

test("the same seed gives the same bytes, and they are those of version 2", async () => {
  await withFolder(async (folder) => {
    await writeInstacart(folder, { seed: 1, users: 25 });
    const hash = createHash("sha256");
    for (const file of INSTACART_FILES) hash.update(await readFile(join(folder, file)));
    assert.equal(hash.digest("hex"), "1b0432fcc7e958f988c179ecd073dab9cbca8b236762f275ed60cff958c02763");
    const [header, first] = (await readFile(join(folder, "orders.csv"), "utf8")).split("\n");
    assert.equal(
      header,
      "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order",
    );
    assert.match(first!, /^1,1,prior,1,[0-6],[0-2][0-9],$/);
  });
});

test("options out of range are named", () => {
  assert.throws(
    () => instacartUserTable({ seed: 1, users: 9 }),
    /Cannot generate 9 customers: .* from 10 to 206209/,
  );
  assert.throws(() => instacartUserTable({ seed: 1, users: 206_210 }), RangeError);
  assert.throws(() => instacartUserTable({ seed: 0.5 }), /seed 0\.5 is not a whole number/);
  assert.throws(() => instacartUserTable({ seed: 1, separation: 1.5 }), /separation of 1\.5 is not from 0/);
});
