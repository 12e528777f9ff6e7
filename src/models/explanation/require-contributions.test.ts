import assert from "node:assert/strict";
import { test } from "node:test";
import { requireContributions } from "./require-contributions";

test("contributions of other features or rows are refused", () => {
  const features = { names: ["recency"], columns: [[3, 40]] };
  const of = (...columns: number[][]) => ({ expected: 0, columns: columns.map((c) => Float64Array.from(c)) });
  assert.equal(requireContributions(of([1, 2]), features), 2);
  assert.throws(() => requireContributions(of([1, 2], [3, 4]), features), /of 2 features, but there are 1/);
  assert.throws(
    () => requireContributions(of([1]), features),
    /"recency" has contributions to 1 rows, but there are 2/,
  );
});
