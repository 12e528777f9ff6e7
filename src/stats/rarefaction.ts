/**
 * How many kinds are expected among `n` things drawn without replacement from a collection: what makes collections of
 * different size comparable, as a larger one has more kinds for its size alone. O(kinds × n).
 *
 * @param counts how many things of each kind there are; whole numbers from 0
 * @param n how many are drawn, from 0 to all of them
 * @throws RangeError when a count or `n` is not a whole number from 0, or `n` is more than there are
 * @see Hurlbert (1971), "The nonconcept of species diversity", Ecology 52(4)
 * @example expectedKinds([3, 1], 2) // 1.5: the one of the second kind is drawn half the time
 */
export function expectedKinds(counts: ArrayLike<number>, n: number): number {
  let all = 0;
  for (let i = 0; i < counts.length; i++) {
    const own = counts[i] as number;
    if (!Number.isInteger(own) || own < 0)
      throw new RangeError(`kind ${i} counts ${own}: take a whole number from 0`);
    all += own;
  }
  if (!Number.isInteger(n) || n < 0 || n > all)
    throw new RangeError(`${n} of ${all} things cannot be drawn without replacement`);
  let kinds = 0;
  for (let i = 0; i < counts.length; i++) {
    const others = all - (counts[i] as number);
    let missed = 1;
    for (let j = 0; j < n && missed > 0; j++) missed *= Math.max(0, others - j) / (all - j);
    kinds += 1 - missed;
  }
  return kinds;
}
