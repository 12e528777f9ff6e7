import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { customerTally } from "./customer-tally";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";
import { someRows } from "./testing";

test("tallies under customers' weights are those of rows with these weights, one after the other", () => {
  fc.assert(
    fc.property(someRows(20), fc.integer({ min: 1, max: 6 }), ({ labels, scores, weights }, customers) => {
      const ranked = rankScores(labels, scores);
      const numbers = Uint32Array.from(labels, (_, row) => row % customers);
      const tallyUnder = customerTally(ranked, numbers);
      for (const first of [1, 2]) {
        const own = Float64Array.from({ length: customers }, (_, c) => (c === 0 ? first : (weights[c] ?? 1)));
        const rowWeights = Float64Array.from(numbers, (customer) => own[customer]!);
        assert.deepEqual(tallyUnder(own), tallyScores(ranked, rowWeights));
      }
    }),
  );
});
