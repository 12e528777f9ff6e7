/**
 * Rounds numbers, in place, to whole multiples of one power of two, so fine that sums of any of them are exact: no
 * order of adding and no number of threads changes a bit. What is lost is at most 2⁻⁵² of the largest number times
 * their count. O(n).
 *
 * @param values finite numbers
 * @returns the same array
 * @example roundForExactSums(Float64Array.of(0.1, 0.2, 0.3)) // each changed by less than 1e-15
 */
export function roundForExactSums(values: Float64Array): Float64Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return values;
  // A sum is below n x largest: with 52 bits above the unit it is a whole number of units that a double holds.
  const bits = Math.floor(52 - Math.log2(largest) - Math.log2(values.length));
  const unit = 2 ** Math.max(-1000, Math.min(1000, bits));
  for (let i = 0; i < values.length; i++) values[i] = Math.round(values[i]! * unit) / unit + 0;
  return values;
}
