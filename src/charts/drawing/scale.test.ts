import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse, View } from "vega";
import { type Format, tickExpression, tickText, valueText, valueWriter } from "./scale";

const all = (values: number[], format: Format) => values.map(valueWriter(values, format));

test("shares of one chart have equally many decimals, and none is shown as zero that is not", () => {
  assert.deepEqual(all([0.892, 0.0059, 0.000821], "percent"), ["89.20\u00a0%", "0.59\u00a0%", "0.08\u00a0%"]);
  assert.deepEqual(all([0.5, 0.1], "percent"), ["50.0\u00a0%", "10.0\u00a0%"]);
  assert.deepEqual(all([0.5, 0.0187, 0.0188], "percent"), ["50.00\u00a0%", "1.87\u00a0%", "1.88\u00a0%"]);
  assert.deepEqual(all([0.5, 0.00001, 0], "percent"), ["50.00\u00a0%", "< 0.01\u00a0%", "0.00\u00a0%"]);
  assert.deepEqual(all([0.000017, 0.000023], "percent"), ["0.0017\u00a0%", "0.0023\u00a0%"]);
});

test("money is written by the greatest amount of a chart", () => {
  assert.deepEqual(all([2071, 786.74, 145.92], "money"), ["£2,071", "£787", "£146"]);
  assert.deepEqual(all([1_137_000, 1_000_400, 939_000, 297.5], "money"), [
    "£1.14M",
    "£1.00M",
    "£939k",
    "£298",
  ]);
  assert.deepEqual(all([4.25, 10], "money"), ["£4.25", "£10.00"]);
  assert.deepEqual(all([4, -10], { currency: "€" }), ["€4", "−€10"]);
});

test("plain numbers keep three digits of the greatest and one of the least", () => {
  assert.deepEqual(all([553.4, 12.25], "number"), ["553", "12"]);
  assert.deepEqual(all([2, 4.5, 3], "number"), ["2.0", "4.5", "3.0"]);
  assert.deepEqual(all([1, 0.002], "number"), ["1.000", "0.002"]);
  assert.deepEqual(all([1, 20, 0], "number"), ["1", "20", "0"]);
  assert.equal(valueText(391_068, "count"), "391,068");
});

test("values of a chart that are written alike differ by less than one part in a hundred of the greatest", () => {
  const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 5 });
  const formats = fc.constantFrom<Format>("number", "percent", "money");
  fc.assert(
    fc.property(values, formats, (given, format) => {
      const written = all(given, format);
      for (const [i, a] of given.entries())
        for (const [j, b] of given.entries())
          if (written[i] === written[j]) assert.ok(Math.abs(a - b) <= Math.max(...given) / 100);
    }),
    { seed: 1 },
  );
});

test("a tick of Vega's is written as one of Plot's", () => {
  const ticks = [0, 0.25, 0.5, 1, 20, 500, 1000, 1500, 200_000, 1_200_000, 3e9];
  for (const format of ["count", "number", "percent", "money"] as const) {
    const signals = ticks.map((value, i) => {
      return { name: `t${i}`, update: tickExpression(format).replaceAll("datum.value", String(value)) };
    });
    const view = new View(parse({ signals }), { renderer: "none" }).run();
    assert.deepEqual(
      ticks.map((_value, i) => view.signal(`t${i}`)),
      ticks.map((value) => tickText(value, format)),
      format,
    );
  }
});
