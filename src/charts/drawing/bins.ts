import { roundStep } from "./axis";

/** One bar of a histogram: values from `x0` up to, not including, `x1` (the last bar includes it). */
export interface Bin {
  readonly x0: number;
  readonly x1: number;
  readonly n: number;
}

/**
 * Counts values in bins with round edges, in equal steps of the value or of its decimal logarithm. O(n).
 *
 * @param edges Use these edges instead, so that several groups share them.
 * @throws Error that names place and value if one is not finite, or not positive on a logarithmic axis.
 * @example binned([1, 2, 2, 3], { most: 3 }) // bins from 1 to 3.5 in steps of 0.5 or so
 */
export function binned(
  values: ArrayLike<number>,
  { most = 40, log = false, edges }: { most?: number; log?: boolean; edges?: readonly number[] } = {},
): Bin[] {
  const cuts = edges ?? binEdges(values, most, log);
  const counts = new Array<number>(Math.max(0, cuts.length - 1)).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = finite(values, i, log);
    let [low, high] = [0, counts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (value >= cuts[middle]!) low = middle;
      else high = middle - 1;
    }
    if (counts.length > 0) counts[low]!++;
  }
  return counts.map((n, i) => ({ x0: cuts[i]!, x1: cuts[i + 1]!, n }));
}

/**
 * Round edges for at most about `most` bins over all values. O(n).
 *
 * @throws as {@link binned}.
 * @example binEdges([1, 3], 4, false) // [1, 1.5, 2, 2.5, 3]
 */
export function binEdges(values: ArrayLike<number>, most: number, log: boolean): number[] {
  if (values.length === 0) return [];
  let [low, high, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < values.length; i++) {
    const value = finite(values, i, log);
    low = Math.min(low, value);
    high = Math.max(high, value);
    whole &&= Number.isInteger(value);
  }
  if (log) {
    const decades = Math.log10(high / low);
    const perDecade = [50, 20, 10, 5, 4, 2, 1].find((n) => decades * n <= most) ?? 1;
    const first = Math.floor(Math.log10(low) * perDecade + 1e-9);
    const last = Math.max(first + 1, Math.ceil(Math.log10(high) * perDecade - 1e-9));
    const edges = Array.from({ length: last - first + 1 }, (_v, i) => 10 ** ((first + i) / perDecade));
    return whole ? wholeEdges(edges.map((edge) => Math.ceil(edge - 1e-9))) : edges;
  }
  if (low === high) return [low - 1.5, low - 0.5, low + 0.5, low + 1.5];
  const step = roundStep((high - low) / most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_v, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * Edges for whole numbers, of which each bin holds at least as many as the one before it: a bin without any would
 * look like a gap in the data, and one that holds two between those that hold one like a peak.
 */
function wholeEdges(edges: readonly number[]): number[] {
  const kept: number[] = [edges[0]!];
  let step = 1;
  for (const edge of edges) {
    if (edge - kept.at(-1)! < step) continue;
    step = edge - kept.at(-1)!;
    kept.push(edge);
  }
  if (kept.at(-1)! < edges.at(-1)!) kept.push(kept.at(-1)! + step);
  return kept;
}

/**
 * The quantile at `p` of ascending values, interpolated linearly (type 7 of Hyndman & Fan 1996). O(1).
 *
 * @example quantileOf([1, 2, 4], 0.5) // 2
 */
export function quantileOf(ascending: ArrayLike<number>, p: number): number {
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

/**
 * Ascending copy of the values. O(n log n).
 *
 * @example ascending([3, 1]) // Float64Array [1, 3]
 */
export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

function finite(values: ArrayLike<number>, i: number, log: boolean): number {
  const value = values[i]!;
  if (!Number.isFinite(value)) {
    throw new Error(
      `Value ${i + 1} is ${value}, not a finite number. Drop or fill such values before drawing.`,
    );
  }
  if (log && value <= 0) {
    throw new Error(
      `Value ${i + 1} is ${value}, which has no place on a logarithmic axis. Drop it, or leave out log.`,
    );
  }
  return value;
}
