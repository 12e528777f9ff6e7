import { createRandom } from "./random";

/**
 * The same values in a random order, each order as likely as the other (Fisher and Yates). O(n).
 *
 * @param seed a whole number
 * @throws RangeError when the seed is not a whole number
 * @example shuffled([1, 2, 3], 7) // the same for the same seed
 */
export function shuffled<T>(values: ArrayLike<T>, seed: number): T[] {
  const random = createRandom(seed);
  const all = Array.from(values);
  for (let i = all.length - 1; i > 0; i--) {
    const other = random.int(i + 1);
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return all;
}
