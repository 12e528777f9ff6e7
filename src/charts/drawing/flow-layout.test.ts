import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { layOutFlow } from "./flow-layout";

const flows = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 16, maxLength: 16 })
  .map((values) =>
    values
      .map((value, i) => ({ stage: 0, from: Math.floor(i / 4), to: i % 4, value }))
      .filter(({ value }) => value > 0),
  )
  .filter((links) => links.length > 0);
const room = { stages: 2, height: 300, least: () => 28 };

test("ribbons fill the bars they leave and reach, in the order of the groups", () => {
  fc.assert(
    fc.property(flows, (links) => {
      const { nodes, ribbons } = layOutFlow(links, room);
      const scale = 300 / links.reduce((sum, { value }) => sum + value, 0);
      for (const node of nodes) {
        const own = ribbons
          .filter(({ link }) => (node.stage === 0 ? link.from : link.to) === node.group)
          .map(({ link, y0, y1 }) =>
            node.stage === 0 ? { other: link.to, y: y0, link } : { other: link.from, y: y1, link },
          )
          .sort((a, b) => a.other - b.other);
        let y = node.y;
        for (const ribbon of own) {
          assert.ok(Math.abs(ribbon.y - y) < 1e-9);
          y += ribbon.link.value * scale;
        }
        assert.ok(Math.abs(y - node.y - node.value * scale) < 1e-9);
      }
    }),
  );
});

test("bars stand in order, far enough from each other for their names", () => {
  fc.assert(
    fc.property(flows, (links) => {
      const { nodes, height } = layOutFlow(links, room);
      for (const stage of [0, 1]) {
        const own = nodes.filter((node) => node.stage === stage).sort((a, b) => a.group - b.group);
        for (const [i, node] of own.entries()) {
          const [before, middle] = [own[i - 1], node.y + node.height / 2];
          if (before) {
            assert.ok(node.y >= before.y + before.height);
            assert.ok(middle - before.y - before.height / 2 >= 28);
          }
          assert.ok(middle + 14 <= height + 1e-9 && node.y + node.height <= height + 1e-9);
        }
      }
    }),
  );
});

test("the least flow is drawn one pixel high", () => {
  const { ribbons } = layOutFlow(
    [
      { stage: 0, from: 0, to: 0, value: 100_000 },
      { stage: 0, from: 0, to: 1, value: 1 },
    ],
    room,
  );
  assert.deepEqual(
    ribbons.map(({ thick0 }) => thick0 >= 1),
    [true, true],
  );
});
