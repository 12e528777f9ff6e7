/** Recommendations and their evaluation: what a notebook imports from this room. */

export { type AlsOptions, type AlsRecommender, alternatingLeastSquares } from "./als/als";
export { basketsOf } from "./baskets-of";
export {
  type HeavyBuyers,
  heavyBuyers,
  linesOfCustomers,
  type OwnedBaskets,
  type OwnedLines,
  ownedBaskets,
  shuffledItems,
} from "./cross-selling/bundle-baskets";
export { type BundleGroup, bundleGroups } from "./cross-selling/bundle-groups";
export {
  type BundlePair,
  type BundlePairs,
  bundlePairs,
  type PairFound,
  pairsFound,
} from "./cross-selling/bundle-pairs";
export { flaggedByChance, type SupportRatio, supportRatios } from "./cross-selling/churn-guard";
export {
  type CrossSeller,
  type CrossSellOffer,
  crossSell,
  crossSellTarget,
} from "./cross-selling/cross-sell";
export { crossSellTrial, RANDOM_PICK, type TrialResult } from "./cross-selling/cross-sell-trial";
export { purchaseThreshold } from "./cross-selling/purchase-thresholds";
export { type SegmentVariety, segmentVariety } from "./cross-selling/segment-variety";
export {
  type EvaluateOptions,
  type Evaluation,
  type EvaluationRow,
  evaluate,
  type PartSize,
} from "./evaluation/evaluate";
export type { ListProperties } from "./evaluation/list-properties";
export {
  averagePrecisionAt,
  hitAt,
  type MetricName,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
} from "./evaluation/metrics";
export { type Split, splitPurchases } from "./evaluation/split";
export { unfinishedSets } from "./evaluation/unfinished-sets";
export {
  type IndexMistake,
  type IndexMistakeCost,
  indexMistake,
  indexMistakeCost,
} from "./index-mistake";
export { type ItemCosineOptions, itemCosine } from "./item-cosine";
export { type NextBasketOptions, nextBasket } from "./next-basket/next-basket";
export { type BlendChoice, type BlendTrial, chooseBlend } from "./next-basket/next-basket-choice";
export { type NeighbourOptions, similarCustomers } from "./next-basket/next-basket-neighbours";
export { personalTop } from "./personal-top";
export { popular, popularInSegment } from "./popular";
export { type LineColumns, type Purchases, purchasesOf } from "./purchases";
export { meanRatings, type RatingColumns, type Ratings, ratingsOf } from "./ratings";
export { reasonText } from "./reason-text";
export { type RecommendationRow, recommendationRows } from "./recommendation-rows";
export {
  type Reason,
  type Recommendation,
  type Recommender,
  withFallback,
} from "./recommender";
export { type ItemRule, type RuleRecommenderOptions, ruleRecommender } from "./rule-recommender";
export { type ListOptions, recommend, topItems } from "./top-items";
