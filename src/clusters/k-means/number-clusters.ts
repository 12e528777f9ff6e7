import type { Clustering } from "../clustering";
import { nearestCentres } from "./nearest-centres";
import type { Points, Settled } from "./points";

/**
 * The clustering that centres make: each row goes to its nearest centre (the lower number when two are equally near),
 * and the clusters are numbered by falling size, equal sizes by their centres, first column first.
 * O(rows × columns × k).
 */
export function numberClusters(
  points: Points,
  { centres, iterations, converged }: Omit<Settled, "inertia">,
): Clustering {
  const { columns } = points;
  const k = centres.length / columns;
  const { labels, inertia } = nearestCentres(points, centres);
  const counts = new Float64Array(k);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const order = Array.from({ length: k }, (_, c) => c).sort(
    (a, b) => (counts[b] as number) - (counts[a] as number) || compareCentres(centres, a, b, columns),
  );
  const numberOf = new Int32Array(k);
  order.forEach((c, number) => {
    numberOf[c] = number;
  });
  return {
    k,
    labels: labels.map((label) => numberOf[label] as number),
    centres: Float64Array.from(
      centres,
      (_, p) => centres[(order[Math.floor(p / columns)] as number) * columns + (p % columns)] as number,
    ),
    sizes: order.map((c) => counts[c] as number),
    inertia,
    iterations,
    converged,
  };
}

function compareCentres(centres: Float64Array, a: number, b: number, columns: number): number {
  for (let j = 0; j < columns; j++) {
    const difference = (centres[a * columns + j] as number) - (centres[b * columns + j] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
