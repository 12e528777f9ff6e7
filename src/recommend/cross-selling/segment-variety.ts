import { createRandom, type Random } from "../../stats/random";
import type { Purchases } from "../purchases";

/** The variety of customers beside what chance gives in their segment; one entry a customer. */
export interface SegmentVariety {
  /** Different items that the customer holds. */
  readonly held: Float64Array;
  /**
   * The same by chance: the mean over deals in which the segment's items are swapped between its orders. A customer who
   * differs from the segment in nothing but number and sizes of orders holds so many.
   */
  readonly expected: Float64Array;
}

/** How {@link segmentVariety} deals. */
export interface SegmentVarietyOptions {
  /** Seed of the deals, a whole number. */
  readonly seed: number;
  /** How many deals; 20 by default. */
  readonly deals?: number;
  /**
   * The period of an order by its time, such as its month: then only orders of one period swap, so that what is sold in
   * one season stays there. All orders are of one period by default.
   */
  readonly periodOf?: (time: number) => number;
}

/** Swaps tried for each line of a deal: enough for the orders to forget what they held. */
const SWAPS_A_LINE = 8;

/**
 * How many different items each customer holds, and how many of them how much the customer has bought explains: who has
 * more orders has more items, whatever the tastes. Chance is by swaps: two lines of a segment change
 * their items where neither order holds the other's, so that every order keeps its size and every item its number of
 * orders. O(deals × (lines + customers × items)); memory of orders × items bytes of the largest segment.
 *
 * @param segmentOf the segment of each customer, in the order of `purchases.customers`
 * @throws RangeError when there are not as many segments as customers, or no deals
 * @see Gionis, Mannila, Mielikäinen & Tsaparas (2007), "Assessing data mining results via swap randomization"
 * @example segmentVariety(purchases, grade, { seed: 1 }).expected
 */
export function segmentVariety(
  purchases: Purchases,
  segmentOf: readonly string[],
  { seed, deals = 20, periodOf = () => 0 }: SegmentVarietyOptions,
): SegmentVariety {
  const { customers, items } = purchases;
  if (segmentOf.length !== customers.length) {
    throw new RangeError(`${segmentOf.length} segments for ${customers.length} customers: give one each.`);
  }
  if (!Number.isInteger(deals) || deals < 1) throw new RangeError(`${deals} deals: take at least one.`);
  const random = createRandom(seed);
  const held = new Float64Array(customers.length);
  const expected = new Float64Array(customers.length);
  for (const segment of new Set(segmentOf)) {
    const members = customers.map((_, c) => c).filter((c) => segmentOf[c] === segment);
    const lines = linesOf(purchases, members, periodOf);
    distinct(lines, members.length, items.length).forEach((n, m) => {
      held[members[m]!] = n;
    });
    const holds = new Uint8Array((lines.orderOf.at(-1) ?? -1) * items.length + items.length);
    lines.items.forEach((item, i) => {
      holds[lines.orderOf[i]! * items.length + item] = 1;
    });
    for (let deal = 0; deal < deals; deal++) {
      swap(lines, holds, items.length, random);
      distinct(lines, members.length, items.length).forEach((n, m) => {
        expected[members[m]!] = expected[members[m]!]! + n / deals;
      });
    }
  }
  return { held, expected };
}

/** The lines of a segment: item, order and customer of each, the last two numbered from 0 and ascending. */
interface Lines {
  readonly items: Uint32Array;
  readonly orderOf: Uint32Array;
  readonly memberOf: Uint32Array;
  /** The places of the lines of each period. */
  readonly periods: readonly Uint32Array[];
}

function linesOf(
  { orderStarts, lineStarts, lines, times }: Purchases,
  members: readonly number[],
  periodOf: (time: number) => number,
): Lines {
  const [items, orderOf, memberOf]: number[][] = [[], [], []];
  const periods = new Map<number, number[]>();
  let orders = 0;
  members.forEach((customer, member) => {
    for (let order = orderStarts[customer]!; order < orderStarts[customer + 1]!; order++, orders++) {
      const period = periodOf(times[order]!);
      const places = periods.get(period) ?? [];
      periods.set(period, places);
      for (let i = lineStarts[order]!; i < lineStarts[order + 1]!; i++) {
        places.push(items!.length);
        items!.push(lines[i]!);
        orderOf!.push(orders);
        memberOf!.push(member);
      }
    }
  });
  return {
    items: Uint32Array.from(items!),
    orderOf: Uint32Array.from(orderOf!),
    memberOf: Uint32Array.from(memberOf!),
    periods: [...periods.values()].map((places) => Uint32Array.from(places)),
  };
}

/** How many different items each member has. */
function distinct({ items, memberOf }: Lines, members: number, width: number): Float64Array {
  const has = new Uint8Array(members * width);
  const counts = new Float64Array(members);
  items.forEach((item, i) => {
    const member = memberOf[i]!;
    if (has[member * width + item] === 0) counts[member] = counts[member]! + 1;
    has[member * width + item] = 1;
  });
  return counts;
}

/** Swaps items between orders of one period, in place; `holds` says which order (row) holds which item (column). */
function swap({ items, orderOf, periods }: Lines, holds: Uint8Array, width: number, random: Random): void {
  for (const places of periods) {
    for (let tried = 0; tried < SWAPS_A_LINE * places.length; tried++) {
      const [i, j] = [places[random.int(places.length)]!, places[random.int(places.length)]!];
      const [a, b] = [items[i]!, items[j]!];
      const [one, other] = [orderOf[i]! * width, orderOf[j]! * width];
      if (holds[one + b] === 1 || holds[other + a] === 1) continue;
      holds[one + a] = 0;
      holds[one + b] = 1;
      holds[other + b] = 0;
      holds[other + a] = 1;
      items[i] = b;
      items[j] = a;
    }
  }
}
