import type { Random } from "../../../stats/random";
import { weighted } from "../calendar";
import { bundleDraw, type InstacartBundle } from "./bundles";
import type { InstacartCatalogue } from "./catalogue";
import { DEPARTMENTS } from "./departments";
import type { CustomerType } from "./types";
import type { OrderPlan } from "./users";

/** The products of one order, in the order of the cart; the arrays are used again for the next order. */
export interface Basket {
  readonly size: number;
  /** Indices of products. */
  readonly product: Int32Array;
  /** 1 where the customer bought the product in an earlier order. */
  readonly reordered: Uint8Array;
}

/** Alcohol is bought towards the weekend: how many times more on each weekday of the file. */
export const ALCOHOL_WEEK = [0.6, 0.8, 1, 1.2, 1.6, 1.6, 0.9] as const;
/** Products bought before go into the cart this much earlier, in normal spreads of a product. */
export const REORDER_HASTE = 0.9;

const [TRIES, LARGEST] = [12, 145];

/**
 * Draws the baskets of customers, one after another: `start` a customer, then ask for its orders in turn. Bundles come
 * first, if any are planted. A slot of the cart left then gets its department; then, if the customer bought there in earlier orders, the product is one of those
 * (in proportion to how often it was bought) with the type's and the department's chance, else a new one by popularity.
 * O(products) of an order, save for the rare one that has bought nearly a whole department.
 * @example
 * const baskets = basketsOf(catalogue, customerTypes());
 * baskets.start(0, random); baskets.next(plan.orders[0]).size
 */
export function basketsOf(
  catalogue: InstacartCatalogue,
  types: readonly CustomerType[],
  bundles: readonly InstacartBundle[] = [],
) {
  const { names, departmentOf, first } = catalogue;
  const departmentDraws = types.map((type) => ALCOHOL_WEEK.map((alcohol) => departmentDraw(type, alcohol)));
  const chances = types.map(({ reorder }) =>
    DEPARTMENTS.map((department) => 1 / (1 + ((1 - reorder) / reorder) * Math.exp(-department.reorder))),
  );
  const draw = bundleDraw(catalogue, bundles);
  const [boughtBy, inOrder] = [new Int32Array(names.length), new Int32Array(names.length)];
  const history = DEPARTMENTS.map((): number[] => []);
  const [product, reordered] = [new Int32Array(LARGEST), new Uint8Array(LARGEST)];
  const place = new Float64Array(LARGEST);
  let [customer, order, type] = [0, 0, 0];
  let random: Random;

  /** One that was bought before and is not in the cart yet; -1 when a few tries find none. */
  const known = (department: number): number => {
    const bought = history[department]!;
    for (let i = 0; i < TRIES; i++) {
      const candidate = bought[random.int(bought.length)]!;
      if (inOrder[candidate] !== order) return candidate;
    }
    return -1;
  };
  /** One that was never bought; -1 when the department has none left. */
  const fresh = (department: number): number => {
    const isFresh = (p: number) => boughtBy[p] !== customer && inOrder[p] !== order;
    for (let i = 0; i < TRIES; i++) {
      const candidate = catalogue.draw(department, random);
      if (isFresh(candidate)) return candidate;
    }
    const [from, size] = [first[department]!, first[department + 1]! - first[department]!];
    const start = random.int(size);
    for (let i = 0; i < size; i++) {
      const candidate = from + ((start + i) % size);
      if (isFresh(candidate)) return candidate;
    }
    return -1;
  };
  const slot = (departmentOfSlot: (random: Random) => number): number => {
    for (;;) {
      const department = departmentOfSlot(random);
      const again = history[department]!.length > 0 && random.next() < chances[type]![department]!;
      const found = again ? known(department) : fresh(department);
      if (found >= 0) return found;
    }
  };

  return {
    start(typeOfCustomer: number, stream: Random): void {
      customer++;
      type = typeOfCustomer;
      random = stream;
      for (const bought of history) bought.length = 0;
    },
    next({ size, weekday }: OrderPlan): Basket {
      order++;
      const planned = draw(size, random);
      for (let i = 0; i < size; i++) {
        const chosen = planned[i] ?? slot(departmentDraws[type]![weekday]!);
        inOrder[chosen] = order;
        const again = boughtBy[chosen] === customer ? 1 : 0;
        const at = DEPARTMENTS[departmentOf[chosen]!]!.place - REORDER_HASTE * again + random.normal();
        let j = i;
        for (; j > 0 && place[j - 1]! > at; j--) {
          place[j] = place[j - 1]!;
          product[j] = product[j - 1]!;
          reordered[j] = reordered[j - 1]!;
        }
        place[j] = at;
        product[j] = chosen;
        reordered[j] = again;
      }
      for (let i = 0; i < size; i++) {
        boughtBy[product[i]!] = customer;
        history[departmentOf[product[i]!]!]!.push(product[i]!);
      }
      return { size, product, reordered };
    },
  };
}

function departmentDraw(type: CustomerType, alcohol: number): (random: Random) => number {
  const favours = new Map(Object.entries(type.favours));
  return weighted(
    DEPARTMENTS.map(
      ({ name, weight }) => weight * (favours.get(name) ?? 1) * (name === "alcohol" ? alcohol : 1),
    ),
  );
}
