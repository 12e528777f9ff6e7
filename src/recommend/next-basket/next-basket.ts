import { boughtBefore } from "../personal-top";
import type { Purchases } from "../purchases";
import type { Recommender } from "../recommender";
import { similarCustomers } from "./next-basket-neighbours";
import { habitRatings, type Recency } from "./next-basket-repeat";

/** How {@link nextBasket} blends. */
export interface NextBasketOptions extends Recency {
  /** Weight of the customer's own habit, from 0 to 1; 0.7 unless said. What is left is `explore`'s. */
  readonly weight?: number;
  /** Who knows of items beyond the habit: {@link similarCustomers} with their own defaults unless said. */
  readonly explore?: Recommender;
}

/**
 * Recommends the next basket: a blend of what the customer buys again (**repeat**: the weighted share of the customer's
 * orders with the item, see {@link habitRatings}) and of what another recommender holds likely (**explore**), which may
 * be new. Each part is divided by the customer's greatest score of it, so that both run from 0 to 1; the score is
 * weight × repeat + (1 − weight) × explore, and the reason is that of the part that gave most of it. The explorer is
 * heard on items bought before as well: what others buy again tells something of what this customer will. Choose weight
 * and decay by {@link chooseBlend}. O(lines) once, then O(items) and what `explore` costs a customer.
 *
 * @throws RangeError when weight is not from 0 to 1, or decay or window is out of range
 * @see Hu, He, Gao & Zhang (2020), "Modeling personalized item frequency information for next-basket recommendation";
 * Li, Jullien, Ariannezhad & de Rijke (2023), "A next basket recommendation reality check"
 * @example topItems(nextBasket(history, { weight: 0.8, decay: 0.9 }), history, 0, { n: 10, bought: "kept" })
 */
export function nextBasket(history: Purchases, options: NextBasketOptions = {}): Recommender {
  const { weight = 0.7, explore = similarCustomers(history), ...recency } = options;
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`weight is ${weight}; take a number from 0 to 1.`);
  const { starts, itemOf, values } = habitRatings(history, recency);
  const repeat = new Float64Array(history.items.length);
  const scores = new Float64Array(history.items.length);
  const other = new Float64Array(history.items.length);
  let asked = -1;

  /** Fills `repeat` and `other` with what each part gives of the scores; the last customer's stay. */
  function blend(customer: number): void {
    if (customer === asked) return;
    repeat.fill(0);
    let most = 0;
    for (let e = starts[customer]!; e < starts[customer + 1]!; e++) most = Math.max(most, values[e]!);
    for (let e = starts[customer]!; e < starts[customer + 1]!; e++)
      repeat[itemOf[e]!] = weight * (values[e]! / most);
    const explored = explore.scores(customer);
    most = 0;
    for (let item = 0; item < explored.length; item++) most = Math.max(most, explored[item]!);
    for (let item = 0; item < explored.length; item++)
      other[item] = most > 0 ? (1 - weight) * (Math.max(0, explored[item]!) / most) : 0;
    asked = customer;
  }

  return {
    name: "Next basket",
    scores: (customer) => {
      blend(customer);
      for (let item = 0; item < scores.length; item++) {
        const score = repeat[item]! + other[item]!;
        scores[item] = score > 0 ? score : -Infinity;
      }
      return scores;
    },
    reason: (customer, item) => {
      blend(customer);
      return repeat[item]! >= other[item]!
        ? boughtBefore(history, customer, item)
        : explore.reason(customer, item);
    },
  };
}
