import assert from "node:assert/strict";
import { test } from "node:test";
import { splitByCustomer } from "../splits/splits";
import { nearestKin } from "./nearest-kin";
import { smote } from "./smote";

// Given rows 0 to 4, the last two of the rarer label; rows 5 to 8 lie between these.
const made = {
  features: { names: ["x"], columns: [[0, 1, 2, 10, 20, 11, 12, 18, 30]] },
  labels: Uint8Array.of(0, 0, 0, 1, 1, 1, 1, 1, 1),
  bases: Uint32Array.of(3, 3, 4, 2),
  neighbours: Uint32Array.of(4, 4, 3, 1),
};

test("a row made beside one that is learnt from the same two is its sibling", () => {
  // 11 is nearest to 12, which lies between the same two; 10 is left out.
  const split = { train: Uint32Array.of(0, 1, 6, 8), test: Uint32Array.of(5) };
  assert.deepEqual(nearestKin(made, split).synthetic, {
    rows: 1,
    parentOrChild: 0,
    siblings: 1,
    strangers: 0,
  });
});

test("a row that was made from the nearest, or the nearest from it, is its child or parent", () => {
  const child = { train: Uint32Array.of(0, 3), test: Uint32Array.of(5) };
  assert.equal(nearestKin(made, child).synthetic.parentOrChild, 1);
  const parent = { train: Uint32Array.of(0, 7), test: Uint32Array.of(2, 4) };
  const { given, synthetic } = nearestKin(made, parent);
  assert.deepEqual(
    given,
    { rows: 1, parentOrChild: 1, siblings: 0, strangers: 0 },
    "row 2 has the other label",
  );
  assert.equal(synthetic.rows, 0);
});

test("a row nearest to one that was made from others is a stranger", () => {
  const split = { train: Uint32Array.of(0, 1, 8), test: Uint32Array.of(7) };
  assert.equal(nearestKin(made, split).synthetic.strangers, 1);
});

test("after a split by chance most made-up rows stand beside their kin, without made-up rows nobody does", () => {
  const column = (step: number) => Array.from({ length: 300 }, (_, row) => ((row * step) % 307) + row / 997);
  const labels = Array.from({ length: 300 }, (_, row) => (row % 5 === 0 ? 1 : 0));
  const more = smote({ names: ["a", "b"], columns: [column(17), column(101)] }, labels, { seed: 3 });
  const byChance = splitByCustomer(Uint32Array.from(more.labels.keys()), { seed: 2 });
  const { synthetic } = nearestKin(more, byChance, { most: 60, seed: 4 });
  assert.equal(synthetic.rows, synthetic.parentOrChild + synthetic.siblings + synthetic.strangers);
  assert.ok(synthetic.strangers < 0.5 * synthetic.rows, JSON.stringify(synthetic));
  const tested = Uint32Array.of(0, 5, 10);
  const given = {
    train: Uint32Array.from(labels.keys()).filter((row) => !tested.includes(row)),
    test: tested,
  };
  assert.equal(nearestKin(more, given).given.strangers, 3, "nothing made is learnt from");
});

test("without synthetic rows there is nothing to ask", () => {
  const none = { ...made, bases: new Uint32Array(0), neighbours: new Uint32Array(0) };
  assert.throws(
    () => nearestKin(none, { train: Uint32Array.of(0), test: Uint32Array.of(1) }),
    /no synthetic rows/,
  );
});
