import assert from "node:assert/strict";
import { test } from "node:test";
import { Resvg } from "@resvg/resvg-js";
import { tokens } from "../../theme/tokens";
import { resolveVariables } from "../../theme/variables";
import { cases, emptyCharts } from "../testing-cases";
import { hostile } from "./testing-text";

const all = cases.map((draw) => ({ name: draw.name, draw, chart: draw() }));
const svgs = all.flatMap(({ name, chart }) => [
  { name: `${name} wide`, svg: chart.wide },
  { name: `${name} narrow`, svg: chart.narrow },
]);

test("every chart is well-formed SVG of its width with a label", () => {
  for (const { name, svg } of svgs) {
    // resvg refuses XML that is not well-formed.
    const drawn = new Resvg(resolveVariables(svg), { font: { loadSystemFonts: false } });
    assert.equal(drawn.width, name.endsWith("wide") ? 720 : 340, name);
    assert.match(
      svg,
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img" aria-label="[^"<>]+"/,
      name,
    );
  }
});

test("text from data makes no element, and no style, script or handler stands in a chart", () => {
  const known = new Set("svg rect g path text tspan title line circle clipPath defs".split(" "));
  for (const { name, svg } of svgs) {
    const elements = [...svg.matchAll(/<([A-Za-z][\w:-]*)/g)].map(([, element]) => element!);
    assert.deepEqual(
      [...new Set(elements)].filter((element) => !known.has(element)),
      [],
      name,
    );
    assert.doesNotMatch(svg, /\s(style|class|on\w+)="/, name);
  }
});

test("hostile text is shown as text", () => {
  const { wide } = all.find(({ name }) => name === "ledgerLong")!.chart;
  assert.ok(wide.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert.ok(all.find(({ name }) => name === "barLong")!.chart.data.rows.some(([label]) => label === hostile));
});

test("no text is smaller than 11 pixels", () => {
  for (const { name, svg } of svgs) {
    const sizes = [...svg.matchAll(/font-size="([^"]*)"/g)].map(([, size]) => Number(size));
    assert.ok(sizes.length > 0 && sizes.every((size) => size >= 11), `${name}: ${sizes}`);
  }
});

test("the same call gives the same bytes", () => {
  for (const { name, draw, chart } of all) assert.deepEqual(draw(), chart, name);
});

test("all colours are tokens, so that a page can change them", () => {
  for (const { name, svg } of svgs) {
    const own = svg.replace(/var\(--sb-\w+, #[0-9a-f]{6}\)/g, "");
    assert.doesNotMatch(own, /="(#|rgb|hsl|white|black|currentColor)/, name);
  }
});

test("in the dark every colour is a dark one", () => {
  const dark = new Set<string>(Object.values(tokens).map((token) => token.dark));
  for (const { name, svg } of svgs) {
    const colours = resolveVariables(svg, "dark").match(/#[0-9a-f]{6}\b/g) ?? [];
    assert.ok(colours.length > 2, name);
    assert.deepEqual(
      colours.filter((colour) => !dark.has(colour)),
      [],
      name,
    );
  }
});

test("a chart without data says so", () => {
  for (const draw of emptyCharts) {
    const chart = draw();
    assert.match(chart.wide, />No data to show</);
    assert.match(chart.narrow, />No data to show</);
    assert.equal(chart.alt, "No data to show.");
  }
});
