/**
 * Weights with which both labels count the same: n rows, of which m have a label, weigh n / 2m each, so that the weights
 * add up to n. O(n).
 *
 * @throws RangeError when a label is not 0 or 1, naming its row, or all are the same
 * @example balancedWeights([0, 0, 0, 1]) // Float64Array [2/3, 2/3, 2/3, 2]
 * @see scikit-learn's class_weight="balanced"
 */
export function balancedWeights(labels: ArrayLike<number>): Float64Array {
  const rows: [number, number] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (label !== 0 && label !== 1)
      throw new RangeError(`The target of row ${row} is ${label}: only labels 0 and 1 can be balanced.`);
    rows[label]++;
  }
  if (rows[0] === 0 || rows[1] === 0)
    throw new RangeError(
      `Every label is ${rows[0] === 0 ? 1 : 0}: there is nothing to balance without both 0 and 1.`,
    );
  return Float64Array.from(labels, (label) => labels.length / (2 * rows[label as 0 | 1]));
}
