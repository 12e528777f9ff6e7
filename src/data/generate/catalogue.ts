import type { Random } from "../../stats/random";

/** A product of the generated shop. */
export interface Product {
  readonly code: string;
  readonly description: string;
  /** Thousandths of a pound. */
  readonly price: number;
}

/** Products that are bought together by plan. */
export interface Bundle {
  /** Stock codes. */
  readonly products: readonly string[];
  /** The probability that an order holds the whole bundle by plan. */
  readonly together: number;
  /** The probability, besides, that an order holds one of its products on its own. */
  readonly alone: number;
  /** The lift of any two of its products over all purchase orders, which follows from the two. */
  readonly lift: number;
}

const COLOURS = ["RED", "BLUE", "PINK", "GREEN", "WHITE", "IVORY", "BLACK", "SILVER", "CREAM", "RETRO"];
const STYLES = ["VINTAGE", "SPOTTY", "REGENCY", "PAISLEY", "HEART", "ROSE", "ALPHABET", "CIRCUS", "WOODLAND"];
const THINGS = [
  "T-LIGHT HOLDER",
  "LUNCH BOX",
  "CAKE STAND",
  "TEACUP AND SAUCER",
  "WICKER BASKET",
  "JUMBO BAG",
  "METAL SIGN",
  "PHOTO FRAME",
  "CHOCOLATE TIN",
  "NAPKINS, PACK OF 20",
  'RULER 12"',
  "GIFT VOUCHER \u00a310",
];
const SIZES = ["", "SMALL ", "LARGE ", "SET OF 3 ", "SET OF 6 ", "MINI "];

/** How many products the catalogue has; the original sells about as many. */
export const PRODUCTS = 3800;
const BUNDLES = 12;
const BUNDLE_SIZE = 3;
const TOGETHER = 0.02;
const ALONE = 0.015;

/**
 * The catalogue: the first products come in bundles, the others are drawn by popularity. One in five
 * descriptions ends in a stray blank, one in fifty is in small letters, as in the original. O(products).
 * @example makeCatalogue(createRandom(1)).products.length // 3800
 */
export function makeCatalogue(random: Random): { products: readonly Product[]; bundles: readonly Bundle[] } {
  const products = Array.from({ length: PRODUCTS }, (_, i): Product => {
    const thing = i < BUNDLES * BUNDLE_SIZE ? Math.floor(i / BUNDLE_SIZE) : random.int(THINGS.length);
    const colour = COLOURS[i % COLOURS.length]!;
    const style = STYLES[Math.floor(i / COLOURS.length) % STYLES.length]!;
    const size = SIZES[Math.floor(i / (COLOURS.length * STYLES.length)) % SIZES.length]!;
    const letter = random.int(4) === 0 ? "ABCDEFGH"[random.int(8)]! : "";
    const name = `${size}${style} ${colour} ${THINGS[thing % THINGS.length]!}`;
    const cased = random.int(50) === 0 ? name.toLowerCase() : name;
    const description = random.int(5) === 0 ? `${cased} ` : cased;
    const pounds = Math.exp(0.5 + 0.75 * random.normal());
    // One product in a thousand is priced below a penny, as in the original.
    const price = random.int(1000) === 0 ? 1 + random.int(9) : Math.max(40, Math.round(pounds * 100) * 10);
    return { code: `${20_000 + i}${letter}`, description, price };
  });
  const bundles = Array.from({ length: BUNDLES }, (_, b): Bundle => {
    const codes = products.slice(b * BUNDLE_SIZE, (b + 1) * BUNDLE_SIZE).map((product) => product.code);
    return { products: codes, together: TOGETHER, alone: ALONE, lift: plannedLift(TOGETHER, ALONE) };
  });
  return { products, bundles };
}

/**
 * The lift of two products that are in an order together with one probability and, independently, each
 * on its own with another: P(A and B) / (P(A) P(B)).
 * @example plannedLift(0.02, 0) // 50
 */
export function plannedLift(together: number, alone: number): number {
  const one = together + (1 - together) * alone;
  return (together + (1 - together) * alone ** 2) / one ** 2;
}

/** How many of the catalogue's first products are in bundles. */
export const BUNDLED = BUNDLES * BUNDLE_SIZE;

/** The mean number of bundle products in an order. */
export const BUNDLED_PER_ORDER = BUNDLED * (TOGETHER + (1 - TOGETHER) * ALONE);

/** Indices of the bundle products of one order. O(bundles). */
export function drawBundled(random: Random): number[] {
  const drawn: number[] = [];
  for (let b = 0; b < BUNDLES; b++) {
    const whole = random.next() < TOGETHER;
    for (let i = 0; i < BUNDLE_SIZE; i++) {
      if (random.next() < ALONE || whole) drawn.push(b * BUNDLE_SIZE + i);
    }
  }
  return drawn;
}
