/** A point in pixels. */
export type Point = readonly [x: number, y: number];

/**
 * Fewer points of a line that look the same: of each half pixel along, the first, the lowest, the highest and the last
 * point, and of those the ones that a line through the others would miss by more than a quarter of a pixel. No point of
 * the whole line is farther than a pixel from the thinned one. O(n) for a line that runs one way along, plus
 * O(k log k) as a rule for the k points that remain.
 *
 * @see Jugel et al. (2014), "M4: a visualization-oriented time series data aggregation"
 * @see Douglas & Peucker (1973), "Algorithms for the reduction of the number of points required to represent a line"
 * @example thinLine([[0, 0], [1, 1], [2, 2]]) // [[0, 0], [2, 2]]
 */
export function thinLine(points: readonly Point[]): Point[] {
  return straighten(perColumn(points), 0.25);
}

/** Of each run of points within one half pixel: first, lowest, highest, last, in their order. */
function perColumn(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (let from = 0; from < points.length; ) {
    const column = Math.floor(points[from]![0] * 2);
    let [low, high, to] = [from, from, from];
    for (; to < points.length && Math.floor(points[to]![0] * 2) === column; to++) {
      if (points[to]![1] < points[low]![1]) low = to;
      if (points[to]![1] > points[high]![1]) high = to;
    }
    const own = new Set([from, Math.min(low, high), Math.max(low, high), to - 1]);
    for (const i of own) kept.push(points[i]!);
    from = to;
  }
  return kept;
}

function straighten(points: readonly Point[], near: number): Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let [worst, most] = [-1, near];
    for (let i = from + 1; i < to; i++) {
      const away = distance(points[i]!, points[from]!, points[to]!);
      if (away > most) [worst, most] = [i, away];
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    open.push([from, worst], [worst, to]);
  }
  return points.filter((_point, i) => keep[i] === 1);
}

/**
 * Distance of a point from the line between two others.
 *
 * @example distance([1, 1], [0, 0], [2, 0]) // 1
 */
export function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
