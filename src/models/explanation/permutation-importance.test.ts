import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import type { Features } from "../features/features";
import { permutationImportance } from "./permutation-importance";

/** 2,000 rows; the label is 1 where `tells` is above 0.7, `idle` has nothing to do with it, `copy` is not asked. */
const column = (step: number) => Array.from({ length: 2000 }, (_, row) => ((row * step) % 2003) / 2003);
const features: Features = {
  names: ["tells", "idle", "copy"],
  columns: [column(17), column(101), column(17)],
};
const labels = column(17).map((value) => (value > 0.7 ? 1 : 0));
const predict = (table: Features) =>
  Float64Array.from(table.columns[0]!, (value, row) => 0.999 * value + 0.001 * table.columns[1]![row]!);

test("a feature that tells all leaves chance when shuffled, one that is not asked leaves all", () => {
  const [tells, idle, copy] = permutationImportance(predict, features, labels, { repeats: 10, seed: 3 });
  // From an AUC of nearly 1 to one of 0.5, whose standard error for 600 and 1,400 rows is 0.014.
  assertClose(tells!.importance, 0.5, (4 * 0.0141) / Math.sqrt(10));
  assertClose(tells!.deviation, 0.0141, 0.012);
  assert.ok(Math.abs(idle!.importance) < 0.001);
  assert.deepEqual(copy, { name: "copy", importance: 0, deviation: 0 });
});

test("a loss grows as much as independent values say", () => {
  const [tells] = permutationImportance(predict, features, labels, {
    measure: "Brier score",
    repeats: 20,
    seed: 1,
  });
  // Score p uniform and, shuffled, independent of the label (1 with chance q = .3): the mean of (p − label)² is then
  // q · 1/3 + (1 − q) · 1/3 = 1/3, before it is ∫₀^.7 p² + ∫.7^1 (1 − p)² = .7³/3 + .3³/3 = .123333.
  assertClose(tells!.importance, 1 / 3 - (0.7 ** 3 + 0.3 ** 3) / 3, 0.004);
});

test("rows are not touched, and the seed decides", () => {
  const before = structuredClone(features);
  const run = (seed: number) => permutationImportance(predict, features, labels, { seed, repeats: 2 });
  assert.deepEqual(run(5), run(5));
  assert.notDeepEqual(run(5), run(6));
  assert.deepEqual(features, before);
});

test("what cannot be measured is refused", () => {
  const refused = (options: object, message: RegExp) =>
    assert.throws(() => permutationImportance(predict, features, labels, options), message);
  refused({ repeats: 0 }, /0 repeats/);
  refused({ measure: "toString" }, /no measure "toString": take one of AUC, average precision/);
  assert.throws(() => permutationImportance(() => [0.5], features, labels), /2000 labels of 1 scores/);
});
