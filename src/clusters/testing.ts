import { createRandom } from "../stats/random";
import { type Matrix, matrixOf } from "./matrix";

/** Sixty rows of three columns that are easily made elsewhere, too: i·37 mod 23 / 4, i² mod 17 / 3, i³ mod 29 / 5. For tests. */
export function sixtyRows(): Matrix {
  const column = (value: (i: number) => number) => Array.from({ length: 60 }, (_, i) => value(i));
  return matrixOf([
    ["a", column((i) => ((i * 37) % 23) / 4)],
    ["b", column((i) => ((i * i) % 17) / 3)],
    ["c", column((i) => ((i * i * i) % 29) / 5)],
  ]);
}

/**
 * Round clouds of unit spread at the corners of a square of the given side, equally many rows each, one after another.
 * For tests.
 */
export function fourClouds(
  rowsEach: number,
  side: number,
  seed: number,
): { matrix: Matrix; truth: Int32Array } {
  const random = createRandom(seed);
  const truth = Int32Array.from({ length: 4 * rowsEach }, (_, i) => Math.floor(i / rowsEach));
  const x = Array.from(truth, (c) => (c % 2) * side + random.normal());
  const y = Array.from(truth, (c) => Math.floor(c / 2) * side + random.normal());
  return {
    matrix: matrixOf([
      ["x", x],
      ["y", y],
    ]),
    truth,
  };
}
