import type { Random } from "../../stats/random";

/**
 * Draws some of the whole numbers below n without replacement, each as likely as any other, in ascending order. O(n).
 *
 * @param share of n that is drawn, rounded, but at least one; a share of 1 draws all and no random number
 * @see Knuth, "The Art of Computer Programming", volume 2, 3.4.2, algorithm S
 * @example sampleOf(10, 0.3, createRandom(1)) // three of 0 to 9
 */
export function sampleOf(n: number, share: number, random: Random): Int32Array {
  if (share === 1) return Int32Array.from({ length: n }, (_, i) => i);
  const drawn = new Int32Array(Math.max(1, Math.round(n * share)));
  let taken = 0;
  for (let i = 0; taken < drawn.length; i++)
    if (random.next() * (n - i) < drawn.length - taken) drawn[taken++] = i;
  return drawn;
}

/**
 * Draws n of the whole numbers below n with replacement, in ascending order. O(n).
 *
 * @see Efron (1979), "Bootstrap methods: another look at the jackknife"
 * @example bootstrapOf(4, createRandom(1)) // such as [0, 2, 2, 3]
 */
export function bootstrapOf(n: number, random: Random): Int32Array {
  const times = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const drawn = random.int(n);
    times[drawn] = times[drawn]! + 1;
  }
  const rows = new Int32Array(n);
  for (let row = 0, at = 0; row < n; row++) for (let k = times[row]!; k > 0; k--) rows[at++] = row;
  return rows;
}
