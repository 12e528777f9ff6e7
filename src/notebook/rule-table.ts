import { count, fixed, missing, percent } from "../theme/format";
import { render, type Shown, type Table } from "./table";

/** An interval by its ends. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What a {@link ruleTable} needs of a rule; what `rules` finds has it all. */
export interface TabledRule {
  /** Text from data stays text. */
  readonly antecedent: readonly string[];
  readonly consequent: readonly string[];
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  /** Baskets with both sides. */
  readonly counts?: { readonly both: number };
  readonly confidenceInterval?: Ends;
  readonly liftInterval?: Ends;
  readonly leverage?: number;
  /** Corrected p value; null where none was asked for. */
  readonly adjustedP?: number | null;
}

/** Options of {@link ruleTable}. */
export interface RuleTableOptions<T extends TabledRule> {
  caption: string;
  /** Rules shown at most, from the first; what is left out is said below. Default 50. */
  limit?: number;
  /** How an item is written, such as by its name for its code. Default: as it stands. */
  names?: ReadonlyMap<string, string> | ((item: string) => string);
  /** A further measure instead of leverage, and how its values are written. Default: three decimals. */
  measure?: { readonly label: string; of(rule: T): number; format?(x: number): string };
}

/**
 * Rules as a table that can be sorted: what leads to what, baskets, support, confidence and lift with their intervals,
 * leverage or another measure, and the corrected p value where there are any. Columns that no rule has are left out.
 * O(rules shown).
 *
 * @throws Error if `limit` is no whole number from 1.
 * @example show(ruleTable(rules(sets, { minConfidence: 0.5 }).rules, { caption: "Rules of half of the baskets" }))
 */
export function ruleTable<T extends TabledRule>(rules: readonly T[], options: RuleTableOptions<T>): Table {
  const { caption, limit = 50 } = options;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new Error(`ruleTable: limit is ${limit}, not a whole number from 1.`);
  }
  const some = rules.slice(0, limit);
  const columns = columnsOf(options).filter(
    ({ always, cell }) => always === true || some.some((rule) => cell(rule).value !== undefined),
  );
  const left = rules.length - some.length;
  const foot =
    left > 0 ? `${count(some.length)} of ${count(rules.length)} rules shown; ${count(left)} left out.` : "";
  const heads = columns.map(({ head, right = true }): Shown => ({ text: head, right }));
  return render(
    heads,
    some.map((rule) => columns.map(({ cell }) => cell(rule))),
    { caption, foot, sortable: true },
  );
}

interface Column<T> {
  readonly head: string;
  readonly right?: boolean;
  /** Whether it stays where no rule has a value. */
  readonly always?: boolean;
  cell(rule: T): Shown;
}

function columnsOf<T extends TabledRule>({ names, measure }: RuleTableOptions<T>): Column<T>[] {
  const name = typeof names === "function" ? names : (item: string) => names?.get(item) ?? item;
  const side = (items: readonly string[]) => items.map(name).join(" + ");
  const share = (x: number) => percent(x, 1);
  const leverage = { label: "Leverage", of: (rule: T) => rule.leverage, format: (x: number) => fixed(x, 4) };
  const further = measure ?? leverage;
  const written = further.format ?? ((x: number) => fixed(x, 3));
  return [
    {
      head: "If a basket holds → then also",
      right: false,
      always: true,
      cell: ({ antecedent, consequent }) => ({
        text: `${side(antecedent)} → ${side(consequent)}`,
        right: false,
      }),
    },
    { head: "Baskets", cell: ({ counts }) => number(counts?.both, count) },
    { head: "Support", always: true, cell: ({ support }) => number(support, (x) => percent(x, 2)) },
    {
      head: "Confidence",
      always: true,
      cell: (rule) => number(rule.confidence, share, rule.confidenceInterval, (x) => fixed(x * 100, 1)),
    },
    {
      head: "Lift",
      always: true,
      cell: (rule) =>
        number(
          rule.lift,
          (x) => fixed(x, 2),
          rule.liftInterval,
          (x) => fixed(x, 2),
        ),
    },
    { head: further.label, cell: (rule) => number(further.of(rule), written) },
    { head: "Corrected p", cell: ({ adjustedP }) => number(adjustedP ?? undefined, pValue) },
  ];
}

/** A number, with its interval behind it where there is one, as the cell sorted by it. */
function number(x: number | undefined, write: (x: number) => string, ends?: Ends, end = write): Shown {
  // A conviction without counterexamples is more than any other.
  if (x === Infinity) return { text: "∞", right: true, value: x };
  if (x === undefined || !Number.isFinite(x)) return { text: missing, right: true };
  if (ends === undefined) return { text: write(x), right: true, value: x };
  // May stand on a line of its own, so that the sides of the rule have room.
  const interval = `(${end(ends.low)}\u00a0to\u00a0${end(ends.high)})`;
  return { text: `${write(x)} ${interval}`, right: true, value: x, mark: "sb-interval" };
}

function pValue(p: number): string {
  return p < 0.0001 ? "< 0.0001" : fixed(p, 4);
}
