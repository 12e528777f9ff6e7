import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { boost } from "../boosting/boost";
import { marginsOf } from "../boosting/boosted-trees";
import { treeShap } from "../boosting/tree-shap";
import { reasonsOf } from "./reasons";

const features = {
  names: ["recency", "spend", "__proto__", "idle"],
  columns: [
    [3, 40],
    [12.3456, 7],
    [1, Number.NaN],
    [0, 0],
  ],
};
const contributions = {
  expected: -1,
  columns: [
    [0.2, -0.9],
    [-0.5, 0.1],
    [0.1, 0.4],
    [0, 0],
  ].map((column) => Float64Array.from(column)),
};

test("the strongest effects come first, either way, worded where there are words", () => {
  const words = { recency: (days: number) => `last order ${days} days ago` };
  assert.deepEqual(reasonsOf(contributions, features, 0, { words }), [
    { name: "spend", value: 12.3456, effect: -0.5, text: "spend: 12.3" },
    { name: "recency", value: 3, effect: 0.2, text: "last order 3 days ago" },
    { name: "__proto__", value: 1, effect: 0.1, text: "__proto__: 1" },
  ]);
  assert.deepEqual(
    reasonsOf(contributions, features, 1, { words, top: 2 }).map(({ text }) => text),
    ["last order 40 days ago", "__proto__: unknown"],
  );
});

test("all reasons of a boosted row and what is expected add up to its margin", async () => {
  const column = (step: number) => Array.from({ length: 120 }, (_, row) => (row * step) % 31);
  const table = { names: ["a", "b", "c"], columns: [column(7), column(11), column(13)] };
  const labels = table.columns[0]!.map((a, row) => (a + table.columns[1]![row]! > 30 ? 1 : 0));
  const { model } = await boost(table, labels, { loss: "log loss", trees: 8, minRows: 5 });
  const shap = treeShap(model, table);
  const margins = marginsOf(model, table);
  for (const row of [0, 17, 119]) {
    const reasons = reasonsOf(shap, table, row, { top: 3 });
    assertClose(
      reasons.reduce((sum, { effect }) => sum + effect, shap.expected),
      margins[row]!,
      1e-9,
    );
  }
});

test("a row that is not there and no reasons are refused", () => {
  assert.throws(() => reasonsOf(contributions, features, 2), /no row 2: the table has rows 0 to 1/);
  assert.throws(() => reasonsOf(contributions, features, 0, { top: 0 }), /0 reasons/);
});
