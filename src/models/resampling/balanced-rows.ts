import { shuffled } from "../../stats/shuffled";

/**
 * As many rows of either label: all of the rarer one, and as many of the commoner one, drawn without replacement. A test
 * of such rows is not what a model will meet: only to show what that does to a score. O(rows).
 *
 * @param labels one 0 or 1 for each row of the table
 * @param rows numbers of rows of the table
 * @returns numbers of rows, ascending
 * @throws RangeError when either label has no row, or the seed is not a whole number
 * @example balancedRows(labels, split.test, 7)
 */
export function balancedRows(labels: ArrayLike<number>, rows: ArrayLike<number>, seed: number): Uint32Array {
  const [zeros, ones]: [number[], number[]] = [[], []];
  for (let i = 0; i < rows.length; i++) (labels[rows[i]!] === 1 ? ones : zeros).push(rows[i]!);
  const [rare, common] = ones.length <= zeros.length ? [ones, zeros] : [zeros, ones];
  if (rare.length === 0)
    throw new RangeError(`All ${rows.length} rows have one label: there is nothing to balance.`);
  return Uint32Array.from([...rare, ...shuffled(common, seed).slice(0, rare.length)]).sort();
}
