import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { boost } from "./boost";
import type { BoostedTrees } from "./boosted-trees";
import { boostedTreesFromJson, boostedTreesToJson, loadBoostedTrees, saveBoostedTrees } from "./model-json";
import { anyTable, referenceTable } from "./testing";

async function smallModel(): Promise<BoostedTrees> {
  const { features, target } = referenceTable(60);
  return (await boost(features, target, { loss: "squared error", trees: 3, minRows: 5 })).model;
}

test("any model comes back with the same bits", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyTable,
      fc.constantFrom("__proto__", '</script>"', "größe"),
      async ({ features, target }, name) => {
        const named = { ...features, names: [name, ...features.names.slice(1)] };
        const { model } = await boost(named, target, { loss: "squared error", trees: 3, minRows: 1 });
        assert.deepEqual(boostedTreesFromJson(boostedTreesToJson(model)), model);
      },
    ),
    { numRuns: 50 },
  );
});

test("a model goes through a file, and nothing else is left beside it", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "boosted-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, "model.json");
  const model = await smallModel();
  await saveBoostedTrees(path, model);
  assert.deepEqual(await loadBoostedTrees(path), model);
  assert.deepEqual(await readdir(folder), ["model.json"]);
  await writeFile(path, "{");
  await assert.rejects(loadBoostedTrees(path), /model\.json: The text is no JSON/);
});

test("a damaged model is refused, with the tree and the node", async () => {
  const text = boostedTreesToJson(await smallModel());
  const read = (changes: Record<string, unknown>) =>
    boostedTreesFromJson(JSON.stringify({ ...JSON.parse(text), ...changes }));
  const ofModel: [changes: Record<string, unknown>, message: RegExp][] = [
    [{ format: "other" }, /no model of the format/],
    [{ loss: "toString" }, /loss is "toString"/],
    [{ names: ["a", "a", "b"] }, /different texts/],
    [{ base: null }, /base is null/],
    [{ trees: {} }, /no list of trees/],
    [{ trees: [{ ...JSON.parse(text).trees[0], gain: undefined }] }, /Tree 1: "gain" is no list/],
    [{ trees: [{ ...JSON.parse(text).trees[0], left: [] }] }, /Tree 1: its lists .* differ in length/],
    [
      { trees: [{ ...JSON.parse(text).trees[0], leftCategories: [[99, [1]]] }] },
      /Tree 1: "leftCategories" are no lists/,
    ],
    [
      { trees: [{ ...JSON.parse(text).trees[0], leftCategories: [[0, [null]]] }] },
      /Tree 1: "leftCategories" are no lists/,
    ],
    [{ trees: [null] }, /Tree 1: "feature" is no list/],
  ];
  assert.doesNotThrow(() => read({}));
  for (const [changes, message] of ofModel) assert.throws(() => read(changes), message);
  assert.throws(() => boostedTreesFromJson("null"), /no model of the format/);

  const ofRoot: [part: string, value: unknown, message: RegExp][] = [
    ["left", 0, /Tree 2, node 0: the left child 0/],
    ["right", 99, /Tree 2, node 0: the right child 99/],
    ["feature", 3, /Tree 2, node 0: the feature 3 of 3/],
    ["missingLeft", 2, /Tree 2, node 0: missingLeft 2/],
    ["threshold", null, /Tree 2: "threshold" is no list of numbers/],
    ["rows", 0, /Tree 2, node 0: 0 training rows/],
    ["rows", 61, /Tree 2, node 0: .* do not add up/],
  ];
  for (const [part, value, message] of ofRoot) {
    const { trees } = JSON.parse(text) as { trees: Record<string, unknown[]>[] };
    trees[1]![part]![0] = value;
    assert.throws(() => read({ trees }), message);
  }
});
