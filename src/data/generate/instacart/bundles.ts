import type { Random } from "../../../stats/random";
import type { InstacartCatalogue } from "./catalogue";

/** Two products of different departments that are bought together by plan. */
export interface InstacartBundle {
  /** Product names. */
  readonly products: readonly [string, string];
  readonly aisles: readonly [string, string];
  /** The probability that an order with room for it holds both by plan, whoever orders. */
  readonly together: number;
}

/** Which aisles go together, each in one bundle at most. */
const AISLES = [
  ["dry pasta", "hard cheeses"],
  ["tortillas", "dips"],
  ["rolls", "cream cheeses"],
  ["granolas", "yogurts"],
  ["condiments", "frozen potatoes"],
  ["spirits", "soft drinks"],
] as const;
const TOGETHER = 0.008;

/** How many bundles can be planted. */
export const MOST_BUNDLES = AISLES.length;

/**
 * The first bundles of a shop: the middle product of each of their aisles, so that it also sells on its own. O(products).
 * @example bundlesOf(makeInstacartCatalogue(2000), 2)[0].products
 */
export function bundlesOf(catalogue: InstacartCatalogue, bundles: number): readonly InstacartBundle[] {
  const { aisles, names, aisleOf } = catalogue;
  const middle = (aisle: string) => {
    const index = aisles.indexOf(aisle);
    const from = aisleOf.indexOf(index);
    return names[from + Math.floor((aisleOf.lastIndexOf(index) - from) / 2)]!;
  };
  return AISLES.slice(0, bundles).map((pair) => ({
    products: [middle(pair[0]), middle(pair[1])],
    aisles: pair,
    together: TOGETHER,
  }));
}

/**
 * Draws which bundled products the next order holds by plan; they take places of the cart that others would have had, so
 * that a bundle makes no cart larger. Without bundles nothing is drawn. O(bundles) of an order, O(products) once.
 * @example const planned = bundleDraw(catalogue, bundlesOf(catalogue, 2)); planned(8, random)
 */
export function bundleDraw(
  { names }: InstacartCatalogue,
  bundles: readonly InstacartBundle[],
): (size: number, random: Random) => readonly number[] {
  const pairs = bundles.map(({ products, together }) => ({
    places: products.map((name) => names.indexOf(name)),
    together,
  }));
  return (size, random) => {
    const planned: number[] = [];
    for (const { places, together } of pairs) {
      if (random.next() < together && planned.length + 2 <= size) planned.push(...places);
    }
    return planned;
  };
}
