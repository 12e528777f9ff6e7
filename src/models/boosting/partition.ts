import type { Split } from "./best-split";
import { MISSING_BIN } from "./bins";

/**
 * Divides a node's rows by a split, in place: those that go left first, both sides in the order they had. O(rows).
 *
 * @param order rows of the table; those of the node stand from `from` to before `to`
 * @param bins the split feature's bin of every row of the table
 * @returns the place of the first row that goes right
 * @example partition(Int32Array.of(0, 1, 2), 0, 3, Uint8Array.of(5, 1, 255), { bin: 1, missingLeft: true }) // 2
 */
export function partition(
  order: Int32Array,
  from: number,
  to: number,
  bins: Uint8Array,
  { bin, missingLeft }: Pick<Split, "bin" | "missingLeft">,
): number {
  const right = new Int32Array(to - from);
  let toLeft = from;
  let toRight = 0;
  for (let i = from; i < to; i++) {
    const row = order[i]!;
    const its = bins[row]!;
    if (its === MISSING_BIN ? missingLeft : its <= bin) order[toLeft++] = row;
    else right[toRight++] = row;
  }
  order.set(right.subarray(0, toRight), toLeft);
  return toLeft;
}
