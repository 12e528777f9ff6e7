import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { layOutNetwork } from "./network-layout";

const options = { width: 340, distance: 60, margin: { x: 14, y: 14 } };
const network = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const node = fc.nat(size - 1);
  const link = fc.tuple(node, node).filter(([a, b]) => a !== b);
  return fc.record({
    nodes: fc.array(fc.record({ r: fc.integer({ min: 4, max: 16 }) }), { minLength: size, maxLength: size }),
    links: fc.array(size > 1 ? link.map(([from, to]) => ({ from, to })) : fc.constant({ from: 0, to: 0 }), {
      maxLength: size > 1 ? 16 : 0,
    }),
  });
});

test("every node lies within the drawing, at a tenth of a pixel, and the same network lies the same", () => {
  fc.assert(
    fc.property(network, ({ nodes, links }) => {
      const { x, y, height } = layOutNetwork(nodes, links, options);
      for (const [i, { r }] of nodes.entries()) {
        assert.ok(x[i]! - r >= 0 && x[i]! + r <= 340, `x ${x[i]}`);
        assert.ok(y[i]! - r >= 0 && y[i]! + r <= height, `y ${y[i]}`);
        assert.equal(x[i], Math.round(x[i]! * 10) / 10);
      }
      assert.deepEqual(layOutNetwork(nodes, links, options), { x, y, height });
    }),
    { seed: 1, numRuns: 40 },
  );
});

test("parts of a network lie apart from each other", () => {
  const nodes = Array.from({ length: 12 }, () => ({ r: 10 }));
  const links = [0, 2, 4, 6, 8, 10].map((from) => ({ from, to: from + 1 }));
  const { x, y } = layOutNetwork(nodes, links, options);
  for (let i = 0; i < 12; i++) {
    for (let j = 0; j < i; j++) assert.ok(Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) > 20, `${i} and ${j}`);
  }
});

test("circles of a network that is squeezed into the width do not overlap", () => {
  const nodes = Array.from({ length: 45 }, (_v, i) => ({ r: 10 + (i % 4) }));
  const links = nodes.slice(1).map((_node, i) => ({ from: i < 22 ? 0 : 1, to: i + 1 }));
  const { x, y } = layOutNetwork(nodes, links, { ...options, width: 120 });
  for (let i = 0; i < 45; i++) {
    assert.ok(x[i]! - nodes[i]!.r >= 0 && x[i]! + nodes[i]!.r <= 120);
    for (let j = 0; j < i; j++) {
      const apart = Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
      assert.ok(apart >= nodes[i]!.r + nodes[j]!.r, `${i} and ${j}`);
    }
  }
});

test("a line is about as long as asked, another seed gives another drawing", () => {
  const nodes = Array.from({ length: 5 }, () => ({ r: 8 }));
  const links = [1, 2, 3, 4].map((to) => ({ from: 0, to }));
  const one = layOutNetwork(nodes, links, { ...options, width: 720 });
  for (let i = 1; i < 5; i++) {
    const length = Math.hypot(one.x[i]! - one.x[0]!, one.y[i]! - one.y[0]!);
    assert.ok(length > 45 && length < 110, `${length}`);
  }
  assert.notDeepEqual(layOutNetwork(nodes, links, { ...options, width: 720, seed: 2 }), one);
});
