import type { Rule } from "../../baskets/rule";
import type { Purchases } from "../purchases";
import type { Recommender } from "../recommender";
import { boughtItems } from "../top-items";

/** An item that most like-graded customers with a little more variety hold, and the customer does not. */
export interface CrossSellItem {
  /** Item number. */
  readonly item: number;
  /** How many of the peers have bought it. */
  readonly holders: number;
  /** Rules that link it to an item of the customer's, either way. */
  readonly links: number;
}

/** What study 004 would sell to a customer. */
export interface CrossSellOffer {
  /** Different items (categories) the customer has bought. */
  readonly owned: number;
  /** How many the customer is to hold: {@link crossSellTarget} of `owned`. */
  readonly target: number;
  /** Customers of the same grade who hold the target number of items, or one more. */
  readonly peers: number;
  /** The peers' most common items, `target` of them, less the customer's own: more links first, then more holders. */
  readonly candidates: readonly CrossSellItem[];
  /** How many of the peers hold each item, by item number. */
  readonly holders: Uint32Array;
  /** Whether an equally common item is left out of the most common ones, only for coming later in the alphabet. */
  readonly tied: boolean;
}

/** What {@link crossSell} knows beside the purchases. */
export interface CrossSellOptions {
  /** The grade of each customer, in the order of `history.customers`. */
  readonly segmentOf: readonly string[];
  /** Rules between single items, by their labels: they rank the candidates of a customer who has too many. */
  readonly rules: readonly Pick<Rule, "antecedent" | "consequent">[];
}

/** The cross-selling of study 004 as a recommender; `offer` says how it came to a list. */
export interface CrossSeller extends Recommender {
  offer(customer: number): CrossSellOffer;
}

/**
 * How many items a customer with so many is to hold: the next even number that is larger. O(1).
 *
 * @throws RangeError when the number is not a whole number from 0
 * @example crossSellTarget(15) // 16, and 16 becomes 18
 */
export function crossSellTarget(owned: number): number {
  if (!Number.isInteger(owned) || owned < 0)
    throw new RangeError(`A customer with ${owned} items: take a whole number from 0.`);
  return owned % 2 === 0 ? owned + 2 : owned + 1;
}

/**
 * Recommends as study 004 does: among the customers of the same grade who hold the target number of items or one more,
 * the most common items, as many as the target; what the customer lacks of them, up to the target. If that is too many,
 * those come first that more rules link to the customer's items, then those of more holders, then by item number, which
 * also decides between equally common items. Without peers there is no offer. O(customers + peers' items) a customer.
 *
 * @param history purchases whose items are categories
 * @throws RangeError when there are not as many grades as customers
 * @example crossSell(purchases, { segmentOf: grade, rules: pairRules }).offer(0).candidates
 */
export function crossSell(history: Purchases, { segmentOf, rules }: CrossSellOptions): CrossSeller {
  const { customers, items } = history;
  if (segmentOf.length !== customers.length) {
    throw new RangeError(`${segmentOf.length} segments for ${customers.length} customers: give one each.`);
  }
  const owned = customers.map((_, customer) => boughtItems(history, customer));
  const linked = links(items, rules);
  const peersOf = (customer: number, target: number) =>
    owned.filter(
      ({ length }, other) =>
        segmentOf[other] === segmentOf[customer] && (length === target || length === target + 1),
    );

  const offer = (customer: number): CrossSellOffer => {
    const own = owned[customer]!;
    const target = crossSellTarget(own.length);
    const peers = peersOf(customer, target);
    const holders = new Uint32Array(items.length);
    for (const held of peers) for (const item of held) holders[item]!++;
    const common = Array.from(holders.keys())
      .filter((item) => holders[item]! > 0)
      .sort((a, b) => holders[b]! - holders[a]! || a - b);
    const candidates = common
      .slice(0, target)
      .filter((item) => !own.includes(item))
      .map((item) => {
        const partners = linked.get(item);
        const linking = own.reduce((sum, other) => sum + (partners?.get(other) ?? 0), 0);
        return { item, holders: holders[item]!, links: linking };
      })
      .sort((a, b) => b.links - a.links || b.holders - a.holders || a.item - b.item);
    const [last, next] = [common[target - 1], common[target]];
    const tied = last !== undefined && next !== undefined && holders[last] === holders[next];
    return { owned: own.length, target, peers: peers.length, candidates, holders, tied };
  };

  const scores = new Float64Array(items.length);
  return {
    name: "Cross-sell of study 004",
    offer,
    scores(customer) {
      const { candidates, target, owned, peers } = offer(customer);
      scores.fill(-Infinity);
      for (const { item, holders, links } of candidates.slice(0, target - owned))
        scores[item] = links + holders / (peers + 1);
      return scores;
    },
    reason(customer, item) {
      const { candidates, target, peers } = offer(customer);
      const segment = `${segmentOf[customer]} with ${target} or ${target + 1} items`;
      const holders = candidates.find((one) => one.item === item)?.holders ?? 0;
      return { kind: "popular", customers: holders, of: peers, segment };
    },
  };
}

/** How many rules link an item to each other item, whichever side it is on. */
function links(items: readonly string[], rules: CrossSellOptions["rules"]): Map<number, Map<number, number>> {
  const numberOf = new Map(items.map((label, item) => [label, item]));
  const found = new Map<number, Map<number, number>>();
  const link = (from: number, to: number) => {
    const partners = found.get(from) ?? new Map<number, number>();
    found.set(from, partners.set(to, (partners.get(to) ?? 0) + 1));
  };
  for (const { antecedent, consequent } of rules) {
    if (antecedent.length !== 1 || consequent.length !== 1) continue;
    const [a, b] = [numberOf.get(antecedent[0]!), numberOf.get(consequent[0]!)];
    if (a === undefined || b === undefined) continue;
    link(a, b);
    link(b, a);
  }
  return found;
}
