/** Baskets and rules: what a notebook imports from this room. */

export {
  type ContrastOptions,
  contrastRules,
  type RuleContrast,
  type RuleContrasts,
} from "./comparing/contrast";
export {
  type NextOrderOptions,
  type NextOrderRule,
  type NextOrderRules,
  nextOrderRules,
} from "./comparing/next-order";
export { countRule } from "./count-rule";
export {
  type CustomerIntervals,
  customerIntervals,
  overCustomers,
} from "./evidence/customer-intervals";
export { customerStrata } from "./evidence/customer-strata";
export { type LiftWithin, liftWithin } from "./evidence/lift-within";
export { fisherP } from "./evidence/significance";
export { type Strata, sizeStrata } from "./evidence/strata";
export { frequentItemsets, type ItemsetOptions } from "./frequent-itemsets";
export { confidenceInterval, liftInterval, oddsRatioInterval } from "./intervals";
export {
  eachItemset,
  type Itemset,
  type ItemsetKind,
  type Itemsets,
  indexOfItemset,
  itemsetAt,
  itemsOf,
} from "./itemsets";
export type { PairCounts } from "./measures";
export { type Ancestors, type WithParents, withParents } from "./parents";
export { mergeBaskets, takeBaskets } from "./regroup";
export type { Rule } from "./rule";
export { type MeasureName, measuresOf, ruleMeasures } from "./rule-measures";
export { type FoundRule, type RuleOptions, type Rules, rules } from "./rules";
export { type Bundle, bundles } from "./shop/bundles";
export { type Companion, type Companions, companions } from "./shop/companions";
export { type ItemFamily, itemFamilies } from "./shop/families";
export { type SampledBaskets, sampledBaskets, sampledRule } from "./shop/line-sampling";
export { type ShopBaskets, shopBaskets } from "./shop/shop-baskets";
export {
  type KeyedTransactions,
  type Transactions,
  transactionsOf,
  transactionsOfLines,
} from "./transactions";
