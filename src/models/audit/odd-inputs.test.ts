import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, type Random } from "../../stats/random";
import type { Features } from "../features/features";
import { rowSplitAsPublished, splitByCustomer } from "../splits/splits";
import { auditModelFeatures } from "./features/audit-model-features";
import { auditSplit } from "./splits/audit-split";
import { honestRows } from "./splits/testing-models";

/** Some of the honest columns and some odd ones: constant, missing, huge, rare, tied, of the customer, equal, or shifted. */
function oddColumns(random: Random, honest: ReturnType<typeof honestRows>): Features {
  const { labels, customers, features } = honest;
  const ofCustomer = Float64Array.from(customers, () => random.normal());
  const column = (value: (row: number) => number) => Float64Array.from(labels, (_, row) => value(row));
  const odd: [string, Float64Array][] = [
    ["constant", column(() => 3)],
    ["missing", column(() => Number.NaN)],
    ["flag", column(() => random.int(2))],
    ["skewed", column(() => Math.exp(4 * random.normal()))],
    ["rare", column(() => (random.next() < 0.02 ? 1 : 0))],
    ["of the customer", column((row) => ofCustomer[customers[row]!]!)],
    ["count of the customer", column((row) => Math.round(3 * Math.abs(ofCustomer[customers[row]!]!)))],
    ["shifted", column((row) => random.normal() + 1.5 * labels[row]!)],
    ["shifted count", column((row) => random.poisson(1 + 2 * labels[row]!))],
    ["tenths", column((row) => random.int(50 + 20 * labels[row]!) / 10)],
    ["orders again", Float64Array.from(Array.from(features.columns[0]!))],
    ["huge", column(() => 1e12 + random.int(1000))],
    ["number", column((row) => row)],
  ];
  const own = features.names.map((name, f): [string, ArrayLike<number>] => [name, features.columns[f]!]);
  const some = [...own, ...odd].filter(() => random.next() < 0.45);
  const all = some.length > 0 ? some : own;
  return { names: all.map(([name]) => name), columns: all.map(([, values]) => values) };
}

test("odd but honest tables raise fewer than one false alarm in 100, be they small, tied, rare or lumpy", () => {
  let [tables, alarms] = [0, 0];
  const heard: string[] = [];
  for (let seed = 1; seed <= 160; seed++) {
    const random = createRandom(seed);
    const rows = [20, 60, 200, 700][seed % 4]!;
    const honest = honestRows(seed, rows, [1, 2, 5, 20][random.int(4)]!, random.int(5) - 1);
    const ones = honest.labels.reduce((a, b) => a + b, 0);
    if (ones === 0 || ones === rows) continue;
    const { labels, customers } = honest;
    const features = oddColumns(random, honest);
    tables++;
    const found = [...auditModelFeatures({ features, labels, groups: customers }).findings];
    const byRow = rowSplitAsPublished(Array.from(labels.keys()), { seed });
    found.push(...auditSplit(byRow, { labels, features }).findings);
    if (new Set(customers).size > 3)
      found.push(
        ...auditSplit(splitByCustomer(customers, { seed }), { customers, labels, features }).findings,
      );
    alarms += found.length;
    heard.push(...found.map(({ check, where, figure }) => `seed ${seed}, ${check}, ${where}: ${figure}`));
  }
  assert.ok(tables > 130, `${tables} tables`);
  assert.ok(alarms <= 1, heard.join("\n"));
});
