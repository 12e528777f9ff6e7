import type { Random } from "../../../stats/random";
import { weighted } from "../calendar";

/** A planted kind of customer. */
export interface ShopperType {
  readonly name: string;
  /** Its share of customers. */
  readonly share: number;
  /** Mean number of buying days beyond the first; two may fall on one day. */
  readonly moreDays: number;
  /** Mean number of baskets on a buying day. */
  readonly baskets: number;
  /** Mean units of a line of cheap goods, when no coupon matters. */
  readonly units: number;
  /** The part of the year after which such customers stop; 1 is never. */
  readonly until: number;
}

/** The planted types, by falling spend: rate, spend and whether they lapse differ. */
export const SHOPPER_TYPES: readonly ShopperType[] = [
  { name: "loyal", share: 0.08, moreDays: 6, baskets: 14, units: 8, until: 1 },
  { name: "regular", share: 0.22, moreDays: 2.5, baskets: 7, units: 5, until: 1 },
  { name: "lapsed", share: 0.12, moreDays: 2, baskets: 6, units: 4, until: 0.45 },
  { name: "occasional", share: 0.3, moreDays: 0.8, baskets: 5, units: 3, until: 1 },
  { name: "one-off", share: 0.28, moreDays: 0, baskets: 4, units: 2, until: 1 },
];

/** A generated customer. */
export interface Shopper {
  readonly id: string;
  readonly type: ShopperType;
  /** 여 (female) or 남 (male). */
  readonly gender: string;
  readonly region: string;
  /** Months. */
  readonly tenure: number;
}

const GENDERS = ["여", "남"] as const;
const genderOf = weighted([64, 36]);
const REGIONS: readonly (readonly [string, number])[] = [
  ["California", 32],
  ["Chicago", 31],
  ["New York", 22],
  ["New Jersey", 10],
  ["Washington DC", 5],
];
const regionOf = weighted(REGIONS.map(([, weight]) => weight));
const typeOf = weighted(SHOPPER_TYPES.map(({ share }) => share));
const SHORTEST_TENURE = 2;
const TENURES = 49;

/**
 * Draws one customer. Gender, region and tenure are drawn apart from the type: they are noise, and say nothing of how
 * somebody buys.
 * @example drawShopper("USER_0000", createRandom(1)).type.name
 */
export function drawShopper(id: string, random: Random): Shopper {
  const type = SHOPPER_TYPES[typeOf(random)]!;
  const gender = GENDERS[genderOf(random)]!;
  const region = REGIONS[regionOf(random)]![0];
  return { id, type, gender, region, tenure: SHORTEST_TENURE + random.int(TENURES) };
}
