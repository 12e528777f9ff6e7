import type { Purchases } from "./purchases";
import type { Recommender } from "./recommender";
import { boughtItems } from "./top-items";

/** What {@link ruleRecommender} needs of a rule; `rules` gives such. */
export interface ItemRule {
  /** Labels of both sides, as the history has them. */
  readonly antecedent: readonly string[];
  readonly consequent: readonly string[];
  readonly confidence: number;
  readonly lift: number;
}

/** How {@link ruleRecommender} uses rules. */
export interface RuleRecommenderOptions {
  /** The measure that is an item's score; confidence by default. */
  readonly by?: "confidence" | "lift";
  /** What must hold the whole left side: all that the customer has bought (the default), or the last order alone. */
  readonly given?: "history" | "last order";
}

/**
 * Recommends the right sides of association rules whose whole left side the customer has. An item's score is that of its
 * best rule: the confidence, or the lift; of equals the rule with more of the other measure counts, then the earlier one.
 * That rule is the reason. Mine the rules from the history alone (`basketsOf`), or the evaluation has seen its answers.
 * O(rules) to learn, O(items + rules that share a left item with the customer) a customer.
 *
 * @throws RangeError when a rule names an item that the history does not know, has an empty side, or measures that are no
 * numbers (says which rule, counted from 1)
 * @example ruleRecommender(history, rules(sets, { minConfidence: 0.3 }).rules, { by: "lift" })
 */
export function ruleRecommender(
  history: Purchases,
  rules: readonly ItemRule[],
  { by = "confidence", given = "history" }: RuleRecommenderOptions = {},
): Recommender {
  const numbered = numberRules(history, rules);
  const other = by === "confidence" ? "lift" : "confidence";
  const beats = (one: NumberedRule, known: NumberedRule) =>
    (one[by] - known[by] || one[other] - known[other] || known.place - one.place) > 0;
  const withItem = new Map<number, NumberedRule[]>();
  for (const rule of numbered) {
    const first = rule.antecedent[0]!;
    const sharing = withItem.get(first);
    if (sharing === undefined) withItem.set(first, [rule]);
    else sharing.push(rule);
  }
  const scores = new Float64Array(history.items.length);
  const best = new Map<number, NumberedRule>();
  let customerOfBest = -1;

  const fire = (customer: number) => {
    customerOfBest = customer;
    best.clear();
    const held = new Set(given === "history" ? boughtItems(history, customer) : lastOrder(history, customer));
    for (const item of held) {
      for (const rule of withItem.get(item) ?? []) {
        if (!rule.antecedent.every((left) => held.has(left))) continue;
        for (const right of rule.consequent) {
          const known = best.get(right);
          if (known === undefined || beats(rule, known)) best.set(right, rule);
        }
      }
    }
  };
  return {
    name: "Rules",
    scores: (customer) => {
      fire(customer);
      scores.fill(-Infinity);
      for (const [item, rule] of best) scores[item] = rule[by];
      return scores;
    },
    reason: (customer, item) => {
      if (customer !== customerOfBest) fire(customer);
      const { antecedent, confidence, lift } = best.get(item)!;
      return { kind: "rule", antecedent, confidence, lift };
    },
  };
}

interface NumberedRule {
  readonly antecedent: readonly number[];
  readonly consequent: readonly number[];
  readonly confidence: number;
  readonly lift: number;
  readonly place: number;
}

function numberRules(history: Purchases, rules: readonly ItemRule[]): NumberedRule[] {
  const itemAt = new Map(history.items.map((label, at) => [label, at]));
  return rules.map(({ antecedent, consequent, confidence, lift }, place) => {
    if (antecedent.length === 0 || consequent.length === 0)
      throw new RangeError(`Rule ${place + 1} has an empty side.`);
    if (Number.isNaN(confidence) || Number.isNaN(lift)) {
      throw new RangeError(`Rule ${place + 1} has the confidence ${confidence} and the lift ${lift}.`);
    }
    const numbers = (labels: readonly string[]) =>
      labels.map((label) => {
        const item = itemAt.get(label);
        if (item === undefined) {
          throw new RangeError(
            `Rule ${place + 1} names "${label}", which is no item of the history: mine rules from its baskets.`,
          );
        }
        return item;
      });
    return { antecedent: numbers(antecedent), consequent: numbers(consequent), confidence, lift, place };
  });
}

function lastOrder({ orderStarts, lineStarts, lines }: Purchases, customer: number): Uint32Array {
  const end = orderStarts[customer + 1]!;
  return end === orderStarts[customer]
    ? new Uint32Array()
    : lines.subarray(lineStarts[end - 1], lineStarts[end]);
}
