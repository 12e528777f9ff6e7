import { squaredDistance } from "../distance";
import type { Points } from "./points";

/**
 * The nearest centre of each row (the lower number when two are equally near), and the sum of the squared distances.
 * O(rows × columns × k).
 *
 * @param centres as many as there are clusters, row after row
 * @example nearestCentres(scaler.apply(newCustomers), clustering.centres).labels
 */
export function nearestCentres(
  { rows, columns, values }: Points,
  centres: Float64Array,
): { labels: Int32Array; inertia: number } {
  const k = centres.length / columns;
  const labels = new Int32Array(rows);
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(values, i, centres, c, columns);
      if (distance < least) {
        least = distance;
        labels[i] = c;
      }
    }
    inertia += least;
  }
  return { labels, inertia };
}
