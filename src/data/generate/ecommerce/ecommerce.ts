import { createRandom, type Random } from "../../../stats/random";
import { weighted } from "../calendar";
import { drawMarketing, type MarketingDay, type MarketingEffect, plannedDays, YEAR_DAYS } from "./campaign";
import { CATEGORIES, makeShop, type ShopCategory, type ShopProduct } from "./catalogue";
import { drawShopper, SHOPPER_TYPES, type Shopper, type ShopperType } from "./customers";

/** What was planted, for tests and lessons to find again. */
export interface EcommerceTruth {
  readonly types: readonly ShopperType[];
  /** The type's name by customer id. Gender, region and tenure have nothing to do with it. */
  readonly typeOf: ReadonlyMap<string, string>;
  readonly categories: readonly ShopCategory[];
  /** How many times as many units a line with a used coupon holds on average; 1 when coupons do not matter. */
  readonly couponEffect: number;
  readonly marketingEffect: MarketingEffect;
  /** The share of lines of cheap goods that are bulk orders, whoever the customer is. */
  readonly bulkShare: number;
  /** How many transaction ids belong to two customers. */
  readonly sharedTransactions: number;
}

/** What to generate. */
export interface EcommerceOptions {
  readonly seed: number;
  /** From 20 to 50,000; each buys about 36 lines. */
  readonly customers: number;
  /** Default 1: a coupon changes nothing. */
  readonly couponEffect?: number;
  /** Default: online costs with an elasticity of 0.2, offline costs none. */
  readonly marketingEffect?: MarketingEffect;
}

/** One line of a basket. */
export interface SaleLine {
  readonly product: ShopProduct;
  readonly quantity: number;
  readonly coupon: "Clicked" | "Used" | "Not Used";
}

/** What a customer buys at once. */
export interface Basket {
  readonly customer: string;
  /** Day of the year, from 0. */
  readonly day: number;
  /** Number of the transaction; now and then two customers of a day have the same. */
  readonly transaction: number;
  /** Hundredths. */
  readonly deliveryFee: number;
  readonly lines: readonly SaleLine[];
}

/** A generated shop: everything that the five files hold. */
export interface GeneratedEcommerce {
  /** In order of date and transaction. */
  readonly baskets: readonly Basket[];
  readonly shoppers: readonly Shopper[];
  readonly marketing: readonly MarketingDay[];
  readonly truth: EcommerceTruth;
}

/** The number of customers of the original. */
export const ORIGINAL_CUSTOMERS = 1468;
/** Raise it whenever the same seed gives other rows than before. */
export const ECOMMERCE_GENERATOR_VERSION = 2;

const FEWEST_CUSTOMERS = 20;
const MOST_CUSTOMERS = 50_000;
const MORE_LINES = 1;
/** Now and then somebody, of whatever type, orders some dozens or hundreds of something cheap. */
const BULK = { share: 0.012, least: 30, most: 600 };
/** The price, in hundredths, above which a line holds fewer units. */
const DEAR = 1500;
/** How often, of two customers who follow each other on a day, the one takes the other's last transaction id. */
const SHARED = 0.45;
const COUPONS = [
  ["Clicked", 0.51],
  ["Used", 0.34],
  ["Not Used", 0.15],
] as const;
const couponOf = weighted(COUPONS.map(([, share]) => share));
const FEES = [600, 600, 600, 650, 650, 1250, 1999];

/**
 * Generates a shop in the shape of "E-commerce 2019": customers of planted types, coupons that change the units of a
 * line or do not, marketing costs that move the buying or do not. The same options give the same shop everywhere.
 * O(lines); 1,468 customers with about 53,000 lines take 0.2 s.
 * @throws RangeError when the customers are not a whole number from 20 to 50,000, the seed is no whole number, or an
 * effect is out of range (coupons 1 to 5, marketing −2 to 2).
 * @example generateEcommerce({ seed: 1, customers: 100 }).baskets[0].lines
 */
