import { requireFinite } from "../../../stats/finite";
import { createRandom } from "../../../stats/random";

/**
 * How often groups drawn by chance differ in their means as much as these: the share of shuffles, itself among them, whose
 * sum of squares between groups is as large. Exchangeable values are all it assumes. O(permutations × n).
 *
 * @param options.permutations default 9,999, so that p is 0.0001 at least
 * @returns above 0 up to 1; 1 where all values are equal
 * @throws RangeError when there is not one group a value, there are fewer than two groups, or a value is not finite
 * @see Fisher (1935), "The Design of Experiments", section 21; Phipson & Smyth (2010), "Permutation P-values should never be zero"
 * @example permutationP([1, 2, 10, 11], ["a", "a", "b", "b"]) // about 1/3
 */
export function permutationP(
  values: ArrayLike<number>,
  groups: readonly string[],
  { permutations = 9999, seed = 1 }: { permutations?: number; seed?: number } = {},
): number {
  const n = values.length;
  if (groups.length !== n)
    throw new RangeError(`${groups.length} groups of ${n} values: give each value one.`);
  const names = [...new Set(groups)];
  if (names.length < 2) throw new RangeError(`${names.length} group: a difference needs two.`);
  requireFinite(values);
  const numbers = Uint32Array.from(groups, (group) => names.indexOf(group));
  const sizes = new Float64Array(names.length);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    sizes[numbers[i]!]!++;
    mean += values[i]! / n;
  }
  const shuffled = Float64Array.from(values, (value) => value - mean);
  const sums = new Float64Array(names.length);
  const between = () => {
    sums.fill(0);
    for (let i = 0; i < n; i++) {
      const group = numbers[i]!;
      sums[group] = sums[group]! + shuffled[i]!;
    }
    return sums.reduce((total, sum, group) => total + (sum * sum) / sizes[group]!, 0);
  };
  const found = between();
  // Sums of the same values in another order differ by rounding.
  const limit = found - 1e-9 * shuffled.reduce((sum, value) => sum + value * value, 0);
  const random = createRandom(seed);
  let asLarge = 1;
  for (let turn = 0; turn < permutations; turn++) {
    for (let i = n - 1; i > 0; i--) {
      const j = random.int(i + 1);
      const other = shuffled[j]!;
      shuffled[j] = shuffled[i]!;
      shuffled[i] = other;
    }
    if (between() >= limit) asLarge++;
  }
  return asLarge / (permutations + 1);
}
