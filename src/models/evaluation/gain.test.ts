import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { gainAt, gainCurve, liftAt } from "./gain";
import { rocAuc } from "./roc";
import { plain, someRows, weighted } from "./testing";

test("gain and lift of ten rows are what one counts by hand", () => {
  const tally = plain({ labels: [1, 1, 0, 1, 0, 0, 0, 0, 1, 0], scores: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] });
  assert.equal(gainAt(tally, 0.2), 2 / 4);
  assert.equal(liftAt(tally, 0.2), 2.5);
  assert.equal(gainAt(tally, 0.5), 3 / 4);
  assert.equal(liftAt(tally, 1), 1);
  const { shares, gains } = gainCurve(tally);
  assert.deepEqual([...shares.subarray(0, 5)], [0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual([...gains.subarray(0, 5)], [0, 0.25, 0.5, 0.5, 0.75]);
});

test("one score for all has a lift of 1 everywhere", () => {
  const tally = plain({ labels: [1, 0, 0, 0], scores: [7, 7, 7, 7] });
  for (const share of [0.1, 0.5, 0.77, 1]) assertClose(liftAt(tally, share), 1, 1e-12);
});

test("the gain at a share lies on the curve's straight pieces", () => {
  fc.assert(
    fc.property(someRows(), fc.integer({ min: 1, max: 100 }), (rows, percent) => {
      const share = percent / 100;
      const tally = weighted(rows);
      const { shares, gains } = gainCurve(tally);
      const i = Math.max(
        1,
        shares.findIndex((x) => x >= share),
      );
      const part = (share - shares[i - 1]!) / (shares[i]! - shares[i - 1]!);
      assertClose(gainAt(tally, share), gains[i - 1]! + part * (gains[i]! - gains[i - 1]!), 1e-12);
      assertClose(liftAt(tally, share) * share, gainAt(tally, share), 1e-12);
    }),
  );
});

test("the area under the curve of gains is what AUC and the share of label 1 make it", () => {
  fc.assert(
    fc.property(someRows(), (rows) => {
      const tally = weighted(rows);
      const { shares, gains } = gainCurve(tally);
      let area = 0;
      for (let i = 1; i < shares.length; i++)
        area += ((shares[i]! - shares[i - 1]!) * (gains[i]! + gains[i - 1]!)) / 2;
      const share = tally.totalPositives / (tally.totalPositives + tally.totalNegatives);
      assertClose(area, share / 2 + (1 - share) * rocAuc(tally), 1e-12);
    }),
  );
});

test("a share out of range or a missing label is refused", () => {
  assert.throws(() => gainAt(plain({ labels: [1, 0], scores: [2, 1] }), 0), /A share of 0/);
  assert.throws(() => liftAt(plain({ labels: [0, 0], scores: [2, 1] }), 0.5), /A gain needs rows of both/);
  assert.throws(() => gainCurve(plain({ labels: [1], scores: [2] })), /A gains curve needs rows of both/);
});
