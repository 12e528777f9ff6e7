import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { symmetricEigen } from "./eigen";
import { columnOf, matrixOf } from "./matrix";
import { pca } from "./pca";
import { sixtyRows } from "./testing";

test("components, variances and scores are scikit-learn's, but for the sign", () => {
  // the matrix of sixtyRows; PCA().fit(X): explained_variance_, explained_variance_ratio_, components_, transform,
  // scikit-learn 1.9, the third component turned round
  const found = pca(sixtyRows());
  const close = (actual: ArrayLike<number>, expected: number[]) => {
    expected.forEach((value, i) => {
      assertClose(actual[i], value, 1e-12);
    });
  };
  close(found.variances, [3.862035597116675, 3.1361066795317796, 2.497314330382306]);
  close(found.explained, [0.4067245796539254, 0.33027444696126557, 0.26300097338480904]);
  close(found.components, [0.3601190306730167, 0.9165568949294065, -0.1738900287667242]);
  close(found.components.subarray(3), [0.5366179169534572, -0.05104122725200139, 0.8422802409680175]);
  close(found.components.subarray(6), [0.7631222018468988, -0.39663364894821374, -0.5102217690086984]);
  const scores = found.project(sixtyRows(), 2);
  assert.deepEqual(scores.names, ["PC1", "PC2"]);
  close(scores.values, [-2.9323656734783303, -3.60765167889001, -1.4012081068996478, -1.5780466637766404]);
});

test("a symmetric matrix is the sum of its values times its vectors, and the vectors stand upright", () => {
  const entry = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (entries) => {
      const n = 4;
      const a = Float64Array.from(
        entries,
        (_, p) => entries[Math.min(p, (p % n) * n + Math.floor(p / n))] as number,
      );
      const { values, vectors } = symmetricEigen(a, n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let sum = 0;
          let dot = 0;
          for (let c = 0; c < n; c++) {
            sum += values[c]! * vectors[c * n + i]! * vectors[c * n + j]!;
            dot += vectors[i * n + c]! * vectors[j * n + c]!;
          }
          assertClose(sum, a[i * n + j] as number, 1e-12);
          assertClose(dot, i === j ? 1 : 0, 1e-12);
        }
      }
    }),
  );
});

test("two columns in step lie on one component", () => {
  const matrix = matrixOf([
    ["x", [1, 2, 3, 4]],
    ["y", [2, 4, 6, 8]],
  ]);
  const found = pca(matrix);
  assertClose(found.explained[0], 1, 1e-12);
  assertClose(columnOf(found.project(matrix), "PC2")[2], 0, 1e-12);
});

test("one row, constant rows, other columns and too many components are refused", () => {
  const matrix = sixtyRows();
  assert.throws(() => pca(matrixOf([["x", [1]]])), /two at least/);
  assert.throws(() => pca(matrixOf([["x", [1, 1]]])), /all rows are the same/);
  assert.throws(() => pca(matrixOf([["x", [1, Infinity]]])), /Row 2 of column "x" is Infinity/);
  assert.throws(() => pca(matrix).project(matrixOf([["x", [1]]])), /of a, b, c, not of x/);
  assert.throws(() => pca(matrix).project(matrix, 4), /from 1 to 3/);
  assert.throws(() => symmetricEigen(Float64Array.of(1, 2), 2), /2 × 2/);
});
