import { requireFinite } from "../stats/finite";

/**
 * Places of customers by falling volume, equal ones in table order. O(n log n).
 *
 * @throws RangeError when a volume is negative or not finite, or all are zero
 * @example heaviestFirst(Float64Array.of(1, 5, 3)) // [1, 2, 0]
 */
export function heaviestFirst(volume: Float64Array): Uint32Array {
  requireFinite(volume);
  const negative = volume.findIndex((value) => value < 0);
  if (negative >= 0) {
    throw new RangeError(
      `volume ${volume[negative]} at index ${negative} is negative: net out returns first`,
    );
  }
  if (!volume.some((value) => value > 0))
    throw new RangeError("nobody has bought anything: all volumes are 0");
  return Uint32Array.from(volume, (_, i) => i).sort(
    (a, b) => (volume[b] as number) - (volume[a] as number) || a - b,
  );
}
