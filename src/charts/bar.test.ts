import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { barChart } from "./bar";

const options = { title: "t", category: "name", value: "value" } as const;

/** Widths of the bars of a horizontal chart, in pixels. */
function lengths(svg: string): number[] {
  return [...svg.matchAll(/<path d="M[\d.]+,[\d.]+h([\d.]+)v[\d.]+h-[\d.]+Z" fill="var\(--sb-s1/g)].map(
    ([, w]) => Number(w),
  );
}

test("bars are as long as their values, from zero", () => {
  const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(values, (list) => {
      const rows = list.map((value, i) => ({ name: `bar ${i}`, value }));
      const found = lengths(barChart(rows, { ...options, orientation: "horizontal" }).wide);
      assert.equal(found.length, list.length);
      const unit = Math.max(...found) / Math.max(...list);
      // Coordinates are rounded to a hundredth of a pixel.
      for (const [i, length] of found.entries()) assert.ok(Math.abs(length - list[i]! * unit) < 0.02);
    }),
    { numRuns: 15, seed: 1 },
  );
});

test("the alternative text names the largest and the smallest bar", () => {
  const rows = [
    { name: "UK", value: 7_285_024.64 },
    { name: "EIRE", value: 265_262.46 },
  ];
  assert.equal(
    barChart(rows, { ...options, format: "money" }).alt,
    "Largest: UK with £7.29M; smallest: EIRE with £265k.",
  );
});

test("a value that is no number is refused with its row and column", () => {
  const rows = [
    { name: "a", value: 1 },
    { name: "b", value: Number.NaN },
  ];
  assert.throws(() => barChart(rows, options), /Row 2, column "value": NaN is not a finite number/);
});

test("a bar that stands twice is refused with both rows", () => {
  const rows = [
    { name: "a", value: 1 },
    { name: "a", value: 2 },
  ];
  assert.throws(() => barChart(rows, options), /"a" stands in rows 1 and 2/);
});

test("a column that is not there is refused with those that are", () => {
  assert.throws(
    () => barChart([{ x: 1 }] as object[] as { name: string; value: number }[], options),
    /no column "name".*"x"/,
  );
});

test("an Arquero table is drawn as its rows are", async () => {
  const aq = await import("arquero");
  const rows = [
    { name: "a", value: 1 },
    { name: "b", value: 2 },
  ];
  assert.deepEqual(barChart(aq.from(rows), options), barChart(rows, options));
});

test("more than eight series are refused", () => {
  const rows = Array.from({ length: 9 }, (_v, i) => ({ name: "a", value: 1, series: `s${i}` }));
  assert.throws(() => barChart(rows, { ...options, series: "series" }), /9 series are too many/);
});

test("months that stand too close are named from January on, as many as fit", () => {
  const rows = Array.from({ length: 13 }, (_, i) => ({
    month: i === 0 ? "2010-12" : `2011-${String(i).padStart(2, "0")}`,
    revenue: 400_000 + i,
  }));
  const { wide, narrow } = barChart(rows, {
    title: "Revenue",
    category: "month",
    value: "revenue",
    orientation: "vertical",
  });
  const named = (svg: string): string[] =>
    [...svg.matchAll(/>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|20\d\d)</g)].map(([, name]) => name!);
  assert.deepEqual(named(narrow), ["Jan", "2011", "Mar", "May", "Jul", "Sep", "Nov"]);
  assert.equal(named(wide).length, 13 + 2);
});

test("long names are broken in lines rather than cut, and the categories keep their title", () => {
  const rows = ["85123A WHITE HANGING HEART HOLDER", "22423 REGENCY CAKESTAND 3 TIER"].map((name, i) => {
    return { name, value: i + 1 };
  });
  for (const svg of ["wide", "narrow"] as const) {
    const drawn = barChart(rows, { ...options, categoryTitle: "Product", orientation: "horizontal" })[svg];
    const said = drawn.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    for (const { name } of rows) assert.ok(said.includes(name), `${svg}: ${said}`);
    assert.ok(said.includes("Product") && !said.includes("…"));
  }
});

test("a value title wider than the bars' room ends with the plot, on the drawing", () => {
  const name = "JUMBO BAG RED RETROSPOT WITH A LONG NAME";
  const valueTitle = "Share of the cluster's customers";
  const chart = barChart([{ name, value: 1 }], { ...options, valueTitle, orientation: "horizontal" });
  const titleOf = (svg: string) =>
    /text-anchor="(\w+)" transform="translate\(([\d.]+),[\d.]+\)"[^>]*>Share of/.exec(svg);
  assert.equal(titleOf(chart.wide)?.[1], "middle");
  const [, anchor, x] = titleOf(chart.narrow) ?? [];
  assert.equal(anchor, "end");
  assert.ok(Number(x) > 150 && Number(x) <= 340, `${x}`);
});
