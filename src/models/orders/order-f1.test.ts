import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { type ForetoldOrders, meanOrderF1, orderF1s, pooledPairF1 } from "./order-f1";

/** Twelve orders of five candidates: i * 7 % 11 < 3 from the sixth of every twenty, i * 5 % 13 < 6, o % 4 == 0. */
const twelve: ForetoldOrders = {
  starts: Array.from({ length: 13 }, (_, o) => 5 * o),
  bought: Array.from({ length: 60 }, (_, i) => ((i * 7) % 11 < 3 && i % 20 >= 5 ? 1 : 0)),
  foretold: Array.from({ length: 60 }, (_, i) => ((i * 5) % 13 < 6 ? 1 : 0)),
  none: Array.from({ length: 12 }, (_, o) => (o % 4 === 0 ? 1 : 0)),
};

test("both measures are scikit-learn's, with None as a sixth label of each order", () => {
  // B, F = bought, foretold as 12 × 5, with the columns B.sum(1) == 0 and none; f1_score(B[o], F[o]) for each o,
  // f1_score(B, F, average="samples"), and f1_score(bought, foretold) without None, scikit-learn 1.9
  const each = [0.4, 0.5, 0.5, 1, 0.5, 0.5, 0, 0, 0.5, 0, 0.5, 0.6666666666666666];
  orderF1s(twelve).forEach((f1, o) => {
    assertClose(f1, each[o]!, 1e-15, `order ${o}`);
  });
  assertClose(meanOrderF1(twelve), 0.4222222222222223, 1e-15);
  assertClose(pooledPairF1(twelve.bought, twelve.foretold), 0.35, 1e-15);
});

test("None alone is right where nothing is bought, half right beside two items, and worthless elsewhere", () => {
  const orders = { starts: [0, 2, 4, 6, 6], bought: [0, 0, 0, 0, 1, 0], foretold: [0, 0, 1, 1, 0, 0] };
  assert.deepEqual([...orderF1s({ ...orders, none: [1, 1, 1, 1] })], [1, 0.5, 0, 1]);
  assert.deepEqual([...orderF1s({ ...orders, none: [0, 0, 0, 0] })], [0, 0, 0, 0]);
});

test("one order with a bought item has the same F1 either way, and a perfect forecast has one", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { maxLength: 20 }), (pairs) => {
      const bought = [...pairs.map(([b]) => b), 1];
      const foretold = [...pairs.map(([, f]) => f), 0];
      const starts = [0, bought.length];
      const mean = meanOrderF1({ starts, bought, foretold, none: [0] });
      assertClose(mean, pooledPairF1(bought, foretold), 1e-15);
      assert.equal(meanOrderF1({ starts, bought, foretold: bought, none: [0] }), 1);
    }),
  );
});

test("marks and starts that do not fit are refused with their place", () => {
  const good = { starts: [0, 2], bought: [1, 0], foretold: [1, 1], none: [0] };
  assert.throws(() => orderF1s({ ...good, bought: [1, 2] }), /"bought" of candidate 1 is 2/);
  assert.throws(() => orderF1s({ ...good, foretold: [0.5, 1] }), /"foretold" of candidate 0 is 0.5/);
  assert.throws(() => orderF1s({ ...good, foretold: [1] }), /2 candidates bought or not, 1 foretold/);
  assert.throws(() => orderF1s({ ...good, starts: [0, 1] }), /from 0 to 1: they go from 0 to .* 2/);
  assert.throws(() => orderF1s({ ...good, starts: [] }), /starts of orders/);
  assert.throws(() => orderF1s({ ...good, starts: [0, 3, 2], none: [0, 0] }), /Order 1 starts at 3/);
  assert.throws(() => orderF1s({ ...good, none: [2] }), /order 0 is 2/);
  assert.throws(() => orderF1s({ ...good, none: [] }), /0 marks of "None" for 1 orders/);
  assert.throws(() => meanOrderF1({ starts: [0], bought: [], foretold: [], none: [] }), /no orders/);
  assert.throws(() => pooledPairF1([0, 0], [0, 0]), /0 \/ 0/);
});
