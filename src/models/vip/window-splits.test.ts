import assert from "node:assert/strict";
import { test } from "node:test";
import type { Learner } from "../splits/cross-predict";
import type { VipTask } from "./vip-task";
import { predictLater } from "./window-splits";

/** A task whose only feature is a number that tells customer and window. */
function taskOf(customers: readonly string[], numbers: readonly number[]): VipTask {
  const top = {
    threshold: 0,
    labels: Uint8Array.from(customers, (_, i) => i % 2) as Uint8Array,
    count: 1,
  };
  const spend = Float64Array.from(customers, () => 0);
  return {
    customers,
    features: { names: ["number"], columns: [numbers] },
    spend,
    laterSpend: spend,
    known: top,
    later: top,
  };
}

const earlier = taskOf(["a", "b", "c", "d"], [1, 2, 3, 4]);
const later = taskOf(["b", "c", "e"], [12, 13, 15]);
const foldOf = [0, 1, 1];

/** Remembers what it learnt from, and scores each row by its number. */
function spy(): { learner: Learner; learnt: { numbers: number[]; labels: number[] }[] } {
  const learnt: { numbers: number[]; labels: number[] }[] = [];
  return {
    learnt,
    learner: (features, labels) => {
      learnt.push({ numbers: Array.from(features.columns[0]!), labels: Array.from(labels) });
      return (others) => Float64Array.from(others.columns[0]!);
    },
  };
}

test("each split knows what its name says, and every customer gets the own row's score", async () => {
  const expected = {
    customer: [
      { numbers: [13, 15], labels: [1, 0] },
      { numbers: [12], labels: [0] },
    ],
    time: [{ numbers: [1, 2, 3, 4], labels: [0, 1, 0, 1] }],
    both: [
      { numbers: [1, 3, 4], labels: [0, 0, 1] },
      { numbers: [1, 2, 4], labels: [0, 1, 1] },
    ],
  } as const;
  for (const split of ["customer", "time", "both"] as const) {
    const { learner, learnt } = spy();
    assert.deepEqual(
      [...(await predictLater(earlier, later, { split, foldOf, learner }))],
      [12, 13, 15],
      split,
    );
    assert.deepEqual(learnt, expected[split], split);
  }
});

test("folds that are not one a customer are refused", async () => {
  const { learner } = spy();
  await assert.rejects(
    predictLater(earlier, later, { split: "both", foldOf: [0, 1], learner }),
    /2 folds for 3 customers/,
  );
});
