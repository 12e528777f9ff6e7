/** What charts of rules need of a rule; what `rules` finds has it. */
export interface RuleRow {
  /** Items of the left side. Text from data stays text. */
  readonly antecedent: readonly string[];
  readonly consequent: readonly string[];
  /** Share of the baskets that hold both sides, above 0 and up to 1. */
  readonly support: number;
  /** Share of the baskets with the left side that hold the right side, too. */
  readonly confidence: number;
  readonly lift: number;
}

/** A checked rule with the names of its sides. */
export interface NamedRule extends RuleRow {
  readonly left: string;
  readonly right: string;
}

/**
 * Checks rules for a chart, and names their sides. O(items).
 *
 * @throws Error that names the rule (from 1) of which a side is empty or a measure out of range.
 * @example toRules([{ antecedent: ["a", "b"], consequent: ["c"], support: 0.1, confidence: 0.5, lift: 2 }])[0].left // "a + b"
 */
export function toRules(rules: readonly RuleRow[]): NamedRule[] {
  return rules.map(({ antecedent, consequent, support, confidence, lift }, i) => {
    if (antecedent.length === 0 || consequent.length === 0) {
      throw new Error(`Rule ${i + 1} has no ${antecedent.length === 0 ? "left" : "right"} side.`);
    }
    const wrong = (what: string, value: number) =>
      new Error(`Rule ${i + 1} (${ruleName({ antecedent, consequent })}): ${what} of ${value} is none.`);
    if (!(support > 0 && support <= 1)) throw wrong("a support", support);
    if (!(confidence > 0 && confidence <= 1)) throw wrong("a confidence", confidence);
    if (!(lift > 0 && lift < Infinity)) throw wrong("a lift", lift);
    const [left, right] = [sideName(antecedent), sideName(consequent)];
    return { antecedent, consequent, support, confidence, lift, left, right };
  });
}

/** The items of a side as one text. @example sideName(["a", "b"]) // "a + b" */
export function sideName(items: readonly string[]): string {
  return items.map((item) => item || "(none)").join(" + ");
}

/** A rule as one text. @example ruleName({ antecedent: ["a", "b"], consequent: ["c"] }) // "a + b → c" */
export function ruleName({ antecedent, consequent }: Pick<RuleRow, "antecedent" | "consequent">): string {
  return `${sideName(antecedent)} → ${sideName(consequent)}`;
}

/**
 * The strongest rules by lift, each set of items but once: of rules with the same items, the one with the greatest
 * confidence. O(n log n).
 *
 * @example strongest(rules, 5).length // 5 at most
 */
export function strongest<T extends RuleRow>(rules: readonly T[], most: number): T[] {
  const seen = new Set<string>();
  // Rules with the same items have the same lift but for its last bits.
  const lift = (rule: T) => Number(rule.lift.toPrecision(10));
  return [...rules]
    .sort((a, b) => lift(b) - lift(a) || b.confidence - a.confidence || b.support - a.support)
    .filter(({ antecedent, consequent }) => {
      const items = JSON.stringify([...antecedent, ...consequent].sort());
      return !seen.has(items) && seen.add(items);
    })
    .slice(0, most);
}
