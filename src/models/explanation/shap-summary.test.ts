import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { shapSummary } from "./shap-summary";

test("effects are averaged without their signs, and go the way the values go", () => {
  const features = {
    names: ["falls", "rises", "idle", "half known"],
    columns: [
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [5, 5, 5, 5],
      [1, Number.NaN, 3, 2],
    ],
  };
  const columns = [
    [2, 1, -1, -2],
    [-8, -1, 0, 3],
    [0, 0, 0, 0],
    [0, 9, 2, 1],
  ].map((column) => Float64Array.from(column));
  const found = shapSummary({ expected: 0.3, columns }, features);
  assert.deepEqual(
    found.map(({ name, meanAbsolute }) => [name, meanAbsolute]),
    [
      ["rises", 3],
      ["half known", 3],
      ["falls", 1.5],
      ["idle", 0],
    ],
  );
  assertClose(
    found.reduce((sum, { share }) => sum + share, 0),
    1,
    1e-12,
  );
  assert.equal(found[0]!.share, 3 / 7.5);
  assert.deepEqual(
    found.map(({ direction }) => direction && Math.round(direction * 1e9) / 1e9),
    [1, 1, -1, null],
  );
});

test("where nothing has an effect no feature has a share", () => {
  const found = shapSummary(
    { expected: 0, columns: [new Float64Array(2)] },
    { names: ["idle"], columns: [[1, 2]] },
  );
  assert.deepEqual(found, [{ name: "idle", meanAbsolute: 0, share: 0, direction: null }]);
});
