import assert from "node:assert/strict";
import { test } from "node:test";
import { logFeatures } from "./log-features";

test("every value becomes log(1 + x), and what is missing stays missing", () => {
  const { names, columns } = logFeatures({
    names: ["a", "b"],
    columns: [
      [0, Math.E - 1],
      [99, Number.NaN],
    ],
  });
  assert.deepEqual(names, ["a", "b"]);
  assert.deepEqual(
    columns.map((column) => [...Array.from(column)]),
    [
      [0, 1],
      [Math.log(100), Number.NaN],
    ],
  );
});

test("a value below 0 is named", () => {
  assert.throws(
    () =>
      logFeatures({
        names: ["a", "net spend"],
        columns: [
          [0, 1],
          [3, -0.5],
        ],
      }),
    /"net spend" is -0.5 in row 1/,
  );
});
