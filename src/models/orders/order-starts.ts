/**
 * Checks where orders start among candidates that stand one after the other.
 *
 * @param starts order o has the candidates `starts[o]` up to, without, `starts[o + 1]`
 * @returns the number of orders
 * @throws RangeError when they do not start at 0, end at the count of candidates, or never fall
 * @example requireStarts([0, 2, 2], 2) // 2
 */
export function requireStarts(starts: ArrayLike<number>, candidates: number): number {
  const orders = starts.length - 1;
  if (orders < 0 || starts[0] !== 0 || starts[orders] !== candidates) {
    throw new RangeError(
      `The starts of orders go from ${starts[0]} to ${starts[orders]}: they go from 0 to the count of candidates, ` +
        `${candidates}.`,
    );
  }
  for (let o = 0; o < orders; o++)
    if (!(starts[o]! <= starts[o + 1]!))
      throw new RangeError(`Order ${o} starts at ${starts[o]} and ends at ${starts[o + 1]}.`);
  return orders;
}
