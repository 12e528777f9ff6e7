/** A planted kind of customer. Means are of its customers; `Spread`s are of logarithms. */
export interface CustomerType {
  readonly name: string;
  /** Share of the customers. */
  readonly share: number;
  /** Typical number of orders, the last one included. */
  readonly orders: number;
  /** Typical days between two orders, before they are capped at 30. */
  readonly gap: number;
  /** Mean number of products of an order. */
  readonly basket: number;
  /** Chance that a slot of the cart goes to a product bought before, in a department of no effect of its own. */
  readonly reorder: number;
  /** Departments it buys more of than others, and how many times more. */
  readonly favours: Readonly<Record<string, number>>;
}

/** How far customers of one type differ (normal spread of logarithms), and orders of one customer. */
export const SPREADS = { orders: 0.12, gap: 0.3, basket: 0.12, size: 0.6 } as const;

const TYPES: readonly CustomerType[] = [
  {
    name: "light",
    share: 0.34,
    orders: 9,
    gap: 8.5,
    basket: 8,
    reorder: 0.45,
    favours: { snacks: 1.5, frozen: 1.3 },
  },
  {
    name: "regular",
    share: 0.24,
    orders: 28,
    gap: 10.5,
    basket: 10,
    reorder: 0.62,
    favours: { breakfast: 1.5, bakery: 1.4 },
  },
  {
    name: "core",
    share: 0.07,
    orders: 60,
    gap: 5,
    basket: 13,
    reorder: 0.75,
    favours: { produce: 1.4, babies: 2 },
  },
  {
    name: "drifting",
    share: 0.35,
    orders: 8,
    gap: 27,
    basket: 7,
    reorder: 0.4,
    favours: { household: 2, "personal care": 2 },
  },
];

const MEASURES = ["orders", "gap", "basket"] as const;

/**
 * The planted types, drawn together by a separation below 1: at 1 they stand well apart in number of orders, gaps and
 * baskets, at 0 they do not differ in them at all. Reorder chances and favoured departments stay. O(1).
 * @example customerTypes(0).every((type) => type.gap === customerTypes(0)[0].gap) // true
 */
export function customerTypes(separation = 1): readonly CustomerType[] {
  if (separation === 1) return TYPES;
  const middle = (measure: (typeof MEASURES)[number]) =>
    TYPES.reduce((sum, type) => sum + type.share * Math.log(type[measure]), 0);
  const drawnTo = (type: CustomerType, measure: (typeof MEASURES)[number]) => {
    const mean = middle(measure);
    return Math.exp(mean + separation * (Math.log(type[measure]) - mean));
  };
  return TYPES.map((type) => ({
    ...type,
    orders: drawnTo(type, "orders"),
    gap: drawnTo(type, "gap"),
    basket: drawnTo(type, "basket"),
  }));
}
