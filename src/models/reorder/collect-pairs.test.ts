import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "../../data/engine";
import { collectPairs } from "./collect-pairs";

const block = (rows: readonly (readonly number[])[], ...names: readonly string[]) =>
  columnsOf(
    names.map((name, c) => [name, { kind: "number", values: Float64Array.from(rows, (row) => row[c]!) }]),
  );
const pairs = (...rows: readonly (readonly number[])[]) => block(rows, "customer", "product", "x");
const answers = (...rows: readonly (readonly number[])[]) => block(rows, "customer", "product");

test("blocks are put one after the other, and labelled by what the orders hold", () => {
  const collector = collectPairs(5, ["x"]);
  // The first order holds products that are no pairs, before, between and after those that are.
  collector.add(
    pairs([1, 3, 0.5], [1, 5, 1.5], [2, 1, Number.NaN]),
    answers([1, 1], [1, 4], [1, 5], [1, 9], [2, 7]),
  );
  collector.add(pairs([4, 3, 2], [4, 4, 3]), answers([4, 3], [4, 4]));
  const { features, labels, customers, products, starts, noneRate } = collector.collected();
  assert.deepEqual(features, { names: ["x"], columns: [Float32Array.of(0.5, 1.5, Number.NaN, 2, 3)] });
  assert.deepEqual([...labels], [0, 1, 0, 1, 1]);
  assert.deepEqual([...customers], [1, 1, 2, 4, 4]);
  assert.deepEqual([...products], [3, 5, 1, 3, 4]);
  assert.deepEqual([...starts], [0, 2, 3, 5]);
  assert.equal(noneRate, 1 / 3);
});

test("fewer or more pairs than were counted are refused", () => {
  const collector = collectPairs(1, ["x"]);
  assert.throws(() => collector.collected(), /There are 0 pairs or more and 1 were counted/);
  assert.throws(
    () => collector.add(pairs([1, 1, 1], [1, 2, 1]), answers()),
    /There are 2 pairs or more and 1/,
  );
});
