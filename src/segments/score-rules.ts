import { quantileBins, rank } from "../stats/rank";
import type { ScoreBy } from "./scores";
import type { CustomerVariables } from "./variables";

/** The scores of customers in each variable, 1 to `levels`, the highest always the best. */
export interface CustomerScores<Name extends string = string> {
  readonly customer: readonly string[];
  readonly levels: number;
  readonly scores: readonly { readonly variable: Name; readonly score: Uint8Array }[];
}

/**
 * Scores each variable by quantiles, its direction minded: few days score as high as many orders. O(variables × n log n).
 *
 * @param options.levels how many scores there are, 2 to 255; 5 for quintiles
 * @param options.by `value` gives equal values equal scores, `rank` splits them in table order
 * @throws RangeError when a value is not finite, or cut by value and so many are equal that a score has no customers
 * @example scoreVariables(customers, { levels: 5, by: "rank" }).scores[0]?.score
 */
export function scoreVariables<Name extends string>(
  customers: CustomerVariables<Name>,
  { levels, by }: { readonly levels: number; readonly by: ScoreBy },
): CustomerScores<Name> {
  const scores = customers.variables.map(({ name, better, values }) => {
    if (by === "rank") {
      const good = better === "more" ? values : values.map((value) => -value);
      return { variable: name, score: quantileBins(rank(good, "first"), levels).bin };
    }
    const { bin } = quantileBins(values, levels);
    return { variable: name, score: better === "more" ? bin : bin.map((b) => levels + 1 - b) };
  });
  return { customer: customers.customer, levels, scores };
}

/** A segment as a rule over scores. */
export interface ScoreRule<Name extends string = string> {
  readonly name: string;
  /** Whether customers with these scores belong to it. */
  when(scores: Readonly<Record<Name, number>>): boolean;
  readonly meaning?: string;
}

/** How many combinations of scores are tried at most. */
const MOST_TRIED = 200_000;

/**
 * Puts customers into segments by rules of one's own over their scores. Every combination of scores is tried first,
 * whether a customer has it or not, so that a gap or an overlap shows before it costs anybody a letter.
 * O(levels^variables × rules + n).
 *
 * @returns the index in `rules` of each customer's segment
 * @throws RangeError naming the first combination of scores that no rule covers or that two claim, or when there are more
 * than 200,000 combinations
 * @example segmentByRules(scores, [{ name: "Lately", when: (s) => s.recency >= 4 }, { name: "Before", when: (s) => s.recency < 4 }])
 */
export function segmentByRules<Name extends string>(
  { levels, scores }: CustomerScores<Name>,
  rules: readonly ScoreRule<Name>[],
): Uint8Array {
  const combinations = levels ** scores.length;
  if (combinations > MOST_TRIED) {
    throw new RangeError(
      `${levels} levels of ${scores.length} variables make ${combinations} combinations, more than ${MOST_TRIED}: score fewer`,
    );
  }
  const segment = Uint8Array.from({ length: combinations }, (_, code) => {
    const combination = Object.create(null) as Record<Name, number>;
    scores.forEach(({ variable }, v) => {
      combination[variable] = 1 + (Math.floor(code / levels ** v) % levels);
    });
    return onlyRule(rules, combination);
  });
  return Uint8Array.from(
    scores[0]?.score ?? [],
    (_, i) =>
      segment[
        scores.reduce((code, { score }, v) => code + ((score[i] as number) - 1) * levels ** v, 0)
      ] as number,
  );
}

function onlyRule<Name extends string>(
  rules: readonly ScoreRule<Name>[],
  combination: Readonly<Record<Name, number>>,
): number {
  const words = () =>
    Object.entries(combination)
      .map(([name, score]) => `${name} ${score}`)
      .join(", ");
  const [only, second] = rules.filter((rule) => rule.when(combination));
  if (!only) throw new RangeError(`no segment covers the scores ${words()}`);
  if (second) throw new RangeError(`"${only.name}" and "${second.name}" both claim the scores ${words()}`);
  return rules.indexOf(only);
}
