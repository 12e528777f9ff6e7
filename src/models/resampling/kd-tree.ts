/** Points in boxes within boxes, each halved along its widest side: near points stand in few of them. */
export interface KdTree {
  readonly columns: number;
  /** Rows in the order of the boxes. */
  readonly rows: Uint32Array;
  /** The rows' values in that order, row after row. */
  readonly values: Float64Array;
  readonly root: KdNode;
}

/** A box: the places `from` up to, without, `to`; halves, if any, are apart by `low` and `high` on one axis. */
export interface KdNode {
  readonly from: number;
  readonly to: number;
  readonly split: {
    readonly axis: number;
    /** Greatest value of the lower half. */
    readonly low: number;
    /** Least value of the upper half. */
    readonly high: number;
    readonly lower: KdNode;
    readonly upper: KdNode;
  } | null;
}

/** Boxes of so few points are searched one by one. */
const LEAF = 12;

/**
 * Builds a k-d tree. Points that are all the same share a box, however many they are. O(rows × columns × log² rows).
 *
 * @param values row after row
 * @see Friedman, Bentley & Finkel (1977), "An algorithm for finding best matches in logarithmic expected time"
 * @example kdTree(Float64Array.of(0, 1, 5), 1).rows // 0, 1, 2
 */
export function kdTree(values: Float64Array, columns: number): KdTree {
  const rows = Uint32Array.from({ length: values.length / columns }, (_, row) => row);
  const root = nodeOf(values, columns, rows, 0, rows.length);
  const sorted = new Float64Array(values.length);
  rows.forEach((row, place) => {
    sorted.set(values.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return { columns, rows, values: sorted, root };
}

function nodeOf(values: Float64Array, columns: number, rows: Uint32Array, from: number, to: number): KdNode {
  const axis = to - from > LEAF ? widestAxis(values, columns, rows.subarray(from, to)) : -1;
  if (axis < 0) return { from, to, split: null };
  const at = (place: number) => values[rows[place]! * columns + axis]!;
  rows.subarray(from, to).sort((a, b) => values[a * columns + axis]! - values[b * columns + axis]! || a - b);
  const middle = (from + to) >> 1;
  return {
    from,
    to,
    split: {
      axis,
      low: at(middle - 1),
      high: at(middle),
      lower: nodeOf(values, columns, rows, from, middle),
      upper: nodeOf(values, columns, rows, middle, to),
    },
  };
}

/** The axis on which the rows are furthest apart, −1 where all are the same. */
function widestAxis(values: Float64Array, columns: number, rows: Uint32Array): number {
  let widest = -1;
  let most = 0;
  for (let axis = 0; axis < columns; axis++) {
    let [least, greatest] = [Infinity, -Infinity];
    for (const row of rows) {
      const value = values[row * columns + axis]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (greatest - least > most) {
      most = greatest - least;
      widest = axis;
    }
  }
  return widest;
}
