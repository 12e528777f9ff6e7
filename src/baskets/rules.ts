import type { Correction } from "../stats/adjust-p-values";
import { type Candidate, candidateRules } from "./candidates";
import { improvementTest } from "./evidence/improvement-test";
import { correctByLength, searchedRules } from "./evidence/layered";
import type { Strata } from "./evidence/strata";
import type { Itemsets } from "./itemsets";
import { confidence, lift } from "./measures";
import { type Ancestors, hasAncestor } from "./parents";
import { isRedundant } from "./redundant";
import { describeRule, type Rule, tieOrder } from "./rule";
import { type MeasureName, strengthBy } from "./rule-measures";

/** Which rules pass as more than chance. */
export interface RuleSignificance {
  readonly correction: Correction;
  /** Largest corrected p value that passes; 0.05 by default. */
  readonly level?: number;
  /** Kinds of baskets within which to test, such as {@link sizeStrata}; all baskets as one by default. */
  readonly strata?: Strata;
}

/** Which rules {@link rules} gives. */
export interface RuleOptions {
  readonly minConfidence: number;
  /** Least lift; none by default. */
  readonly minLift?: number;
  /** Most items on the right side; 1 by default. */
  readonly maxConsequent?: number;
  /** Whether to keep rules of which a more general one is as strong; kept by default. */
  readonly redundant?: "kept" | "left out";
  readonly significance?: RuleSignificance;
  /** The ancestors of items, as `withParents` gives them: rules between an item and its own ancestor are not made. */
  readonly ancestors?: Ancestors;
  /** The measure by which rules stand; `lift` by default. Of equals, the one of more baskets stands first, then the shorter. */
  readonly rankBy?: MeasureName;
  /** Most rules to give; 1,000 by default. The others are counted. */
  readonly top?: number;
}

/** A rule and, where significance was asked for, its p values. */
export interface FoundRule extends Rule {
  /** Fisher's exact test that every item on the left adds something (see `improvementTest`); null if not asked for. */
  readonly p: number | null;
  /** Corrected for all rules searched; null if not asked for. */
  readonly adjustedP: number | null;
}

/** Rules, strongest first, and how many were left out. */
export interface Rules {
  readonly rules: readonly FoundRule[];
  /** Rules that reach the least confidence and lift. */
  readonly found: number;
  /** Of these, how many are not given, by the first reason that held. */
  readonly leftOut: {
    /** A more general rule is as strong. */
    readonly redundant: number;
    /** The corrected p value is above the level. */
    readonly notSignificant: number;
    /** Beyond the most rules to give. */
    readonly beyondTop: number;
  };
  readonly rankBy: MeasureName;
  /** Rules that the search looked at, for which p values were corrected. */
  readonly searched: number;
  /** What the itemsets lack and why, in a sentence: rules of what is missing are not there either. Undefined if nothing. */
  readonly why: string | undefined;
}

/**
 * Association rules A → B from all frequent itemsets: those that reach the thresholds, less the redundant and those that
 * chance explains where asked, strongest first. What is given does not depend on the order of anything.
 * O(rules × 2^length × log sets); with significance more.
 *
 * @param sets all frequent itemsets, not only the closed or maximal ones
 * @throws RangeError when the itemsets lack parts of their sets, or an option is out of range
 * @see Agrawal, Imieliński & Swami (1993), "Mining association rules between sets of items in large databases"
 * @example rules(sets, { minConfidence: 0.5, redundant: "left out", significance: { correction: "holm" }, top: 20 }).rules
 */
export function rules(sets: Itemsets, options: RuleOptions): Rules {
  const { minConfidence, minLift = 0, maxConsequent = 1, ancestors, significance } = options;
  const { redundant = "kept", rankBy = "lift", top = 1000 } = options;
  check(options);
  const strength = strengthBy(rankBy);
  const reached: Candidate[] = [];
  for (const rule of candidateRules(sets, maxConsequent)) {
    if (confidence(rule.counts) < minConfidence || lift(rule.counts) < minLift) continue;
    if (ancestors === undefined || !hasAncestor(ancestors, rule.left, rule.right)) reached.push(rule);
  }
  const distinct = redundant === "kept" ? reached : reached.filter((rule) => !isRedundant(sets, rule));
  const searched = searchedRules(sets, maxConsequent);
  const tested = withP(sets, distinct, searched, significance);
  const level = significance?.level ?? 0.05;
  const passed = tested.filter(({ adjustedP }) => adjustedP === null || adjustedP <= level);
  return {
    rules: strongest(passed, ({ rule }) => strength(rule.counts), top).map(({ rule, p, adjustedP }) => ({
      ...describeRule(sets.names, rule),
      p,
      adjustedP,
    })),
    found: reached.length,
    leftOut: {
      redundant: reached.length - distinct.length,
      notSignificant: distinct.length - passed.length,
      beyondTop: Math.max(0, passed.length - top),
    },
    rankBy,
    searched: searched.reduce((sum, ofLength) => sum + ofLength, 0),
    why: sets.why,
  };
}

interface Tested {
  readonly rule: Candidate;
  readonly p: number | null;
  readonly adjustedP: number | null;
}

function withP(
  sets: Itemsets,
  candidates: readonly Candidate[],
  searched: readonly number[],
  significance: RuleSignificance | undefined,
): Tested[] {
  if (significance === undefined) return candidates.map((rule) => ({ rule, p: null, adjustedP: null }));
  const p = candidates.map(improvementTest(sets, significance.strata));
  const lengths = candidates.map(({ left, right }) => left.length + right.length);
  const adjusted = correctByLength(p, lengths, searched, significance.correction);
  return candidates.map((rule, i) => ({ rule, p: p[i] as number, adjustedP: adjusted[i] as number }));
}

/** The `top` strongest, strongest first. Only those are put in order that may be among them. O(n log n). */
function strongest(tested: readonly Tested[], strengthOf: (one: Tested) => number, top: number): Tested[] {
  if (top === 0) return [];
  const strengths = Float64Array.from(tested, strengthOf);
  const last = tested.length - Math.floor(top);
  const least = last > 0 ? (strengths.slice().sort()[last] as number) : -Infinity;
  return Array.from(strengths, (strength, i) => ({ strength, one: tested[i] as Tested }))
    .filter(({ strength }) => strength >= least)
    .sort((a, b) => compare(b.strength, a.strength) || tieOrder(a.one.rule, b.one.rule))
    .slice(0, top)
    .map(({ one }) => one);
}

/** As subtraction, but of infinities too. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function check({ minConfidence, minLift = 0, maxConsequent = 1, top = 1, significance }: RuleOptions): void {
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new RangeError(`Least confidence ${minConfidence}: take a share from 0 to 1.`);
  if (!(minLift >= 0 && minLift < Infinity))
    throw new RangeError(`Least lift ${minLift}: take a number from 0 up.`);
  if (!Number.isInteger(maxConsequent) || maxConsequent < 1)
    throw new RangeError(`${maxConsequent} items on the right: take 1 at least.`);
  if (!(top >= 0)) throw new RangeError(`At most ${top} rules: take a number from 0 up.`);
  const level = significance?.level ?? 0.05;
  if (!(level > 0 && level <= 1)) throw new RangeError(`Level ${level}: take one above 0 and up to 1.`);
}
