import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cumulativeCounts } from "./cumulative-counts";
import { plain, someRows } from "./testing";

test("at each threshold those rows are chosen that score it or more", () => {
  fc.assert(
    fc.property(someRows(), ({ labels, scores }) => {
      const { thresholds, hits, chosen } = cumulativeCounts(plain({ labels, scores }));
      assert.equal(thresholds[0], Infinity);
      thresholds.forEach((threshold, i) => {
        const rows = labels.filter((_, row) => scores[row]! >= threshold);
        assert.equal(chosen[i], rows.length);
        assert.equal(hits[i], rows.filter((label) => label === 1).length);
      });
    }),
  );
});
