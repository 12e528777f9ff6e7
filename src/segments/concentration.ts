import { type BootstrapOptions, bootstrap, type Interval } from "../stats/interval";
import { heaviestFirst } from "./heaviest-first";

/** A point of a Lorenz curve, both from 0 to 1. */
export interface LorenzPoint {
  /** Share of the customers, those who buy most first. */
  readonly customers: number;
  /** Share of the volume that they buy. */
  readonly volume: number;
}

/** How unequally customers buy. */
export interface Concentration {
  /** The curve, thinned to at most 101 points. */
  readonly curve: readonly LorenzPoint[];
  /** Gini's coefficient: 0 when all buy the same, near 1 when one customer buys everything; with a bootstrap interval. */
  readonly gini: Interval;
}

/**
 * The concentration of volume on customers: the share that the first x per cent of the customers buy, heaviest first, and
 * Gini's coefficient. O(n log n + resamples × n).
 *
 * @throws RangeError when a volume is negative or not finite, or all are zero
 * @see Gini (1912), "Variabilità e mutabilità"; Lorenz (1905), "Methods of measuring the concentration of wealth"
 * @example concentration(valuesOf(customers, "items")).gini.estimate
 */
export function concentration(volume: Float64Array, options: BootstrapOptions = {}): Concentration {
  const sorted = Float64Array.from(heaviestFirst(volume), (i) => volume[i] as number);
  const n = sorted.length;
  const total = sorted.reduce((a, b) => a + b, 0);
  const steps = Math.min(100, n);
  const stops = Array.from({ length: steps + 1 }, (_, i) => Math.round((i * n) / steps));
  let sum = 0;
  let next = 0;
  const curve: LorenzPoint[] = [];
  for (let place = 0; place <= n; place++) {
    if (place === stops[next]) {
      curve.push({ customers: place / n, volume: place === n ? 1 : sum / total });
      next++;
    }
    sum += sorted[place] ?? 0;
  }
  const gini = bootstrap(n, (weights) => [giniOf(sorted, weights)], options)[0] as Interval;
  return { curve, gini };
}

/** Gini's coefficient of sorted volumes, the greatest first, each counted as often as its weight says. */
function giniOf(sorted: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let area = 0;
  let drawn = 0;
  for (let i = 0; i < sorted.length; i++) {
    const weight = weights[i] as number;
    const amount = weight * (sorted[i] as number);
    // Twice the area under the curve, one trapezium for the copies of each customer.
    area += weight * (2 * sum + amount);
    sum += amount;
    drawn += weight;
  }
  return area / (drawn * sum) - 1;
}
