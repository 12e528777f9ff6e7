/**
 * The share of a sum that falls to each segment, with each customer counted as often as its weight says. O(n).
 *
 * @param segmentOf index of each customer's segment, below `segments`
 * @example sumShares(Float64Array.of(3, 1), [0, 1], Float64Array.of(1, 1), 2) // [0.75, 0.25]
 */
export function sumShares(
  values: Float64Array,
  segmentOf: ArrayLike<number>,
  weights: Float64Array,
  segments: number,
): Float64Array {
  const sums = new Float64Array(segments);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const amount = (values[i] as number) * (weights[i] as number);
    sums[segmentOf[i] as number] = (sums[segmentOf[i] as number] as number) + amount;
    total += amount;
  }
  return sums.map((sum) => sum / total);
}

/**
 * The customers of each segment, by their places. O(n).
 *
 * @throws RangeError when there are not as many segments as customers, or an index names no segment
 * @example membersOf(["a", "b"], [1, 0], 2) // [[1], [0]]
 */
export function membersOf(
  customer: readonly string[],
  segmentOf: ArrayLike<number>,
  segments: number,
): number[][] {
  const n = customer.length;
  if (segmentOf.length !== n) throw new RangeError(`${segmentOf.length} segments for ${n} customers`);
  const members = Array.from({ length: segments }, (): number[] => []);
  for (let i = 0; i < n; i++) {
    const list = members[segmentOf[i] as number];
    if (!list) throw new RangeError(`customer ${customer[i]} is in segment ${segmentOf[i]}, of ${segments}`);
    list.push(i);
  }
  return members;
}
