import { requireStarts } from "./order-starts";

/** Candidate items of orders, one after the other, with what was bought and what was foretold. */
export interface ForetoldOrders {
  /** Order o has the candidates `starts[o]` up to, without, `starts[o + 1]`; it has none where both are equal. */
  readonly starts: ArrayLike<number>;
  /** For each candidate 1 if the order held it, else 0. */
  readonly bought: ArrayLike<number>;
  /** For each candidate 1 if it was foretold, else 0. */
  readonly foretold: ArrayLike<number>;
  /** For each order 1 if "None" was foretold (perhaps beside items), else 0. */
  readonly none: ArrayLike<number>;
}

/**
 * The F1 of each order, as Kaggle's Instacart contest scores it: an order that holds no candidate counts as one that
 * holds "None" alone, and foretelling nothing at all scores 0. O(candidates).
 *
 * @throws RangeError when a mark is neither 0 nor 1, or the lengths do not fit
 * @example orderF1s({ starts: [0, 2], bought: [1, 0], foretold: [1, 1], none: [0] }) // [2 / 3]
 */
export function orderF1s({ starts, bought, foretold, none }: ForetoldOrders): Float64Array {
  requireMarks(bought, foretold);
  const orders = requireStarts(starts, bought.length);
  if (none.length !== orders)
    throw new RangeError(`${none.length} marks of "None" for ${orders} orders: give one an order.`);
  return Float64Array.from({ length: orders }, (_, o) => {
    if (none[o] !== 0 && none[o] !== 1)
      throw new RangeError(`The mark of "None" of order ${o} is ${none[o]}: take 0 or 1.`);
    let [hits, truly, chosen] = [0, 0, none[o]!];
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      hits += bought[i]! * foretold[i]!;
      truly += bought[i]!;
      chosen += foretold[i]!;
    }
    if (truly === 0) [hits, truly] = [none[o]!, 1];
    return (2 * hits) / (truly + chosen);
  });
}

/**
 * The mean of {@link orderF1s}: each order counts alike, however many items it has. This is the measure of Kaggle's
 * Instacart contest, not comparable with {@link pooledPairF1}. O(candidates).
 *
 * @throws RangeError as {@link orderF1s}, and when there are no orders
 * @example meanOrderF1({ starts: [0, 2, 3], bought: [1, 0, 0], foretold: [1, 1, 0], none: [0, 1] }) // 5 / 6
 */
export function meanOrderF1(orders: ForetoldOrders): number {
  const all = orderF1s(orders);
  if (all.length === 0) throw new RangeError("There are no orders to take the mean of.");
  return all.reduce((sum, f1) => sum + f1, 0) / all.length;
}

/**
 * The F1 of all pairs of order and item thrown together: 2 TP / (2 TP + FP + FN). Long orders count for more, and orders
 * without any item only by what was wrongly foretold; not comparable with {@link meanOrderF1}. O(candidates).
 *
 * @throws RangeError when a mark is neither 0 nor 1, the lengths differ, or no pair is bought or foretold
 * @example pooledPairF1([1, 0, 0], [1, 1, 0]) // 2 / 3
 */
export function pooledPairF1(bought: ArrayLike<number>, foretold: ArrayLike<number>): number {
  requireMarks(bought, foretold);
  let [hits, marks] = [0, 0];
  for (let i = 0; i < bought.length; i++) {
    hits += bought[i]! * foretold[i]!;
    marks += bought[i]! + foretold[i]!;
  }
  if (marks === 0) throw new RangeError("No pair is bought and none foretold: F1 is 0 / 0.");
  return (2 * hits) / marks;
}

function requireMarks(bought: ArrayLike<number>, foretold: ArrayLike<number>): void {
  if (bought.length !== foretold.length)
    throw new RangeError(`${bought.length} candidates bought or not, ${foretold.length} foretold or not.`);
  requireBinary("bought", bought);
  requireBinary("foretold", foretold);
}

function requireBinary(what: string, marks: ArrayLike<number>): void {
  for (let i = 0; i < marks.length; i++)
    if (marks[i] !== 0 && marks[i] !== 1)
      throw new RangeError(`The mark "${what}" of candidate ${i} is ${marks[i]}: take 0 or 1.`);
}
