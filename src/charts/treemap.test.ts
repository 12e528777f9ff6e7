import assert from "node:assert/strict";
import { test } from "node:test";
import { treemap } from "./treemap";

const options = { title: "t", label: "name", value: "value" } as const;

test("each row has its tile, its share and its tooltip", () => {
  const rows = [40, 30, 20, 10].map((value, i) => ({ name: `part ${i}`, value }));
  const { wide, data, alt } = treemap(rows, options);
  assert.equal([...wide.matchAll(/<title>part \d: /g)].length, 4);
  assert.deepEqual(
    data.rows.map(([, , share]) => share),
    [0.4, 0.3, 0.2, 0.1],
  );
  assert.equal(alt, "Largest: part 0 with 40, 40.0\u00a0% of the whole.");
});

test("a negative part is refused with its row", () => {
  assert.throws(() => treemap([{ name: "a", value: -1 }], options), /Row 1, column "value": -1 is negative/);
});

test("no name is cut to a stump: a tile too small for its name is listed below", () => {
  const revenue = {
    Champions: 50.3,
    "Loyal customers": 27,
    "At risk": 7.3,
    Hibernating: 5.2,
    "Potential loyalists": 3.9,
  };
  const rest = {
    "Cannot lose them": 2.1,
    "About to sleep": 1.9,
    "Need attention": 1.9,
    Promising: 0.3,
    "New customers": 0.2,
  };
  const rows = Object.entries({ ...revenue, ...rest }).map(([name, value]) => ({ name, value }));
  const chart = treemap(rows, options);
  for (const svg of [chart.wide, chart.narrow]) {
    const said = svg
      .replace(/<title>[^<]*<\/title>/g, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
    assert.ok(!said.includes("…"));
    for (const { name } of rows) assert.ok(said.includes(name), name);
    assert.match(said, /Too small for words: .*New customers 0\.2/);
  }
});
