import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  axisTitle,
  kindOf,
  logTicks,
  numberAxis,
  roundStep,
  roundTicks,
  thin,
  timeAxis,
  toTime,
} from "./axis";

test("a column's kind follows from all its values", () => {
  assert.equal(kindOf(["2011-12", "2011-12-09", new Date(0)]), "time");
  assert.equal(kindOf([1, 2n]), "number");
  for (const values of [[], ["2011"], [1, "a"], ["2011-12-09 12:50"], [null]])
    assert.equal(kindOf(values), "ordinal", String(values));
});

test("a date is read in UTC, and one that is none is refused with its row", () => {
  assert.equal(toTime("2011-12-09", 0), Date.UTC(2011, 11, 9));
  assert.equal(toTime(new Date(5), 0), 5);
  assert.throws(() => toTime("2011-02-31x", 2), /Row 3: 2011-02-31x is not a date/);
});

test("times are marked by day, month or year, as many as there is room for", () => {
  const from = Date.UTC(2010, 11, 1);
  const days = (n: number) => from + n * 86_400_000;
  assert.deepEqual(Object.keys(timeAxis(from, days(30), 720, false)), ["tickCount", "labelExpr"]);
  const step = (n: number, width: number, monthly = false) =>
    (timeAxis(from, days(n), width, monthly) as { tickCount: { interval: string; step: number } }).tickCount;
  assert.deepEqual(step(373, 720), { interval: "month", step: 1 });
  assert.deepEqual(step(373, 340), { interval: "month", step: 3 });
  assert.deepEqual(step(60, 720, true), { interval: "month", step: 1 });
  assert.deepEqual(step(2000, 720), { interval: "year", step: 1 });
});

test("few numbers are marked each, many at round ticks", () => {
  assert.deepEqual((numberAxis([3, 1, 3], 720) as { values: number[] }).values, [3, 1]);
  const many = Array.from({ length: 40 }, (_v, i) => i);
  assert.equal((numberAxis(many, 340) as { tickCount: number }).tickCount, 4);
});

test("logarithmic ticks are powers of ten, with 2 and 5 over a short span, all within it", () => {
  assert.deepEqual(logTicks(1, 1000), [1, 10, 100, 1000]);
  assert.deepEqual(logTicks(0.3, 20), [0.5, 1, 2, 5, 10, 20]);
  assert.throws(() => logTicks(0, 20), /from 0 to 20: it needs numbers above 0/);
  assert.throws(() => logTicks(1, Infinity), RangeError);
});

test("a round step is the least of 1, 2, 5 times a power of ten that is large enough", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (step) => {
      const round = roundStep(step);
      assert.ok(round >= step * (1 - 1e-9) && round < step * 2.5 + 1e-12);
      assert.match(round.toExponential(0), /^[125]e/);
    }),
    { seed: 1 },
  );
});

test("round ticks lie within their ends, evenly, and are at most one more than asked for", () => {
  const ends = fc.tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, fc.integer({ min: 1, max: 12 }), ([low, span], most) => {
      const ticks = roundTicks(low, low + span, most);
      assert.ok(ticks.length <= most + 1);
      for (const tick of ticks) assert.ok(tick >= low - span * 1e-6 && tick <= low + span * (1 + 1e-6));
    }),
    { seed: 1 },
  );
  assert.deepEqual(roundTicks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(roundTicks(3, 3, 5), [3]);
});

test("ticks are thinned to what has room, the first kept", () => {
  assert.deepEqual(thin([1, 2, 3, 4, 5, 6], 140), [1, 3, 5]);
  assert.deepEqual(thin([1, 2], 10), [1, 2]);
});

test("a title wider than the drawing is broken, others and none stay", () => {
  assert.equal(axisTitle("Order lines", 340), "Order lines");
  assert.equal(axisTitle(undefined, 340), null);
  const long = "Share of the customers, those who spend most first (%)";
  const lines = axisTitle(long, 340);
  assert.ok(Array.isArray(lines) && lines.length === 2);
  assert.equal(lines.join(" "), long);
  assert.equal(axisTitle(long, 720), long);
});
