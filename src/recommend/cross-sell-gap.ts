import type { Purchases } from "./purchases";
import { boughtItems } from "./top-items";

/** What each customer lacks of what most of the segment hold; one entry a customer. */
export interface SegmentGap {
  /** Items that more than half of the segment's customers hold and this one does not. */
  readonly missing: Float64Array;
  /**
   * The same as chance would have it: as many draws as the customer has lines, without replacement, from all lines of
   * the segment. A customer who differs from the segment in nothing but the number of lines lacks so many.
   */
  readonly expected: Float64Array;
}

/**
 * The gap between customers and their segment: how many of the items that most of the segment hold each one lacks, and
 * how many of these are explained by how much the customer has bought. A line is an item in an order.
 * O(lines + customers × items × lines of the customer).
 *
 * @param segmentOf the segment of each customer, in the order of `purchases.customers`
 * @throws RangeError when there are not as many segments as customers
 * @see Hurlbert (1971), "The nonconcept of species diversity", Ecology 52(4), on draws without replacement
 * @example segmentGap(purchases, grade).missing
 */
export function segmentGap(purchases: Purchases, segmentOf: readonly string[]): SegmentGap {
  const { customers, items, orderStarts, lineStarts, lines } = purchases;
  if (segmentOf.length !== customers.length) {
    throw new RangeError(`${segmentOf.length} segments for ${customers.length} customers: give one each.`);
  }
  const own = customers.map((_, customer) => boughtItems(purchases, customer));
  const missing = new Float64Array(customers.length);
  const expected = new Float64Array(customers.length);
  for (const segment of new Set(segmentOf)) {
    const members = customers.map((_, c) => c).filter((c) => segmentOf[c] === segment);
    const holders = new Uint32Array(items.length);
    const linesOf = new Float64Array(items.length);
    for (const c of members) {
      for (const item of own[c]!) holders[item]!++;
      for (let i = lineStarts[orderStarts[c]!]!; i < lineStarts[orderStarts[c + 1]!]!; i++)
        linesOf[lines[i]!]!++;
    }
    const all = linesOf.reduce((a, b) => a + b, 0);
    const usual = Array.from(holders.keys()).filter((item) => 2 * holders[item]! > members.length);
    const bySize = new Map<number, number>();
    for (const c of members) {
      const size = lineStarts[orderStarts[c + 1]!]! - lineStarts[orderStarts[c]!]!;
      const chance =
        bySize.get(size) ?? usual.reduce((sum, item) => sum + noneOf(linesOf[item]!, all, size), 0);
      bySize.set(size, chance);
      expected[c] = chance;
      missing[c] = usual.filter((item) => !own[c]!.includes(item)).length;
    }
  }
  return { missing, expected };
}

/** The chance that none of `n` draws is among these `own` of `all` lines. */
function noneOf(own: number, all: number, n: number): number {
  let chance = 1;
  for (let j = 0; j < n && chance > 0; j++) chance *= Math.max(0, all - own - j) / (all - j);
  return chance;
}
