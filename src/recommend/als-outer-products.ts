/**
 * Adds weight × yyᵀ to a symmetric matrix for some of the rows y of a table, four rows a pass: the matrix, not the rows,
 * is what a processor waits for. Only the lower triangle is written. O(rows × f² / 2).
 *
 * @param sum f × f numbers, row after row
 * @param table rows of f numbers
 * @param picked which rows, from `begin` up to, without, `end`
 * @param weights of the picked rows, at the same places
 */
export function addOuterProducts(
  sum: Float64Array,
  f: number,
  table: Float64Array,
  picked: Uint32Array,
  weights: Float64Array,
  begin: number,
  end: number,
): void {
  let at = begin;
  for (; at + 4 <= end; at += 4) {
    const [p, q, r, s] = [picked[at]! * f, picked[at + 1]! * f, picked[at + 2]! * f, picked[at + 3]! * f];
    const [wp, wq, wr, ws] = [weights[at]!, weights[at + 1]!, weights[at + 2]!, weights[at + 3]!];
    for (let a = 0; a < f; a++) {
      const yp = wp * table[p + a]!;
      const yq = wq * table[q + a]!;
      const yr = wr * table[r + a]!;
      const ys = ws * table[s + a]!;
      const row = a * f;
      for (let b = 0; b <= a; b++) {
        sum[row + b]! += yp * table[p + b]! + yq * table[q + b]! + (yr * table[r + b]! + ys * table[s + b]!);
      }
    }
  }
  for (; at < end; at++) {
    const p = picked[at]! * f;
    for (let a = 0; a < f; a++) {
      const yp = weights[at]! * table[p + a]!;
      for (let b = 0; b <= a; b++) sum[a * f + b]! += yp * table[p + b]!;
    }
  }
}
