/**
 * Adds weight × yyᵀ to a symmetric matrix for some of the rows y of a table. Four rows of the table and two of the matrix
 * are taken in one pass: a processor waits for memory here, not for products. The lower triangle is right afterwards, the
 * upper is not. O(rows × f² / 2).
 *
 * @param sum f × f numbers, row after row
 * @param table rows of f numbers
 * @param picked which rows, from place `begin` up to, without, `end`
 * @param weights of the picked rows, at the same places
 * @example addOuterProducts(new Float64Array(4), 2, table, Uint32Array.of(0, 5), Float64Array.of(1, 1), 0, 2);
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
  const single = f % 2;
  let at = begin;
  for (; at + 4 <= end; at += 4) {
    const p = picked[at]! * f;
    const q = picked[at + 1]! * f;
    const r = picked[at + 2]! * f;
    const s = picked[at + 3]! * f;
    const wp = weights[at]!;
    const wq = weights[at + 1]!;
    const wr = weights[at + 2]!;
    const ws = weights[at + 3]!;
    if (single === 1) {
      sum[0]! += wp * table[p]! ** 2 + wq * table[q]! ** 2 + (wr * table[r]! ** 2 + ws * table[s]! ** 2);
    }
    for (let a = single; a < f; a += 2) {
      const p0 = wp * table[p + a]!;
      const p1 = wp * table[p + a + 1]!;
      const q0 = wq * table[q + a]!;
      const q1 = wq * table[q + a + 1]!;
      const r0 = wr * table[r + a]!;
      const r1 = wr * table[r + a + 1]!;
      const s0 = ws * table[s + a]!;
      const s1 = ws * table[s + a + 1]!;
      const row = a * f;
      const next = row + f;
      for (let b = 0; b <= a + 1; b++) {
        const x = table[p + b]!;
        const y = table[q + b]!;
        const z = table[r + b]!;
        const u = table[s + b]!;
        sum[row + b]! += p0 * x + q0 * y + (r0 * z + s0 * u);
        sum[next + b]! += p1 * x + q1 * y + (r1 * z + s1 * u);
      }
    }
  }
  for (; at < end; at++) {
    const p = picked[at]! * f;
    for (let a = 0; a < f; a++) {
      const weighted = weights[at]! * table[p + a]!;
      for (let b = 0; b <= a; b++) sum[a * f + b]! += weighted * table[p + b]!;
    }
  }
}
