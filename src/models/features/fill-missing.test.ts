import assert from "node:assert/strict";
import { test } from "node:test";
import { fillMissing, learnFill } from "./fill-missing";

const gone = Number.NaN;
const train = {
  names: ["gap", "size"],
  columns: [
    [9, gone, 1, 4, 2],
    [1, 2, 3, 4, 5],
  ],
};

test("missing values become the median of those that were learnt from, and are marked", () => {
  const fill = learnFill(train);
  assert.deepEqual(fill, { names: ["gap", "size"], medians: [3, 3], marked: ["gap"] });
  const test = { names: train.names, columns: [Float32Array.of(gone, 70), Float32Array.of(8, gone)] };
  const { names, columns } = fillMissing(fill, test);
  assert.deepEqual(names, ["gap", "size", "gap missing"]);
  assert.deepEqual(
    columns.map((column) => Array.from(column)),
    [
      [3, 70],
      [8, 3],
      [1, 0],
    ],
  );
});

test("a table without missing values stays as it is", () => {
  const whole = { names: ["size"], columns: [[1, 2]] };
  assert.deepEqual(fillMissing(learnFill(whole), whole), {
    names: ["size"],
    columns: [Float64Array.of(1, 2)],
  });
});

test("a feature that is always missing, and other features, are refused by name", () => {
  assert.throws(() => learnFill({ names: ["gap"], columns: [[gone]] }), /"gap" is missing in every row/);
  assert.throws(
    () => fillMissing(learnFill(train), { names: ["size", "gap"], columns: [[1], [1]] }),
    /Feature 1 is "size", the fill knows "gap"/,
  );
});
