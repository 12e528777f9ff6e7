import type { Random } from "../../../stats/random";
import { weighted } from "../calendar";

/** A category of the generated shop. */
export interface ShopCategory {
  readonly name: string;
  /** Its weight among lines. */
  readonly weight: number;
  /** Its median price. */
  readonly price: number;
  readonly products: number;
  /** Its rate of GST, from 0 to 1. */
  readonly gst: number;
  /** What its coupon codes begin with; null for a category that is never discounted. */
  readonly coupon: string | null;
}

const category = (
  name: string,
  weight: number,
  price: number,
  products: number,
  gst: number,
  coupon: string | null,
): ShopCategory => ({ name, weight, price, products, gst, coupon });

/** The planted categories: many cheap ones and one that earns half of the revenue, as in the original. */
export const CATEGORIES: readonly ShopCategory[] = [
  category("Apparel", 340, 18, 900, 0.18, "SALE"),
  category("Nest-USA", 265, 125, 9, 0.1, "ELEC"),
  category("Office", 123, 3, 44, 0.1, "OFF"),
  category("Drinkware", 66, 9, 31, 0.18, "EXTRA"),
  category("Lifestyle", 58, 3, 22, 0.18, "EXTRA"),
  category("Nest", 42, 195, 8, 0.05, "NE"),
  category("Bags", 36, 28, 17, 0.18, "AIO"),
  category("Headgear", 15, 15, 18, 0.05, "HGEAR"),
  category("Notebooks & Journals", 14, 11, 14, 0.05, "NJ"),
  category("Waze", 10, 6, 23, 0.18, "WEMP"),
  category("Nest-Canada", 6, 155, 5, 0.1, "NCA"),
  category("Bottles", 5, 3, 2, 0.05, "BT"),
  category("Accessories", 4, 8, 7, 0.1, "ACC"),
  category("Gift Cards", 3, 110, 6, 0.05, "GC"),
  category("Fun", 3, 7, 3, 0.18, null),
  category("Housewares", 2, 2, 1, 0.12, "HOU"),
  category("Google", 2, 16, 2, 0.1, null),
  category("Backpacks", 2, 80, 3, 0.1, null),
  category("More Bags", 1, 20, 2, 0.18, null),
  category("Android", 1, 16, 5, 0.1, "AND"),
];

/** A category that the discounts name and nothing is sold of. */
export const UNSOLD_CATEGORY = { name: "Notebooks", coupon: "NOTES" } as const;

/** A product of the generated shop. */
export interface ShopProduct {
  readonly id: string;
  readonly category: string;
  /** Hundredths of the shop's currency. */
  readonly price: number;
}

/**
 * Draws the catalogue, and gives what draws a product of it. Prices spread around their category's median; a product's
 * popularity falls with its rank in the category. O(products), O(log products) a draw.
 * @example makeShop(createRandom(1)).draw(createRandom(2)).category
 */
export function makeShop(random: Random): {
  products: readonly ShopProduct[];
  draw(random: Random): ShopProduct;
} {
  let number = 0;
  const shelves = CATEGORIES.map(({ name, price, products }) =>
    Array.from({ length: products }, (): ShopProduct => {
      const id = `Product_${String(number++).padStart(4, "0")}`;
      const cents = Math.max(39, Math.round(100 * price * Math.exp(0.3 * random.normal())));
      return { id, category: name, price: cents };
    }),
  );
  const shelfOf = weighted(CATEGORIES.map(({ weight }) => weight));
  const placeOn = CATEGORIES.map(({ products }) =>
    weighted(Array.from({ length: products }, (_, i) => (i + 3) ** -0.9)),
  );
  return {
    products: shelves.flat(),
    draw(random) {
      const shelf = shelfOf(random);
      return shelves[shelf]![placeOn[shelf]!(random)]!;
    },
  };
}
