/**
 * Checks that numbers are finite: neither NaN, as NULL arrives from the engine, nor infinite. O(n).
 *
 * @throws RangeError naming the first index that is not a finite number
 * @example requireFinite([1, Number.NaN]) // throws: value NaN at index 1 …
 */
export function requireFinite(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(
        `value ${values[i]} at index ${i} is not a finite number: leave such rows out first`,
      );
    }
  }
}
