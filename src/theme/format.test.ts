import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compact, count, duration, fixed, missing, money, percent, signed } from "./format";

test("numbers are written as they are read", () => {
  assert.equal(count(391068), "391,068");
  assert.equal(count(-1234567n), "−1,234,567");
  assert.equal(money(8736000.637), "£8,736,000.64");
  assert.equal(money(-8736000.637, { currency: "€" }), "−€8,736,000.64");
  assert.equal(money(184170.66, { compact: true }), "£184k");
  assert.equal(percent(0.24927, 2), "24.93\u00a0%");
  assert.equal(fixed(1e21, 2), "1,000,000,000,000,000,000,000");
  assert.equal(signed(2.5432, 1), "+2.5");
  assert.equal(signed(-0.04, 1), "0.0");
});

test("compact numbers have three digits and carry into the next unit", () => {
  const wanted = {
    0.5: "0.5",
    12.5: "12.5",
    999.4: "999",
    999.6: "1k",
    999499: "999k",
    999999: "1M",
    1.5e9: "1.5bn",
    2e15: "2,000tn",
  };
  for (const [x, text] of Object.entries(wanted)) assert.equal(compact(Number(x)), text);
  assert.equal(compact(-1234), "−1.23k");
});

test("spans of time are written in their two largest units", () => {
  const wanted = {
    12: "12 ms",
    1500: "1.5 s",
    83400: "1 min 23 s",
    7260000: "2 h 1 min",
    180000000: "2 d 2 h",
  };
  for (const [ms, text] of Object.entries(wanted)) assert.equal(duration(Number(ms)), text);
});

test("what has no value is a dash everywhere", () => {
  for (const write of [count, compact, fixed, money, percent, signed, duration]) {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, null, undefined]) assert.equal(write(x), missing);
  }
});

test("fixed reads back as the number it was, to its digits", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      (x, digits) => {
        const read = Number(fixed(x, digits).replaceAll(",", "").replace("−", "-"));
        assert.equal(Math.abs(read), Number(Math.abs(x).toFixed(digits)));
        assert.ok(read === 0 || Math.sign(read) === Math.sign(x));
      },
    ),
    { seed: 1 },
  );
});
