import assert from "node:assert/strict";
import { test } from "node:test";
import { flowChart } from "./flow-chart";

const rows = [
  { before: "Gold", after: "Gold", n: 60 },
  { before: "Gold", after: "Silver", n: 30 },
  { before: "Silver", after: "Gold", n: 10 },
  { before: "Silver", after: "Silver", n: 0 },
];
const options = { title: "t", from: "before", to: "after", value: "n" } as const;
const order = ["Gold", "Silver"];

test("with an order, what stays, rises and falls is said and coloured", () => {
  const { alt, wide } = flowChart(rows, { ...options, order, stages: ["June", "December"] });
  assert.equal(alt.replaceAll("\u00a0", " "), "60.0 % stay, 10.0 % rise, 30.0 % fall.");
  assert.match(wide, /fill="var\(--sb-s3, #00805e\)" fill-opacity="0.5"><title>Silver → Gold: 10</);
  assert.match(wide, /fill="var\(--sb-s2, #c05509\)" fill-opacity="0.5"><title>Gold → Silver: 30</);
  assert.ok(wide.includes(">December<"));
});

test("without one, what stays and the greatest flow are said", () => {
  const alt = (list: typeof rows) => flowChart(list, options).alt.replaceAll("\u00a0", " ");
  assert.equal(alt(rows), "60.0 % stay; greatest flow: Gold to Gold (60).");
  assert.equal(alt([rows[1]!]), "Greatest flow: Gold to Silver (30).");
});

test("of more groups than there are colours, what stays is told from what moves", () => {
  const many = Array.from({ length: 9 }, (_, i) => [
    { before: `Group ${i}`, after: `Group ${i}`, n: 3 },
    { before: `Group ${i}`, after: `Group ${(i + 1) % 9}`, n: 1 },
  ]).flat();
  const text = flowChart(many, { ...options, ranked: false }).wide.replaceAll("\u00a0", " ");
  assert.match(text, />stays 75\.0 %<[\s\S]*>moves 25\.0 %</);
  assert.match(text, /fill="var\(--sb-s1, #0067a5\)" fill-opacity="0.5"><title>Group 8 → Group 0: 1</);
});

test("an order that is none of rank only orders, and ribbons have the colour of where they come from", () => {
  const { alt, wide } = flowChart(rows, { ...options, order: ["Silver", "Gold"], ranked: false });
  assert.match(alt, /greatest flow: Gold to Gold \(60\)/);
  assert.match(wide, /fill="var\(--sb-s1, #0067a5\)" fill-opacity="0.5"><title>Silver → Gold: 10</);
  assert.match(wide, /fill="var\(--sb-s2, #c05509\)" fill-opacity="0.5"><title>Gold → Gold: 60</);
});

test("negative flows, groups out of the order, broken steps and doubles are refused", () => {
  const one = (change: object) => [{ ...rows[0]!, ...change }];
  assert.throws(() => flowChart(one({ n: -1 }), options), /Row 1, column "n": -1 is negative/);
  assert.throws(() => flowChart(one({ after: "Lead" }), { ...options, order }), /"Lead" is not in the order/);
  assert.throws(() => flowChart([...rows, rows[1]!], options), /"Gold → Silver" stands in rows 2 and 5/);
  const steps = [{ ...rows[0]!, step: 0.5 }];
  assert.throws(() => flowChart(steps, { ...options, step: "step" }), /0\.5 is no whole number/);
});
