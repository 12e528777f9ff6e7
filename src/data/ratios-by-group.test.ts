import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { createRandom } from "../stats/random";
import { ratioOfSums } from "../stats/ratio";
import { openDataset } from "./dataset";
import { type DuckDB, openDuckDB } from "./duckdb";
import type { Instacart } from "./instacart/open";
import { liftsByGroup } from "./lifts-by-group";
import { ratiosByGroup } from "./ratios-by-group";

const near = (found: number, wanted: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)), `${found}, not ${wanted}`);

/** Lines of customers with marks and two kinds: rows as SQL values. */
async function lines(engine: DuckDB, rows: readonly (readonly [number, string, number])[]): Promise<void> {
  await engine.execute(`CREATE TABLE t AS SELECT * FROM (VALUES
    ${rows.map(([customer, kind, mark]) => `(${customer}, '${kind}', ${mark})`).join(", ")}) AS v(customer, kind, mark)`);
}

describe("ratios and lifts over small tables", () => {
  let engine: DuckDB;
  before(async () => {
    engine = await openDuckDB();
    const random = createRandom(5);
    // Customers with chances of their own, so that lines of one are alike.
    await lines(
      engine,
      Array.from({ length: 300 }, (_, customer) => {
        const chance = random.next();
        return Array.from({ length: 1 + random.int(12) }, () => {
          return [customer, random.int(3) === 0 ? "rare" : "common", random.next() < chance ? 1 : 0] as const;
        });
      }).flat(),
    );
  });
  after(() => engine.close());

  test("the interval is the bootstrap's over customers, and wider than if lines were independent", async () => {
    const [found] = await ratiosByGroup(engine, { from: "t", by: "'all'", part: "mark" });
    const sums = await engine.query(
      "SELECT sum(mark) AS y, count(*) AS x FROM t GROUP BY customer ORDER BY customer",
    );
    const values = (name: string) => sums.column(name).values as Float64Array;
    const resampled = ratioOfSums(values("y"), values("x"), { resamples: 2000 });
    near(found!.estimate, resampled.estimate);
    near(found!.high - found!.low, resampled.high - resampled.low, 0.01);
    const independent = 2 * 1.96 * Math.sqrt((found!.estimate * (1 - found!.estimate)) / found!.rows);
    assert.ok(found!.high - found!.low > 1.3 * independent);
  });

  test("groups come in order with their rows, customers and sums", async () => {
    const found = await ratiosByGroup(engine, {
      from: "t",
      by: "kind",
      part: "mark",
      where: "customer < 100",
    });
    assert.deepEqual(
      found.map(({ group }) => group),
      ["common", "rare"],
    );
    const counted = await engine.query(`SELECT count(*) AS n, count(DISTINCT customer) AS m, sum(mark) AS y
      FROM t WHERE customer < 100 GROUP BY kind ORDER BY kind`);
    for (const [name, of] of [
      ["n", "rows"],
      ["m", "units"],
      ["y", "part"],
      ["n", "whole"],
    ] as const) {
      assert.deepEqual(
        [...(counted.column(name).values as Float64Array)],
        found.map((group) => group[of]),
      );
    }
  });

  test("on the logarithmic scale the interval is that of the ratio's inverse, turned round", async () => {
    const [there] = await ratiosByGroup(engine, { from: "t", by: "'all'", part: "mark", scale: "log" });
    const [back] = await ratiosByGroup(engine, {
      from: "t",
      by: "'all'",
      part: "1",
      whole: "mark",
      scale: "log",
    });
    near(there!.low, 1 / back!.high);
    near(there!.high, 1 / back!.low);
    const rare = await ratiosByGroup(engine, {
      from: "t",
      by: "'all'",
      part: "CASE WHEN customer = 3 THEN mark ELSE 0 END",
      scale: "log",
    });
    assert.ok(rare[0]!.low >= 0 && rare[0]!.low <= rare[0]!.estimate);
  });

  test("a single unit has no interval; a group without a name or with nothing below the line is an error", async () => {
    const [alone] = await ratiosByGroup(engine, {
      from: "t",
      by: "kind",
      part: "mark",
      where: "customer = 7",
    });
    assert.ok(Number.isFinite(alone!.estimate) && Number.isNaN(alone!.low) && Number.isNaN(alone!.high));
    const nameless = ratiosByGroup(engine, { from: "t", by: "nullif(kind, 'rare')", part: "mark" });
    await assert.rejects(nameless, /rows of t have no nullif\(kind, 'rare'\): leave them out/);
    const nothing = ratiosByGroup(engine, { from: "t", by: "kind", part: "mark", whole: "0" });
    await assert.rejects(nothing, /the 0 of group "common" add up to zero/);
  });

  test("lifts of all groups weigh up to one, and swap to their inverse", async () => {
    const query = { from: "t", by: "kind", where: "mark = 1", against: "mark = 0" };
    const there = await liftsByGroup(engine, query);
    const back = await liftsByGroup(engine, { ...query, where: query.against, against: query.where });
    near(
      there.reduce((sum, { lift, shareAgainst }) => sum + lift * shareAgainst, 0),
      1,
    );
    for (const { group, lift, low, high } of there) {
      const other = back.find((one) => one.group === group)!;
      near(other.lift, 1 / lift);
      near(other.low, 1 / high);
      assert.ok(low < lift && lift < high);
    }
    const none = liftsByGroup(engine, { ...query, where: "mark = 2" });
    await assert.rejects(none, /no kind of t has rows both where mark = 2 and where mark = 0/);
  });
});

