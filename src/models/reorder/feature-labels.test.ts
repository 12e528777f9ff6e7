import assert from "node:assert/strict";
import { test } from "node:test";
import { reorderLabel } from "./feature-labels";
import { REORDER_FEATURES } from "./feature-list";

test("labels tell features apart and are short; a feature without one keeps its name", () => {
  const labels = REORDER_FEATURES.map(({ name }) => reorderLabel(name));
  assert.equal(new Set(labels).size, REORDER_FEATURES.length);
  for (const label of labels) assert.ok(label.length <= 40, label);
  assert.equal(reorderLabel("uxp_streak"), "orders in a row that held it");
  assert.equal(reorderLabel("o_hour"), "o_hour");
  // So many features are worded: a label of a name that is none would be one too few.
  assert.equal(labels.filter((label, f) => label !== REORDER_FEATURES[f]!.name).length, 43);
});
