/**
 * The k nearest other rows of each row, by Euclidean distance, the nearest first; of equally near ones the earlier row.
 * O(rows² × (columns + k)).
 *
 * @param values row after row
 * @returns row i's neighbours at `i * k` up to, without, `(i + 1) * k`
 * @throws RangeError when k is no whole number from 1 to the count of other rows
 * @example nearestNeighbours(Float64Array.of(0, 1, 5), 1, 1) // [1, 0, 1]
 */
export function nearestNeighbours(values: Float64Array, columns: number, k: number): Uint32Array {
  const rows = values.length / columns;
  if (!Number.isInteger(k) || k < 1 || k > rows - 1) {
    throw new RangeError(
      `${k} neighbours of each of ${rows} rows: take a whole number from 1 to ${rows - 1}.`,
    );
  }
  const neighbours = new Uint32Array(rows * k);
  const distances = new Float64Array(k);
  for (let i = 0; i < rows; i++) {
    distances.fill(Infinity);
    for (let other = 0; other < rows; other++) {
      if (other === i) continue;
      const distance = squaredDistance(values, columns, i, other);
      // Sorted in among the nearest so far, behind its equals.
      let place = k;
      while (place > 0 && distance < distances[place - 1]!) place--;
      if (place === k) continue;
      distances.copyWithin(place + 1, place, k - 1);
      neighbours.copyWithin(i * k + place + 1, i * k + place, i * k + k - 1);
      distances[place] = distance;
      neighbours[i * k + place] = other;
    }
  }
  return neighbours;
}

function squaredDistance(values: Float64Array, columns: number, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += (values[a * columns + j]! - values[b * columns + j]!) ** 2;
  return sum;
}
