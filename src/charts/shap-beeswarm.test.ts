import assert from "node:assert/strict";
import { test } from "node:test";
import { shapBeeswarm } from "./shap-beeswarm";

const features = {
  names: ["weak", "strong", "gaps"],
  columns: [
    [1, 2, 3, 4],
    [10, 20, 30, 40],
    [1, Number.NaN, 1, 1],
  ],
};
const contributions = {
  expected: 0,
  columns: [
    [0.1, -0.1, 0.1, -0.1],
    [2, 1, -1, -2],
    [0.2, 0.2, 0.2, 0.2],
  ].map((column) => Float64Array.from(column)),
};
/** How many dots a drawing has. */
const dots = (svg: string) => svg.match(/M-?[\d.]+,-?[\d.]+h0/g)?.length ?? 0;

test("features stand by their mean absolute contribution, with a dot a row", () => {
  const { data, wide, narrow, alt } = shapBeeswarm(contributions, features, { title: "t" });
  assert.deepEqual(
    data.rows.map(([name, mean]) => [name, mean]),
    [
      ["strong", 1.5],
      ["gaps", 0.2],
      ["weak", 0.1],
    ],
  );
  assert.deepEqual([dots(wide), dots(narrow)], [12, 12]);
  assert.equal(
    alt,
    "4 rows. Strongest: strong, 83.3\u00a0% of all contributions, more of it lowers the prediction (rank correlation −1.00).",
  );
});

test("a missing value has a colour of its own, which the key tells only where there is one", () => {
  assert.match(shapBeeswarm(contributions, features, { title: "t" }).wide, />missing</);
  const { wide } = shapBeeswarm(contributions, features, { title: "t", top: 1 });
  assert.doesNotMatch(wide, />missing</);
  assert.equal(dots(wide), 4);
});

test("features bear the names they are given", () => {
  const { data, wide } = shapBeeswarm(contributions, features, {
    title: "t",
    label: (name) => `The ${name} <one>`,
  });
  assert.equal(data.rows[0]![0], "The strong <one>");
  assert.ok(wide.includes("The strong &lt;one&gt;"));
});

test("contributions to other rows, and no features, are refused", () => {
  const fewer = { ...contributions, columns: contributions.columns.slice(1) };
  assert.throws(
    () => shapBeeswarm(fewer, features, { title: "t" }),
    /Contributions of 2 features, but there are 3/,
  );
  assert.throws(() => shapBeeswarm(contributions, features, { title: "t", top: 0 }), /The top 0 features/);
});

test("a hundred thousand rows are a small drawing", () => {
  const rows = Array.from({ length: 100_000 }, (_v, i) => i);
  const many = { expected: 0, columns: [Float64Array.from(rows, (i) => Math.sin(i) ** 3)] };
  const { wide, narrow } = shapBeeswarm(many, { names: ["a"], columns: [rows] }, { title: "t" });
  assert.ok(wide.length < 15_000 && narrow.length < 10_000, `${wide.length}, ${narrow.length}`);
});
