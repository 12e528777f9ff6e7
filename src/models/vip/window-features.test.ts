import assert from "node:assert/strict";
import { test } from "node:test";
import { withLines } from "./testing";
import { WINDOW_FEATURES, windowFeatures, windowSpend } from "./window-features";

const cut = "2011-03-01T00:00Z";

test("a window's features are counted from its lines alone, one row a customer", async () => {
  await withLines(async (engine) => {
    const { customers, features } = await windowFeatures(engine, { from: "lines", end: cut });
    assert.deepEqual(customers, ["a", "b", "c"]);
    assert.deepEqual(features.names, [...WINDOW_FEATURES]);
    const of = (name: string) => [...Array.from(features.columns[features.names.indexOf(name)]!)];
    assert.deepEqual(of("recency"), [19, 29, 0]);
    assert.deepEqual(of("length"), [39, 0, 0]);
    assert.deepEqual(of("orders"), [3, 1, 1]);
    assert.deepEqual(of("days"), [2, 1, 1]);
    assert.deepEqual(of("spend"), [8.75, 5, 90]);
    assert.deepEqual(of("lines"), [4, 1, 1]);
    assert.deepEqual(of("order value"), [8.75 / 3, 5, 90]);
  });
});

test("lines before the start do not count, and customers without a line in the window are not there", async () => {
  await withLines(async (engine) => {
    const start = "2011-02-09T12:50Z";
    const { customers, features } = await windowFeatures(engine, { from: "lines", start, end: cut });
    assert.deepEqual(customers, ["a", "c"]);
    assert.deepEqual([...Array.from(features.columns[4]!)], [5, 90]);
  });
});

test("nothing that happens at the window's end or later changes its features", async () => {
  await withLines(async (engine) => {
    const before = await windowFeatures(engine, { from: "lines", end: cut });
    await engine.execute(
      `UPDATE lines SET total_purchase = 100 WHERE order_time >= TIMESTAMP '${cut.slice(0, 10)}'`,
    );
    await engine.execute(`INSERT INTO lines VALUES ('a', 'o99', TIMESTAMP '2011-03-01 00:00:00', 3)`);
    assert.deepEqual(await windowFeatures(engine, { from: "lines", end: cut }), before);
  });
});

test("spend of a window is the sum of the lines in it, 0 for customers without one", async () => {
  await withLines(async (engine) => {
    const window = { from: "lines", start: cut, end: "2011-04-01T00:00Z" };
    assert.deepEqual([...(await windowSpend(engine, window, ["c", "b", "a"]))], [0, 7, 40]);
  });
});

test("an empty window, a line without customer and a time without zone are named", async () => {
  await withLines(async (engine) => {
    await assert.rejects(
      windowFeatures(engine, { from: "lines", end: "2010-01-01T00:00Z" }),
      /lines has no order line from its start to before 2010-01-01T00:00Z/,
    );
    await assert.rejects(
      windowFeatures(engine, { from: "lines", end: "2011-03-01" }),
      /"2011-03-01" is no UTC time: write it as 2011-09-09T00:00Z/,
    );
    await assert.rejects(windowSpend(engine, { from: "lines", end: "soon" }, []), /"soon" is no UTC time/);
    await engine.execute("INSERT INTO lines VALUES (NULL, 'o10', TIMESTAMP '2011-01-01 00:00:00', 1)");
    await assert.rejects(windowFeatures(engine, { from: "lines", end: cut }), /of lines has no customer/);
  });
});