describe("ratios and lifts of the real subset", withReal("instacart/orders.csv"), () => {
  let shop: Instacart;
  before(async () => {
    shop = await openDataset("instacart", { source: "real" });
  });
  after(() => shop.close());

  test("reorder rates of departments have the cluster-robust intervals of statsmodels", async () => {
    // OLS(reordered, 1).fit(cov_type="cluster", groups=user_id): estimate, lines, customers, confidence interval.
    const wanted: Record<string, readonly number[]> = {
      alcohol: [0.5890257558790595, 893, 74, 0.5055101, 0.67254141],
      produce: [0.6525306577480487, 44_850, 930, 0.63314165, 0.67191966],
      "personal care": [0.34414080592867063, 2_159, 432, 0.28729348, 0.40098813],
    };
    const found = await ratiosByGroup(shop.engine, {
      from: "order_lines",
      by: "department",
      part: "reordered",
    });
    assert.equal(found.length, 21);
    for (const [name, [estimate, rows, units, low, high]] of Object.entries(wanted)) {
      const group = found.find((one) => one.group === name)!;
      assert.deepEqual([group.rows, group.units], [rows, units]);
      near(group.estimate, estimate!);
      near(group.low, low!, 1e-7);
      near(group.high, high!, 1e-7);
    }
  });

  test("lifts at a gap of 30 days are pandas', with the standard error of the log computed in NumPy", async () => {
    const found = await liftsByGroup(shop.engine, {
      from: "order_lines",
      by: "department",
      where: "gap = 30",
      against: "gap < 30",
    });
    // z = sums over users of [A B C D]; lift = A/B / (C/D); se = sqrt(n/(n-1) * ((a/A - b/B - c/C + d/D)**2).sum()),
    // where 4,000 bootstrap resamples of the users give .318 and .112.
    for (const [name, lift, error] of [
      ["alcohol", 1.0836673752985087, 0.30446612077949936],
      ["personal care", 1.1964352647369658, 0.11189584827022399],
    ] as const) {
      const group = found.find((one) => one.group === name)!;
      near(group.lift, lift);
      near(Math.log(group.high / group.low) / (2 * 1.959963984540054), error, 1e-9);
    }
  });
});
