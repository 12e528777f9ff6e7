import { bestChoice } from "../orders/expected-f1";
import { requireStarts } from "../orders/order-starts";

/** What is foretold for orders that stand one after the other: a mark a candidate and a mark of "None" an order. */
export interface NextBaskets {
  /** For each candidate 1 if it is foretold, else 0. */
  readonly foretold: Uint8Array;
  /** For each order 1 if "None" (nothing is bought again) is foretold, perhaps beside items, else 0. */
  readonly none: Uint8Array;
}

/** Next baskets with what their makers expect of them. */
export interface ExpectedBaskets extends NextBaskets {
  /** For each order the F1 to be expected, 0 to 1, if the chances are right. */
  readonly expectedF1: Float64Array;
}

/**
 * Foretells for each order what has the highest expected F1, "None" among it where that pays: {@link bestChoice}, order by
 * order. Chances should be calibrated: ranks alone do not tell how many to choose. O(Σ candidates² of an order).
 *
 * @param starts order o has the candidates `starts[o]` up to, without, `starts[o + 1]`
 * @param chances one a candidate, 0 to 1
 * @param noneChances one an order, 0 to 1, from a model of its own; by default the product of 1 − chance
 * @throws RangeError when the starts do not fit, there are not as many chances of "None" as orders, or as `bestChoice`,
 * naming the order
 * @example basketsOfBestF1([0, 2], [0.2, 0.9]).foretold // 0, 1
 */
export function basketsOfBestF1(
  starts: ArrayLike<number>,
  chances: ArrayLike<number>,
  noneChances?: ArrayLike<number>,
): ExpectedBaskets {
  const orders = requireStarts(starts, chances.length);
  if (noneChances !== undefined && noneChances.length !== orders)
    throw new RangeError(`${noneChances.length} chances of "None" for ${orders} orders: give one an order.`);
  const all = Float64Array.from(chances);
  const foretold = new Uint8Array(all.length);
  const none = new Uint8Array(orders);
  const expectedF1 = new Float64Array(orders);
  for (let o = 0; o < orders; o++) {
    const own = all.subarray(starts[o]!, starts[o + 1]!);
    // Of no candidates at all "None" is certain, whatever a model says.
    const noneProbability = own.length === 0 ? undefined : noneChances?.[o];
    try {
      const choice = bestChoice(own, noneProbability === undefined ? {} : { noneProbability });
      for (const i of choice.items) foretold[starts[o]! + i] = 1;
      none[o] = choice.none ? 1 : 0;
      expectedF1[o] = choice.expectedF1;
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`Order ${o}: ${error.message}`);
      throw error;
    }
  }
  return { foretold, none, expectedF1 };
}

/**
 * Foretells every candidate that scores the threshold or more, and "None" for orders where no candidate does: one rule for
 * all orders, whatever their length. O(candidates).
 *
 * @param threshold any number, also ±Infinity for "None" and for all candidates
 * @throws RangeError when the starts do not fit, or the threshold or a score is NaN
 * @example basketsAtThreshold([0, 2, 3], [0.2, 0.9, 0.1], 0.5) // { foretold: [0, 1, 0], none: [0, 1] }
 */
export function basketsAtThreshold(
  starts: ArrayLike<number>,
  scores: ArrayLike<number>,
  threshold: number,
): NextBaskets {
  requireStarts(starts, scores.length);
  if (Number.isNaN(threshold)) throw new RangeError("The threshold is not a number: take a score.");
  return withNone(
    starts,
    Uint8Array.from(scores, (score, i) => (numeric(score, i) >= threshold ? 1 : 0)),
  );
}

/**
 * Foretells of each order so many candidates, those of the highest scores: the plain habit of a list of fixed length.
 * Sizes are rounded to the nearest whole number (halves up); of equal scores the earlier candidate is taken. "None" is
 * foretold where the size is 0 or there are no candidates. O(Σ candidates log candidates of an order).
 *
 * @param sizes how many, one an order, from 0; more than there are candidates takes them all
 * @throws RangeError when the starts do not fit, there are not as many sizes as orders, a size is below 0 or NaN, or a score
 * is NaN
 * @example basketsOfSize([0, 3], [3, 5, 5], [1.6]).foretold // 0, 1, 1
 */
export function basketsOfSize(
  starts: ArrayLike<number>,
  scores: ArrayLike<number>,
  sizes: ArrayLike<number>,
): NextBaskets {
  const orders = requireStarts(starts, scores.length);
  if (sizes.length !== orders)
    throw new RangeError(`${sizes.length} sizes for ${orders} orders: give one an order.`);
  const foretold = new Uint8Array(scores.length);
  for (let o = 0; o < orders; o++) {
    if (!(sizes[o]! >= 0)) throw new RangeError(`The size of order ${o} is ${sizes[o]}: take 0 or more.`);
    const own = Array.from({ length: starts[o + 1]! - starts[o]! }, (_, i) => starts[o]! + i);
    own.sort((a, b) => numeric(scores[b]!, b) - numeric(scores[a]!, a));
    for (const i of own.slice(0, Math.floor(sizes[o]! + 0.5))) foretold[i] = 1;
  }
  return withNone(starts, foretold);
}

/** "None" beside marks of candidates: where no candidate is marked. */
function withNone(starts: ArrayLike<number>, foretold: Uint8Array): NextBaskets {
  const none = Uint8Array.from({ length: starts.length - 1 }, (_, o) =>
    foretold.subarray(starts[o]!, starts[o + 1]!).includes(1) ? 0 : 1,
  );
  return { foretold, none };
}

function numeric(score: number, candidate: number): number {
  if (Number.isNaN(score)) throw new RangeError(`The score of candidate ${candidate} is not a number.`);
  return score;
}
