import assert from "node:assert/strict";
import { test } from "node:test";
import { groupShares } from "./group-shares";

/** 40 customers, half of each group; group a buys bread and milk 3 : 1, group b 1 : 1, and one customer buys caviar. */
const ids = Array.from({ length: 40 }, (_v, i) => `c${i}`);
const groupOf = new Map(ids.map((id, i) => [id, i < 20 ? "a" : "b"]));
const rows = ids.flatMap((id, i) => [
  { id, category: "bread", n: i < 20 ? 3 : 2 },
  { id, category: "milk", n: i < 20 ? 1 : 2 },
  ...(i === 0 ? [{ id, category: "caviar", n: 4 }] : []),
]);
const counts = {
  customer: rows.map(({ id }) => id),
  category: rows.map(({ category }) => category),
  n: rows.map(({ n }) => n),
};
const options = { resamples: 50, seed: 1 };

test("shares are of all the group's lines, lifts against the share of all, the greatest first", () => {
  const found = groupShares(counts, groupOf, ["a", "b"], options);
  assert.deepEqual(
    found.map(({ group, category, n, customers }) => [group, category, n, customers]),
    [
      ["a", "bread", 60, 20],
      ["a", "milk", 20, 20],
      ["b", "bread", 40, 20],
      ["b", "milk", 40, 20],
    ],
  );
  // Group a has 84 lines with the caviar, all together 164; bread is 100 of them.
  const [bread] = found;
  assert.ok(Math.abs(bread!.share.estimate - 60 / 84) < 1e-12);
  assert.ok(Math.abs(bread!.lift.estimate - 60 / 84 / (100 / 164)) < 1e-12);
});

test("intervals hold the estimates, and come the same from the same seed", () => {
  const found = groupShares(counts, groupOf, ["a", "b"], options);
  for (const { share, lift } of found) {
    for (const { estimate, low, high } of [share, lift]) assert.ok(low <= estimate && estimate <= high);
  }
  assert.deepEqual(groupShares(counts, groupOf, ["a", "b"], options), found);
});

test("a category of few customers counts in the whole only, unless fewer are asked for", () => {
  const told = (least: number) =>
    groupShares(counts, groupOf, ["a", "b"], { ...options, least }).map(({ category }) => category);
  assert.ok(!told(2).includes("caviar"));
  assert.ok(told(30).every((category) => category === "bread" || category === "milk"));
});

test("customers of no group are left out", () => {
  const only = new Map([...groupOf].filter(([, group]) => group === "b"));
  const [bread] = groupShares(counts, only, ["b"], { ...options, least: 1 });
  assert.deepEqual([bread!.share.estimate, bread!.lift.estimate], [0.5, 1]);
});

test("groups that are too small, columns that differ and counts that are none are refused", () => {
  const few = new Map([...groupOf].map(([id], i) => [id, i < 3 ? "a" : "b"]));
  assert.throws(() => groupShares(counts, few, ["a", "b"], options), /group "a" has 3 customers/);
  assert.throws(() => groupShares({ ...counts, n: [1] }, groupOf, ["a"], options), /and 1 counts/);
  const wrong = { ...counts, n: [Number.NaN, ...counts.n.slice(1)] };
  assert.throws(() => groupShares(wrong, groupOf, ["a"], options), /row 0 counts NaN/);
});
