import type { Random } from "../../stats/random";
import { weighted } from "./calendar";
import { BUNDLED, BUNDLED_PER_ORDER, drawBundled, type Product } from "./catalogue";

/** One line of a generated order; the price in thousandths of a pound. */
export interface Line {
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly price: number;
}

/** One generated invoice. */
export interface Order {
  /** UTC milliseconds. */
  readonly time: number;
  /** What stands before the invoice number: C for a cancellation, A for an adjustment of bad debt. */
  readonly prefix: "" | "C" | "A";
  /** The customer's id; null for orders without one. */
  readonly customer: string | null;
  readonly country: string;
  readonly lines: Line[];
}

/** Popularity falls with rank: a few products sell in every tenth order, most in one of hundreds. */
const POPULARITY = { shift: 12, power: 0.8 };

/**
 * Draws the products of orders: bundles by plan, the rest by popularity, none twice in an order.
 * @example basketsOf(products)(20, [6, 12], random).length // about 20
 */
export function basketsOf(products: readonly Product[]) {
  const popular = weighted(
    products.map((_, i) => (i < BUNDLED ? 0 : (i - BUNDLED + POPULARITY.shift) ** -POPULARITY.power)),
  );
  return (mean: number, packs: readonly number[], random: Random): Line[] => {
    const chosen = new Set(drawBundled(random));
    const wanted = chosen.size + 1 + random.poisson(mean - 1 - BUNDLED_PER_ORDER);
    while (chosen.size < wanted) chosen.add(popular(random));
    return Array.from(chosen, (i) => {
      const { code, description, price } = products[i]!;
      return { code, description, price, quantity: random.choice(packs) };
    });
  };
}
