import { type KdNode, kdTree } from "./kd-tree";

/** What a box is further away by, relative, before it is passed over: more than sums of squares are rounded by. */
const ROUNDING = 1 + 1e-9;

/**
 * The k nearest other rows of each row, by Euclidean distance, the nearest first; of equally near ones the earlier row.
 * Exact: a k-d tree only spares comparisons. O(rows × log rows) where few columns tell the rows apart, O(rows²) at
 * worst, each comparison O(columns).
 *
 * @param values row after row, finite
 * @returns row i's neighbours at `i * k` up to, without, `(i + 1) * k`
 * @throws RangeError when k is no whole number from 1 to the count of other rows
 * @example nearestNeighbours(Float64Array.of(0, 1, 5), 1, 1) // [1, 0, 1]
 */
export function nearestNeighbours(values: Float64Array, columns: number, k: number): Uint32Array {
  const count = values.length / columns;
  if (!Number.isInteger(k) || k < 1 || k > count - 1) {
    throw new RangeError(
      `${k} neighbours of each of ${count} rows: take a whole number from 1 to ${count - 1}.`,
    );
  }
  const tree = kdTree(values, columns);
  const neighbours = new Uint32Array(count * k);
  const nearest = { rows: new Uint32Array(k), distances: new Float64Array(k) };
  const point = new Float64Array(columns);
  /** How far the point is outside the box that is searched, by each axis, squared. */
  const outside = new Float64Array(columns);
  let own = 0;

  const searchLeaf = ({ from, to }: KdNode) => {
    for (let place = from; place < to; place++) {
      const row = tree.rows[place]!;
      if (row === own) continue;
      let distance = 0;
      const at = place * columns;
      for (let j = 0; j < columns; j++) {
        const apart = point[j]! - tree.values[at + j]!;
        distance += apart * apart;
      }
      insert(nearest, distance, row);
    }
  };
  const search = (node: KdNode, away: number) => {
    if (node.split === null) return searchLeaf(node);
    const { axis, low, high, lower, upper } = node.split;
    const value = point[axis]!;
    const lowerFirst = value - low < high - value;
    search(lowerFirst ? lower : upper, away);
    const apart = lowerFirst ? high - value : value - low;
    const before = outside[axis]!;
    const squared = Math.max(before, apart * Math.max(0, apart));
    const further = away - before + squared;
    if (further > nearest.distances[k - 1]! * ROUNDING) return;
    outside[axis] = squared;
    search(lowerFirst ? upper : lower, further);
    outside[axis] = before;
  };
  for (own = 0; own < count; own++) {
    point.set(values.subarray(own * columns, (own + 1) * columns));
    nearest.distances.fill(Infinity);
    search(tree.root, 0);
    neighbours.set(nearest.rows, own * k);
  }
  return neighbours;
}

/** Sorts a row in among the nearest so far, behind those that are as near and earlier. */
function insert(
  { rows, distances }: { rows: Uint32Array; distances: Float64Array },
  distance: number,
  row: number,
): void {
  const last = distances.length - 1;
  if (distance > distances[last]!) return;
  const isBefore = (place: number) =>
    distance < distances[place]! || (distance === distances[place] && row < rows[place]!);
  if (!isBefore(last)) return;
  let place = last;
  while (place > 0 && isBefore(place - 1)) {
    rows[place] = rows[place - 1]!;
    distances[place] = distances[place - 1]!;
    place--;
  }
  rows[place] = row;
  distances[place] = distance;
}