export function generateEcommerce(options: EcommerceOptions): GeneratedEcommerce {
  const { seed, customers, couponEffect = 1, marketingEffect = { offline: 0, online: 0.2 } } = options;
  checkOptions(customers, couponEffect, marketingEffect);
  const random = createRandom(seed);
  const shop = makeShop(random);
  const marketing = drawMarketing(random);
  const dayOf = weighted(plannedDays(marketing, marketingEffect));
  const shoppers = Array.from({ length: customers }, (_, i) =>
    drawShopper(`USER_${String(i).padStart(4, "0")}`, random),
  );
  const drawn = shoppers.flatMap(({ id, type }) =>
    buyingDays(type, dayOf, random).flatMap((day) =>
      Array.from({ length: 1 + random.poisson(type.baskets - 1) }, () => {
        const lines = Array.from({ length: 1 + random.poisson(MORE_LINES) }, () =>
          drawLine(shop.draw(random), type.units, couponEffect, random),
        );
        return { customer: id, day, deliveryFee: random.choice(FEES), lines };
      }),
    ),
  );
  drawn.sort((a, b) => a.day - b.day);
  const { baskets, shared } = numbered(drawn, random);
  const typeOf = new Map(shoppers.map(({ id, type }) => [id, type.name]));
  const effects = { couponEffect, marketingEffect, bulkShare: BULK.share, sharedTransactions: shared };
  return {
    baskets,
    shoppers,
    marketing,
    truth: { types: SHOPPER_TYPES, typeOf, categories: CATEGORIES, ...effects },
  };
}

function buyingDays(type: ShopperType, dayOf: (random: Random) => number, random: Random): number[] {
  const days = new Set<number>();
  for (let draws = 1 + random.poisson(type.moreDays); draws > 0; ) {
    const day = dayOf(random);
    if (day >= YEAR_DAYS * type.until) continue;
    days.add(day);
    draws--;
  }
  return [...days].sort((a, b) => a - b);
}

/** Units are 1 and a geometric rest around their mean, or a bulk order; a used coupon may raise both. Dear products go in ones and twos. */
function drawLine(product: ShopProduct, units: number, couponEffect: number, random: Random): SaleLine {
  const coupon = COUPONS[couponOf(random)]![0];
  const factor = coupon === "Used" ? couponEffect : 1;
  if (product.price < DEAR && random.next() < BULK.share) {
    const units = BULK.least * (BULK.most / BULK.least) ** random.next();
    return { product, quantity: Math.round(units * factor), coupon };
  }
  const mean = factor * (1 + (units - 1) * Math.min(1, DEAR / product.price));
  const rest = Math.floor(Math.log(1 - random.next()) / Math.log(1 - 1 / mean));
  return { product, quantity: 1 + rest, coupon };
}

/** Numbers the transactions; some take the number of the one before, when that is another customer's of the day. */
function numbered(
  drawn: readonly Omit<Basket, "transaction">[],
  random: Random,
): { baskets: Basket[]; shared: number } {
  let [transaction, shared, alone] = [-1, 0, true];
  const baskets = drawn.map((basket, i): Basket => {
    const before = drawn[i - 1];
    const other = before !== undefined && before.day === basket.day && before.customer !== basket.customer;
    const same = other && alone && random.next() < SHARED;
    alone = !same;
    if (same) shared++;
    else transaction++;
    return { ...basket, transaction };
  });
  return { baskets, shared };
}

function checkOptions(customers: number, couponEffect: number, { offline, online }: MarketingEffect): void {
  if (!Number.isSafeInteger(customers) || customers < FEWEST_CUSTOMERS || customers > MOST_CUSTOMERS) {
    const range = `from ${FEWEST_CUSTOMERS} to ${MOST_CUSTOMERS}`;
    throw new RangeError(`Cannot generate ${customers} customers: give a whole number ${range}.`);
  }
  if (!(couponEffect >= 1 && couponEffect <= 5)) {
    throw new RangeError(`A coupon effect of ${couponEffect} is not from 1 to 5; 1 is none.`);
  }
  if (!(Math.abs(offline) <= 2 && Math.abs(online) <= 2)) {
    throw new RangeError(`Marketing effects of ${offline} and ${online} are not from −2 to 2; 0 is none.`);
  }
}
