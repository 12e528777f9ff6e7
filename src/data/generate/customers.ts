import type { Random } from "../../stats/random";
import { calendarTime, DAYS, weighted } from "./calendar";

/** A planted kind of customer. */
export interface CustomerType {
  readonly name: string;
  /** Its share of customers. */
  readonly share: number;
  /** Mean days between orders, in even time (see calendarTime); null for those who order once. */
  readonly interval: number | null;
  /** Mean number of products in an order. */
  readonly basket: number;
  /** Units of a line: one of these, each as likely. */
  readonly packs: readonly number[];
  /** The part of the period after which such customers stop; 1 is never. */
  readonly until: number;
}

/** The planted customer types, by falling spend. */
export const CUSTOMER_TYPES: readonly CustomerType[] = [
  { name: "wholesaler", share: 0.04, interval: 14, basket: 30, packs: [6, 12, 24, 24, 48], until: 1 },
  { name: "regular", share: 0.2, interval: 40, basket: 20, packs: [2, 4, 6, 12, 12, 24], until: 1 },
  { name: "occasional", share: 0.36, interval: 100, basket: 15, packs: [1, 2, 4, 6, 12], until: 1 },
  { name: "lapsed", share: 0.12, interval: 35, basket: 18, packs: [2, 4, 6, 12, 12], until: 0.45 },
  { name: "one-off", share: 0.28, interval: null, basket: 14, packs: [1, 2, 3, 6, 12], until: 1 },
];

/** A generated customer with the times of the orders, UTC milliseconds. */
export interface Customer {
  readonly id: string;
  readonly type: CustomerType;
  readonly country: string;
  readonly times: readonly number[];
}

const COUNTRIES: readonly (readonly [string, number])[] = [
  ["United Kingdom", 905],
  ["Germany", 22],
  ["France", 20],
  ["EIRE", 12],
  ["Spain", 8],
  ["Belgium", 6],
  ["Netherlands", 6],
  ["Switzerland", 5],
  ["Portugal", 5],
  ["Australia", 4],
  ["Norway", 3],
  ["Japan", 2],
  ["Channel Islands", 1],
  ["Unspecified", 1],
];
const typeOf = weighted(CUSTOMER_TYPES.map((type) => type.share));
const countryOf = weighted(COUNTRIES.map(([, weight]) => weight));
/** The part of returning customers who were customers before the first day. */
const OLD_CUSTOMERS = 0.7;

/**
 * Draws one customer. Times between orders are Gamma distributed with shape 2 and the type's mean.
 * O(orders).
 * @example drawCustomer("12346", createRandom(1)).times.length
 */
export function drawCustomer(id: string, random: Random): Customer {
  const type = CUSTOMER_TYPES[typeOf(random)]!;
  const country = COUNTRIES[countryOf(random)]![0];
  const end = DAYS * type.until;
  const old = type.interval !== null && random.next() < OLD_CUSTOMERS;
  const times: number[] = [];
  let even = random.next() * (old ? type.interval! : end);
  while (even < end) {
    times.push(calendarTime(even, random));
    if (type.interval === null) break;
    even -= (type.interval / 2) * (Math.log(1 - random.next()) + Math.log(1 - random.next()));
  }
  return { id, type, country, times };
}
