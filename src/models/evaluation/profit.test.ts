import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { bestCampaign, profitAt, profitCurve } from "./profit";
import { plain, someRows, weighted } from "./testing";

const five = () => plain({ labels: [1, 0, 1, 0, 0], scores: [0.9, 0.7, 0.7, 0.2, 0.1] });

test("the profit curve of five rows is what one counts by hand", () => {
  const { thresholds, shares, profits } = profitCurve(five(), { cost: 2, margin: 10 });
  assert.deepEqual([...thresholds], [Infinity, 0.9, 0.7, 0.2, 0.1]);
  assert.deepEqual([...shares], [0, 0.2, 0.6, 0.8, 1]);
  assert.deepEqual([...profits], [0, 8, 14, 12, 10]);
  assert.deepEqual(bestCampaign(five(), { cost: 2, margin: 10 }), { threshold: 0.7, share: 0.6, profit: 14 });
});

test("of equal profits the fewest contacts are the best, and nobody where every contact loses", () => {
  assert.equal(bestCampaign(five(), { cost: 5, margin: 10 }).threshold, 0.9);
  assert.deepEqual(bestCampaign(five(), { cost: 11, margin: 10 }), {
    threshold: Infinity,
    share: 0,
    profit: 0,
  });
});

test("the profit at a share is that of the curve where no tie is cut, and between its neighbours where one is", () => {
  const campaign = { cost: 2, margin: 10 };
  assert.equal(profitAt(five(), 0.2, campaign), 8);
  assertClose(profitAt(five(), 0.4, campaign), 8 + 10 / 2 - 2, 1e-12);
  fc.assert(
    fc.property(
      someRows(),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: -3, max: 9 }),
      (rows, cost, margin) => {
        const tally = weighted(rows);
        const { shares, profits } = profitCurve(tally, { cost, margin });
        const best = bestCampaign(tally, { cost, margin });
        for (let i = 1; i < shares.length; i++) {
          assertClose(profitAt(tally, shares[i]!, { cost, margin }), profits[i]!, 1e-9);
          assert.ok(best.profit >= profits[i]!);
        }
        assert.ok(best.profit >= 0);
        assertClose(
          profits.at(-1),
          margin * tally.totalPositives - cost * (tally.totalPositives + tally.totalNegatives),
          1e-9,
        );
      },
    ),
  );
});

test("a campaign without sensible figures is refused", () => {
  assert.throws(() => profitCurve(five(), { cost: -1, margin: 1 }), /A contact costs -1/);
  assert.throws(() => profitAt(five(), 0.5, { cost: 1, margin: Number.NaN }), /A hit brings NaN/);
  assert.throws(() => bestCampaign(five(), { cost: Infinity, margin: 1 }), /A contact costs Infinity/);
  assert.throws(() => profitAt(five(), 2, { cost: 1, margin: 1 }), /A share of 2/);
});
