/** Rows whose values lie beside each other: how many, the middle one of their values, and the mean of their effects. */
export interface BinnedMean {
  readonly rows: number;
  readonly value: number;
  readonly effect: number;
}

/**
 * Means of effects in bins of about equally many rows by value, the lowest first. Rows of one value stay together, so that
 * few different values have a bin each. Rows without a value (NaN) are left out. O(n log n).
 *
 * @example binnedMeans([1, 1, 2], [0.1, 0.3, 0.9], 20) // [{ rows: 2, value: 1, effect: 0.2 }, { rows: 1, value: 2, effect: 0.9 }]
 */
export function binnedMeans(
  values: ArrayLike<number>,
  effects: ArrayLike<number>,
  bins: number,
): BinnedMean[] {
  const rows = Array.from(values, (_v, row) => row)
    .filter((row) => !Number.isNaN(values[row]!))
    .sort((a, b) => values[a]! - values[b]! || a - b);
  const few = new Set(rows.map((row) => values[row]!)).size <= bins;
  const found: number[][] = [];
  let last = -1;
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && values[rows[to]!] === values[rows[from]!]) to++;
    const bin = few ? last + 1 : Math.floor((bins * ((from + to) / 2)) / rows.length);
    if (bin !== last) found.push([]);
    last = bin;
    for (let i = from; i < to; i++) found.at(-1)!.push(rows[i]!);
    from = to;
  }
  return found.map((own) => ({
    rows: own.length,
    value: values[own[own.length >> 1]!]!,
    effect: own.reduce((sum, row) => sum + effects[row]!, 0) / own.length,
  }));
}
