/** Points counted in a grid: how many fell into a cell, and of which group most did. */
export interface Square {
  /** Cell from the left, from 0. */
  readonly i: number;
  /** Cell from the bottom, from 0. */
  readonly j: number;
  readonly n: number;
  /** The group with the most points here; 0 where there are no groups. */
  readonly group: number;
}

/** One variable of a pair: its values and the range of the axis. */
export interface Extent {
  readonly values: ArrayLike<number>;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/**
 * Counts points in a grid of `across` × `up` cells, ties of groups to the first. O(n).
 *
 * @param groups index of each point's group, from 0
 */
export function squares(
  x: Extent,
  y: Extent,
  across: number,
  up: number,
  groups?: ArrayLike<number>,
): Square[] {
  const cells = new Map<number, Map<number, number>>();
  for (let k = 0; k < x.values.length; k++) {
    const at =
      Math.min(across - 1, Math.floor(place(x, k) * across)) +
      across * Math.min(up - 1, Math.floor(place(y, k) * up));
    const counts = cells.get(at) ?? new Map<number, number>();
    const group = groups?.[k] ?? 0;
    counts.set(group, (counts.get(group) ?? 0) + 1);
    cells.set(at, counts);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([at, counts]) => {
      const [[group]] = [...counts].sort(([g, a], [h, b]) => b - a || g - h) as [[number, number]];
      const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return { i: at % across, j: Math.floor(at / across), n, group };
    });
}

/** Where the value stands on its axis, from 0 to 1. */
export function place({ values, low, high, log }: Extent, k: number): number {
  if (!(high > low)) return 0.5;
  const value = values[k]!;
  return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** Least and greatest value, as ends of an axis. O(n). @throws Error that names variable, row and value. */
export function extent(name: string, values: ArrayLike<number>, log: boolean): Extent {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value) || (log && value <= 0)) {
      throw new Error(
        `"${name}", row ${k + 1}: ${value} has no place on a ${log ? "logarithmic" : "linear"} axis.`,
      );
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { values, low, high, log };
}

/**
 * One path per group: in each cell a square whose area is its count's share of the greatest count, at least 1.5
 * pixels wide. `left`, `top`, `width` and `height` are the frame in pixels.
 */
export function squarePaths(
  found: readonly Square[],
  frame: { left: number; top: number; width: number; height: number; across: number; up: number },
): Map<number, string> {
  const most = Math.max(...found.map(({ n }) => n));
  const [w, h] = [frame.width / frame.across, frame.height / frame.up];
  const paths = new Map<number, string>();
  for (const { i, j, n, group } of found) {
    const side = Math.max(1.5, Math.min(w, h) * Math.sqrt(n / most));
    const x = frame.left + (i + 0.5) * w - side / 2;
    const y = frame.top + frame.height - (j + 0.5) * h - side / 2;
    const square = `M${x.toFixed(1)},${y.toFixed(1)}h${side.toFixed(1)}v${side.toFixed(1)}h${(-side).toFixed(1)}Z`;
    paths.set(group, (paths.get(group) ?? "") + square);
  }
  return paths;
}
