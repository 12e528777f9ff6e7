import assert from "node:assert/strict";
import { test } from "node:test";
import { drawVega, layOut, render, vegaChart } from "./vega";

const spec = {
  data: {
    values: [
      { x: "a", y: 3 },
      { x: "b", y: 7 },
    ],
  },
  mark: "bar",
  encoding: {
    x: { field: "x", type: "nominal" },
    y: { field: "y", type: "quantitative" },
    color: { field: "x", type: "nominal" },
  },
};

test("drawing at once gives what Vega gives in its own time", async () => {
  const whole = drawVega(spec, 720).spec;
  const view = layOut(whole);
  // Vega numbers its clip paths and gradients per process.
  const plain = (svg: string) => svg.replace(/(clip|gradient_)\d+/g, "$1");
  assert.equal(plain(render(view)), plain(await view.toSVG()));
});

test("a drawing is as wide as asked for", () => {
  for (const width of [340, 720])
    assert.match(drawVega(spec, width).svg, new RegExp(`^<svg [^>]*width="${width}"`));
});

test("a chart of one's own takes its table from its values", () => {
  const chart = vegaChart(spec, { title: "Mine", alt: "Two bars." });
  assert.deepEqual(chart.data, {
    columns: ["x", "y"],
    rows: [
      ["a", 3],
      ["b", 7],
    ],
  });
  assert.equal(
    (chart.spec as { $schema: string }).$schema,
    "https://vega.github.io/schema/vega-lite/v5.json",
  );
});

test("a specification that cannot be compiled is refused", () => {
  assert.throws(() => vegaChart({ ...spec, mark: "no such mark" }, { title: "t", alt: "a" }));
});
