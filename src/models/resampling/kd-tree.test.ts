import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { type KdNode, kdTree } from "./kd-tree";

test("every row stands in one box, halves lie on either side of their axis, and boxes are small", () => {
  const random = createRandom(3);
  const values = Float64Array.from({ length: 3 * 500 }, () => random.int(40));
  const tree = kdTree(values, 3);
  assert.deepEqual(
    tree.rows.toSorted(),
    Uint32Array.from({ length: 500 }, (_, row) => row),
  );
  const rowsOf = ({ from, to }: KdNode) => [...tree.rows.subarray(from, to)];
  const leaves: number[] = [];
  const visit = (node: KdNode) => {
    const { from, to, split } = node;
    if (split === null) return leaves.push(to - from);
    const on = (half: KdNode) => rowsOf(half).map((row) => values[3 * row + split.axis]!);
    assert.equal(Math.max(...on(split.lower)), split.low);
    assert.equal(Math.min(...on(split.upper)), split.high);
    assert.ok(split.low <= split.high);
    assert.deepEqual([split.lower.from, split.lower.to, split.upper.to], [from, split.upper.from, to]);
    visit(split.lower);
    return visit(split.upper);
  };
  visit(tree.root);
  assert.ok(leaves.length > 40 && Math.max(...leaves) <= 12, String(leaves));
  tree.rows.forEach((row, place) => {
    assert.deepEqual(tree.values.subarray(3 * place, 3 * place + 3), values.subarray(3 * row, 3 * row + 3));
  });
});

test("points that are all the same share one box", () => {
  assert.deepEqual(kdTree(new Float64Array(100).fill(7), 2).root, { from: 0, to: 50, split: null });
});
