import assert from "node:assert/strict";
import { test } from "node:test";
import { matrixOf } from "./matrix";
import { patternNames, signPatterns } from "./sign-patterns";

/** Means and shares of the four clusters that study 000 publishes, one row a hundredth of the users. */
const published = [
  { share: 31, frequency: 9.1, "last gap": 8.6, length: 101, items: 81 },
  { share: 22, frequency: 28.7, "last gap": 12.2, length: 290, items: 271 },
  { share: 7, frequency: 61.5, "last gap": 6.6, length: 334, items: 781 },
  { share: 40, frequency: 8.4, "last gap": 28.2, length: 140, items: 71 },
];
const labels = published.flatMap(({ share }, cluster) => new Array<number>(share).fill(cluster));
const matrix = matrixOf(
  (["length", "last gap", "frequency", "items"] as const).map((variable) => [
    variable,
    labels.map((cluster) => published[cluster]![variable]),
  ]),
);

test("the published means give the published names", () => {
  const patterns = signPatterns(matrix, labels);
  assert.deepEqual(
    patterns.map(({ name }) => name),
    ["Bronze", "Silver", "Gold", "Churn risk (이탈위험)"],
  );
  assert.equal(patterns[2]!.text, "length ↑, last gap ↓, frequency ↑↑, items ↑↑");
});

test("means are those of the rows, and all of them", () => {
  const [first] = signPatterns(matrixOf([["x", [1, 3, 8]]]), [0, 0, 1], []);
  assert.deepEqual(first!.means, [{ variable: "x", mean: 2, overall: 4, sign: "below" }]);
});

test("a pattern that no rule fits has no name; twice the mean of all rows is far above", () => {
  const rules = [{ name: "large", signs: [["x", "far above"]] }] as const;
  const patterns = signPatterns(matrixOf([["x", [1, 1, 4]]]), [0, 0, 1], rules);
  assert.deepEqual(
    patterns.map(({ name, text }) => [name, text]),
    [
      [undefined, "x ↓"],
      ["large", "x ↑↑"],
    ],
  );
  const twice = signPatterns(matrixOf([["x", [1, 1, 1, 1, 1, 9, 9]]]), [0, 0, 1, 1, 1, 2, 3], rules);
  assert.deepEqual(patternNames(twice), ["Unnamed", "Unnamed 2", "large", "large 2"]);
});

test("rules for columns that are not there, and means that cannot be doubled, are refused", () => {
  assert.throws(
    () => signPatterns(matrixOf([["x", [1]]]), [0]),
    /A rule speaks of "length"; the columns are x/,
  );
  assert.throws(
    () => signPatterns(matrixOf([["x", [-1, 1]]]), [0, 1], []),
    /mean of "x" is 0, not above zero/,
  );
  assert.throws(() => signPatterns(matrix, [0]), /1 labels for 100 rows/);
});
