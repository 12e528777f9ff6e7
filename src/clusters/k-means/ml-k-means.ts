import { nearestCentres } from "./nearest-centres";
import type { Limits, Points, Settled } from "./points";

/**
 * k-means from given centres by the library ml-kmeans: Lloyd's method over arrays of rows. Here to be asked for a
 * second opinion; a cluster that comes out empty stays where it was. O(rounds × rows × columns × k).
 *
 * @param starts k centres, row after row
 * @example await mlKMeans(matrix, starts, { maxIterations: 300, rest: 1e-4 })
 */
export async function mlKMeans(points: Points, starts: Float64Array, limits: Limits): Promise<Settled> {
  // Loading it takes a tenth of a second, which those who do not ask for it are spared.
  const { kmeans } = await import("ml-kmeans");
  const { columns, values } = points;
  const nested = (flat: Float64Array) =>
    Array.from({ length: flat.length / columns }, (_, i) =>
      Array.from(flat.subarray(i * columns, (i + 1) * columns)),
    );
  const initialization = nested(starts);
  const found = kmeans(nested(values), initialization.length, {
    initialization,
    maxIterations: limits.maxIterations,
    // The library's tolerance is for each centre, ours for all of them.
    tolerance: limits.rest / initialization.length,
  });
  const centres = Float64Array.from(found.centroids.flat());
  const { iterations, converged } = found;
  return { centres, iterations, converged, inertia: nearestCentres(points, centres).inertia };
}
