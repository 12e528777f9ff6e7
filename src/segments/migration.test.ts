import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { migration } from "./migration";

const names = ["Good", "Poor"];
const march = { customer: ["a", "b", "c", "d"], segmentOf: [0, 0, 1, 1], names };
const june = { customer: ["e", "d", "a", "b"], segmentOf: [0, 0, 0, 1], names };

test("customers are counted by where they were and where they are", () => {
  const moved = migration(march, june);
  assert.deepEqual(moved.from, ["Good", "Poor", "No customer yet"]);
  assert.deepEqual(moved.to, ["Good", "Poor", "Gone"]);
  assert.deepEqual(moved.counts, [
    [1, 1, 0],
    [1, 0, 1],
    [1, 0, 0],
  ]);
  assert.deepEqual(moved.links[2], { from: "Poor", to: "Good", customers: 1 });
  assert.deepEqual(
    moved.stayed.map(({ segment, share }) => [segment, share.estimate]),
    [
      ["Good", 0.5],
      ["Poor", 0],
    ],
  );
});

test("nobody is absent where all customers are at both dates", () => {
  const moved = migration(march, { ...march, segmentOf: [1, 1, 1, 1] });
  assert.deepEqual([moved.from, moved.to], [names, names]);
});

test("links add up to the customers, rows to the sizes before, columns to those after, whatever the order", () => {
  const people = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(people, people, (was, is) => {
      const list = (ids: readonly number[]) => ({
        customer: ids.map(String),
        segmentOf: ids.map((id) => id % 3),
        names: ["x", "y", "z"],
      });
      const moved = migration(list(was), list(is));
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      assert.equal(sum(moved.links.map((link) => link.customers)), new Set([...was, ...is]).size);
      for (const s of [0, 1, 2]) {
        assert.equal(sum(moved.counts[s] ?? []), was.filter((id) => id % 3 === s).length);
        assert.equal(
          sum(moved.counts.map((row) => row[s] as number)),
          is.filter((id) => id % 3 === s).length,
        );
      }
      const turned = migration(list(was.toReversed()), list(is.toReversed()));
      assert.deepEqual(turned, moved);
    }),
  );
});

test("customers who come twice, wrong segments and taken names are refused", () => {
  assert.throws(
    () => migration({ ...march, customer: ["a", "a", "c", "d"] }, june),
    /customer a comes twice before/,
  );
  assert.throws(
    () => migration(march, { ...june, segmentOf: [0, 0, 2, 0] }),
    /customer a is in segment 2, of 2/,
  );
  assert.throws(() => migration(march, june, { before: "x", after: "Poor" }), /"Poor" is a segment/);
});
