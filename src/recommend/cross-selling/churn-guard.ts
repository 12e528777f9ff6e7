import { itemRows, rowsWith } from "../../baskets/count-rows";
import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import { upperGamma } from "../../stats/gamma";
import { type Interval, Z95 } from "../../stats/interval";
import { createRandom } from "../../stats/random";
import type { OwnedBaskets } from "./bundle-baskets";

/** An item's share of the baskets of some customers against its share of others' baskets. */
export interface SupportRatio {
  readonly item: string;
  readonly inside: number;
  readonly rest: number;
  /** Inside over rest, 95 %, over customers. */
  readonly ratio: Interval;
  /** Two-sided, of no difference; normal approximation on the logarithm. */
  readonly p: number;
  /** Corrected for all items compared. */
  readonly adjustedP: number;
  /** Whether a threshold alone would flag it: frequent inside and not in the rest. */
  readonly flagged: boolean;
}

/** What {@link supportRatios} compares. */
export interface SupportRatioOptions {
  /** Items of at least this share of baskets, inside or in the rest, are compared. */
  readonly minSupport: number;
  /** Holm by default. */
  readonly correction?: Correction;
}

/**
 * How much more often items are in the baskets of some customers than in those of others: the ratio of supports with an
 * interval that knows that baskets of one customer are alike (linearisation), the surest difference first. Where an item
 * is in no basket of a part, the interval is that of half a basket. O(items × baskets).
 *
 * @throws RangeError when a part has no baskets, or the support is not above 0 and up to 1
 * @see Cochran (1977), "Sampling Techniques", section 6.4, for ratios over clusters
 * @example supportRatios(low, high, { minSupport: 0.01 }).filter(({ adjustedP }) => adjustedP <= 0.05)
 */
export function supportRatios(
  inside: OwnedBaskets,
  rest: OwnedBaskets,
  { minSupport, correction = "holm" }: SupportRatioOptions,
): SupportRatio[] {
  if (!(minSupport > 0 && minSupport <= 1))
    throw new RangeError(`minSupport is ${minSupport}; take a share above 0 and up to 1.`);
  const [here, there] = [counted(inside), counted(rest)];
  const items = [...new Set([...inside.names, ...rest.names])].sort();
  const rows = items.flatMap((item) => {
    const [a, b] = [here(item), there(item)];
    if (Math.max(a.support, b.support) < minSupport) return [];
    const error = Math.sqrt(a.variance + b.variance);
    const middle = Math.log(a.some / b.some);
    const estimate = a.support / b.support;
    const ratio = {
      estimate,
      low: Math.min(estimate, Math.exp(middle - Z95 * error)),
      high: Math.max(estimate, Math.exp(middle + Z95 * error)),
    };
    const p = Number.isFinite(error) ? upperGamma(0.5, (middle / error) ** 2 / 2) : 1;
    const flagged = a.support >= minSupport && b.support < minSupport;
    return [{ item, inside: a.support, rest: b.support, ratio, p, flagged }];
  });
  const adjusted = adjustPValues(
    rows.map(({ p }) => p),
    correction,
  );
  return rows
    .map((row, i) => ({ ...row, adjustedP: adjusted[i]! }))
    .sort((one, other) => one.p - other.p || (one.item < other.item ? -1 : 1));
}

/** Support of an item with the variance of its logarithm over customers. */
function counted(baskets: OwnedBaskets) {
  const { rows, names, customer } = baskets;
  if (rows === 0) throw new RangeError("One part has no baskets: there is nothing to compare.");
  const held = itemRows(baskets);
  const numberOf = new Map(names.map((name, item) => [name, item]));
  const own = new Map<string, number>();
  for (const id of customer) own.set(id, (own.get(id) ?? 0) + 1);
  return (item: string) => {
    const number = numberOf.get(item);
    const holding = number === undefined ? [] : rowsWith(held, [number]);
    const [both, scale] = [holding.length, own.size > 1 ? own.size / (own.size - 1) : Number.NaN];
    const some = Math.max(both, 0.5) / rows;
    // Half a basket of a customer of its own stands for none; its logarithm has a variance of 2.
    if (both === 0) return { support: 0, some, variance: 2 };
    const times = new Map<string, number>();
    for (const row of holding) times.set(customer[row]!, (times.get(customer[row]!) ?? 0) + 1);
    let variance = 0;
    for (const [id, baskets] of own) variance += ((times.get(id) ?? 0) / both - baskets / rows) ** 2;
    return { support: both / rows, some, variance: scale * variance };
  };
}

/**
 * How many items a threshold flags when there is no difference at all: the baskets of both parts are shuffled and dealt
 * out anew, as many to each, and items are counted that are frequent in the first part and not in the second. Baskets of
 * one customer are dealt apart, although they are alike: chance flags rather more than this says.
 * O(resamples × lines).
 *
 * @returns the mean over the shuffles, and the quantiles 2.5 % and 97.5 %
 * @throws RangeError when a part has no baskets or there are no shuffles
 * @see Good (2005), "Permutation, parametric and bootstrap tests of hypotheses"
 * @example flaggedByChance(low, high, { minSupport: 0.01, seed: 1, resamples: 400 }).estimate
 */
export function flaggedByChance(
  inside: OwnedBaskets,
  rest: OwnedBaskets,
  { minSupport, seed, resamples }: { minSupport: number; seed: number; resamples: number },
): Interval {
  const [first, second] = [inside.rows, rest.rows];
  if (first === 0 || second === 0)
    throw new RangeError("One part has no baskets: there is nothing to shuffle.");
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new RangeError(`${resamples} shuffles: take at least one.`);
  const labels = [...new Set([...inside.names, ...rest.names])];
  const numberOf = new Map(labels.map((label, item) => [label, item]));
  const rows = [inside, rest].flatMap(({ rows, starts, items, names }) =>
    Array.from({ length: rows }, (_, row) =>
      items.slice(starts[row], starts[row + 1]).map((item) => numberOf.get(names[item]!)!),
    ),
  );
  const total = countsOf(rows, labels.length);
  const random = createRandom(seed);
  const flagged = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    // Only the smaller end of the shuffle is needed: the first part's baskets.
    for (let i = 0; i < first; i++) {
      const j = i + random.int(rows.length - i);
      [rows[i], rows[j]] = [rows[j]!, rows[i]!];
    }
    const here = countsOf(rows.slice(0, first), labels.length);
    flagged[r] = here.reduce((sum, n, item) => {
      const [inShare, restShare] = [n / first, (total[item]! - n) / second];
      return sum + (inShare >= minSupport && restShare < minSupport ? 1 : 0);
    }, 0);
  }
  const sorted = flagged.sort();
  const place = (q: number) => sorted[Math.round(q * (resamples - 1))]!;
  const mean = sorted.reduce((a, b) => a + b, 0) / resamples;
  return { estimate: mean, low: place(0.025), high: place(0.975) };
}

function countsOf(rows: readonly Uint32Array[], items: number): Float64Array {
  const counts = new Float64Array(items);
  for (const row of rows) for (const item of row) counts[item] = counts[item]! + 1;
  return counts;
}
