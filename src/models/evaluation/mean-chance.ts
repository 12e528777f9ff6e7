/**
 * Moves chances, all by the same log odds, so that their mean is what is known beforehand: such as the share of VIPs, which
 * is chosen, or the share of buyers, which other months tell. Their order stays. It mends chances that were learnt where
 * features or label are more frequent than here, and needs no label of these rows. O(n × steps), some dozens of steps.
 *
 * @param chances each above 0 and below 1
 * @param mean above 0 and below 1
 * @throws RangeError when there are no chances, or one or the mean is not above 0 and below 1
 * @see King & Zeng (2001), "Logistic regression in rare events data", 4.1, for prior correction
 * @example withMeanChance([0.2, 0.4], 0.2) // 0.1247, 0.2753
 */
export function withMeanChance(chances: ArrayLike<number>, mean: number): Float64Array {
  const inside = (x: number) => x > 0 && x < 1;
  if (chances.length === 0) throw new RangeError("There are no chances to move.");
  if (!inside(mean)) throw new RangeError(`A mean chance of ${mean}: take a number above 0 and below 1.`);
  const odds = Float64Array.from(chances, (chance, row) => {
    if (!inside(chance))
      throw new RangeError(`The chance of row ${row} is ${chance}: take chances above 0 and below 1.`);
    return Math.log(chance / (1 - chance));
  });
  const moved = (by: number) => odds.map((x) => 1 / (1 + Math.exp(-(x + by))));
  const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  // The mean rises with the shift; between these two all chances are below the mean, or all above it.
  const target = Math.log(mean / (1 - mean));
  let low = target - odds.reduce((a, b) => Math.max(a, b), -Infinity);
  let high = target - odds.reduce((a, b) => Math.min(a, b), Infinity);
  for (let step = 0; step < 200 && high - low > 1e-13; step++) {
    const middle = (low + high) / 2;
    if (meanOf(moved(middle)) < mean) low = middle;
    else high = middle;
  }
  return moved((low + high) / 2);
}
