import { createRandom } from "../stats/random";
import type { Matrix } from "./matrix";

/**
 * Rows drawn without replacement, in their old order; all of them when as many are wanted. O(rows × columns).
 *
 * @throws RangeError when the number wanted is no whole number from 1 to the number of rows
 * @example sampleRows(scaled, 400, 1).rows // 400
 */
export function sampleRows(matrix: Matrix, wanted: number, seed: number): Matrix {
  const { rows, columns, values } = matrix;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > rows) {
    throw new RangeError(`A sample of ${wanted} of ${rows} rows: take a whole number from 1 to ${rows}.`);
  }
  const random = createRandom(seed);
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  for (let i = 0; i < wanted && wanted < rows; i++) {
    const other = i + random.int(rows - i);
    const chosen = all[other] as number;
    all[other] = all[i] as number;
    all[i] = chosen;
  }
  const drawn = new Float64Array(wanted * columns);
  all
    .slice(0, wanted)
    .sort()
    .forEach((row, i) => {
      drawn.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
    });
  return { ...matrix, rows: wanted, values: drawn };
}
