import { addRow, moveCentres } from "./means";
import { nearestCentres } from "./nearest-centres";
import type { Limits, Points, Settled } from "./points";

/** Lloyd's method without bounds, as plain as can be: what the faster engine is held against. For tests. */
export function lloyd(points: Points, starts: Float64Array, limits: Limits): Settled {
  const { columns, rows } = points;
  const k = starts.length / columns;
  const centres = starts.slice();
  let before = "";
  for (let iterations = 1; ; iterations++) {
    const { labels } = nearestCentres(points, centres);
    const kept = { sums: new Float64Array(k * columns), counts: new Float64Array(k) };
    for (let i = 0; i < rows; i++) addRow(points, kept, i, labels[i] as number, 1);
    const moved = moveCentres(points, labels, kept, centres, new Float64Array(k));
    const converged = labels.join() === before || moved <= limits.rest;
    before = labels.join();
    if (converged || iterations >= limits.maxIterations) {
      return { centres, iterations, converged, inertia: nearestCentres(points, centres).inertia };
    }
  }
}

/** Points that are easily made elsewhere, too: value p is ((7p² + 13p) mod 101) / 8, plus 10 (row mod 3). For tests. */
export function threeHeaps(rows: number, columns: number): Points & { names: string[] } {
  const values = Float64Array.from(
    { length: rows * columns },
    (_, p) => ((7 * p * p + 13 * p) % 101) / 8 + (Math.floor(p / columns) % 3) * 10,
  );
  return { names: Array.from({ length: columns }, (_, j) => `x${j}`), rows, columns, values };
}
