/** Everything a notebook imports, grouped by room. */

export {
  type ContrastOptions,
  contrastRules,
  type RuleContrast,
  type RuleContrasts,
} from "./baskets/comparing/contrast";
export {
  type NextOrderOptions,
  type NextOrderRule,
  type NextOrderRules,
  nextOrderRules,
} from "./baskets/comparing/next-order";
export { countRule } from "./baskets/count-rule";
export {
  type CustomerIntervals,
  customerIntervals,
  overCustomers,
} from "./baskets/evidence/customer-intervals";
export { customerStrata } from "./baskets/evidence/customer-strata";
export { type LiftWithin, liftWithin } from "./baskets/evidence/lift-within";
export { fisherP } from "./baskets/evidence/significance";
export { type Strata, sizeStrata } from "./baskets/evidence/strata";
export { frequentItemsets, type ItemsetOptions } from "./baskets/frequent-itemsets";
export { confidenceInterval, liftInterval, oddsRatioInterval } from "./baskets/intervals";
export {
  eachItemset,
  type Itemset,
  type ItemsetKind,
  type Itemsets,
  indexOfItemset,
  itemsetAt,
  itemsOf,
} from "./baskets/itemsets";
export type { PairCounts } from "./baskets/measures";
export { type Ancestors, type WithParents, withParents } from "./baskets/parents";
export { mergeBaskets, takeBaskets } from "./baskets/regroup";
export type { Rule } from "./baskets/rule";
export { type MeasureName, measuresOf, ruleMeasures } from "./baskets/rule-measures";
export { type FoundRule, type RuleOptions, type Rules, rules } from "./baskets/rules";
// Baskets.
export { type Bundle, bundles } from "./baskets/shop/bundles";
export { type Companion, type Companions, companions } from "./baskets/shop/companions";
export { type ItemFamily, itemFamilies } from "./baskets/shop/families";
export { type SampledBaskets, sampledBaskets, sampledRule } from "./baskets/shop/line-sampling";
export { type ShopBaskets, shopBaskets } from "./baskets/shop/shop-baskets";
export {
  type KeyedTransactions,
  type Transactions,
  transactionsOf,
  transactionsOfLines,
} from "./baskets/transactions";
// Charts.
export { barChart } from "./charts/bar";
export { barPanels } from "./charts/bar-panels";
export { boxPlot } from "./charts/box-plot";
export { cohortMatrix } from "./charts/cohort-matrix";
export { deviationBars } from "./charts/deviation-bars";
export type { Chart } from "./charts/drawing/chart";
export { dumbbell } from "./charts/dumbbell";
export { elbowChart } from "./charts/elbow-chart";
export { flowChart } from "./charts/flow-chart";
export { groupedMatrix } from "./charts/grouped-matrix";
export { heatMap } from "./charts/heat-map";
export { heatPanels } from "./charts/heat-panels";
export { histogram } from "./charts/histogram";
export { intervalPlot } from "./charts/interval-plot";
export { ledgerChart } from "./charts/ledger-chart";
export { lineChart } from "./charts/line";
export { pairPlot } from "./charts/pair-plot";
export { parallelCoordinates } from "./charts/parallel-coordinates";
export { planePlot } from "./charts/plane-plot";
export { plotChart } from "./charts/plot";
export { toPng } from "./charts/png";
export { pointPlot } from "./charts/point-plot";
export { radarChart } from "./charts/radar-chart";
export { ruleNetwork } from "./charts/rule-network";
export { ruleScatter } from "./charts/rule-scatter";
export { scatterPlot } from "./charts/scatter";
export { segmentMap } from "./charts/segment-map";
export { silhouettePlot } from "./charts/silhouette-plot";
export { smallMultiples } from "./charts/small-multiples";
export { snakePlot } from "./charts/snake-plot";
export { stackedBars } from "./charts/stacked-bars";
export { treemap } from "./charts/treemap";
export { vegaChart } from "./charts/vega";
// Clusters.
export { adjustedRand, crossTable } from "./clusters/agreement";
export { auditFeatures } from "./clusters/audit-features";
export { type ChosenK, chooseK } from "./clusters/choose-k";
export type { Clustering } from "./clusters/clustering";
export { calinskiHarabasz, daviesBouldin } from "./clusters/criteria";
export { exampleRows, medoids } from "./clusters/examples";
export { type Gap, gapStatistic } from "./clusters/gap";
export { wardClusters } from "./clusters/hierarchical";
export { type KMeansOptions, kMeans } from "./clusters/k-means/k-means";
export { kMeansSweep } from "./clusters/k-means/k-means-sweep";
export { nearestCentres } from "./clusters/k-means/nearest-centres";
export { type Knee, knee } from "./clusters/knee";
export { columnOf, type Matrix, matrixOf } from "./clusters/matrix";
export { gaussianMixture, type Mixture } from "./clusters/mixture";
export { type Pca, pca } from "./clusters/pca";
export { clusterNames, clusterProfile, setsApart, standardisedMeans } from "./clusters/profile";
export { type ClusterRules, clusterRules } from "./clusters/rules";
export { sampleRows } from "./clusters/sample";
export { fitScaler, type Scaler, type Scaling } from "./clusters/scale";
export { patternNames, type SignRule, signPatterns, studySigns } from "./clusters/sign-patterns";
export { type Silhouette, silhouette } from "./clusters/silhouette";
export { type Stability, stability } from "./clusters/stability";
export type { Criteria } from "./clusters/verdict";
// Data.
export { auditRaw } from "./data/audit";
export { type CleaningVariant, type CleanLines, clean } from "./data/clean";
export { openDataset } from "./data/dataset";
export { sqlText } from "./data/duckdb";
export { auditEcommerce } from "./data/ecommerce/audit";
export {
  type EcommerceCustomers,
  ecommerceCustomers,
  usualLines,
} from "./data/ecommerce/customers";
export { ecommerceLabels } from "./data/ecommerce/labels";
export type { Ecommerce } from "./data/ecommerce/open";
export { exportTable } from "./data/export/export-table";
export { instacartUserTable } from "./data/generate/instacart/user-table";
export { exclusiveProducts } from "./data/instacart/exclusive-products";
export type { Instacart } from "./data/instacart/open";
export { type GroupLift, liftsByGroup } from "./data/lifts-by-group";
export type { OnlineRetail } from "./data/online-retail/open";
export type { Dataset } from "./data/opened";
export { productLabels } from "./data/product-labels";
export { productNames } from "./data/product-names";
export { type GroupRatio, ratiosByGroup } from "./data/ratios-by-group";
// What a cell shows.
export { type ClusterCard, clusterCards } from "./notebook/cluster-cards";
export { comparison } from "./notebook/comparison";
export { md, raw } from "./notebook/markdown";
export { note } from "./notebook/note";
export { progress } from "./notebook/progress";
export { ruleTable } from "./notebook/rule-table";
export { show } from "./notebook/show";
export { sourceBanner } from "./notebook/source-banner";
export { table } from "./notebook/table";
// Recommendations.
export { type AlsOptions, type AlsRecommender, alternatingLeastSquares } from "./recommend/als/als";
export { basketsOf } from "./recommend/baskets-of";
export {
  type HeavyBuyers,
  heavyBuyers,
  linesOfCustomers,
  type OwnedBaskets,
  type OwnedLines,
  ownedBaskets,
  shuffledItems,
} from "./recommend/cross-selling/bundle-baskets";
export { type BundleGroup, bundleGroups } from "./recommend/cross-selling/bundle-groups";
export {
  type BundlePair,
  type BundlePairs,
  bundlePairs,
  type PairFound,
  pairsFound,
} from "./recommend/cross-selling/bundle-pairs";
export { flaggedByChance, type SupportRatio, supportRatios } from "./recommend/cross-selling/churn-guard";
export {
  type CrossSeller,
  type CrossSellOffer,
  crossSell,
  crossSellTarget,
} from "./recommend/cross-selling/cross-sell";
export { crossSellTrial, RANDOM_PICK, type TrialResult } from "./recommend/cross-selling/cross-sell-trial";
export { purchaseThreshold } from "./recommend/cross-selling/purchase-thresholds";
export { type SegmentVariety, segmentVariety } from "./recommend/cross-selling/segment-variety";
export {
  type EvaluateOptions,
  type Evaluation,
  type EvaluationRow,
  evaluate,
  type PartSize,
} from "./recommend/evaluation/evaluate";
export type { ListProperties } from "./recommend/evaluation/list-properties";
export {
  averagePrecisionAt,
  hitAt,
  type MetricName,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
} from "./recommend/evaluation/metrics";
export { type Split, splitPurchases } from "./recommend/evaluation/split";
export { unfinishedSets } from "./recommend/evaluation/unfinished-sets";
export {
  type IndexMistake,
  type IndexMistakeCost,
  indexMistake,
  indexMistakeCost,
} from "./recommend/index-mistake";
export { type ItemCosineOptions, itemCosine } from "./recommend/item-cosine";
export { type NextBasketOptions, nextBasket } from "./recommend/next-basket/next-basket";
export { type BlendChoice, type BlendTrial, chooseBlend } from "./recommend/next-basket/next-basket-choice";
export { type NeighbourOptions, similarCustomers } from "./recommend/next-basket/next-basket-neighbours";
export { personalTop } from "./recommend/personal-top";
export { popular, popularInSegment } from "./recommend/popular";
export { type LineColumns, type Purchases, purchasesOf } from "./recommend/purchases";
export { meanRatings, type RatingColumns, type Ratings, ratingsOf } from "./recommend/ratings";
export { reasonText } from "./recommend/reason-text";
export { type RecommendationRow, recommendationRows } from "./recommend/recommendation-rows";
export {
  type Reason,
  type Recommendation,
  type Recommender,
  withFallback,
} from "./recommend/recommender";
export { type ItemRule, type RuleRecommenderOptions, ruleRecommender } from "./recommend/rule-recommender";
export { type ListOptions, recommend, topItems } from "./recommend/top-items";
// Segments.
export { buyingGaps } from "./segments/buying-gaps";
export {
  activityOf,
  type CohortCell,
  cohortCells,
  monthlyActivity,
  retentionByPeriod,
  returnRate,
} from "./segments/cohorts";
export { concentration } from "./segments/concentration";
export { customerVariety } from "./segments/customer-variety";
export { type CvWeight, cvWeights, weightsOf } from "./segments/cv-weights";
export { type DatedVariable, datedVariables } from "./segments/dated-variables";
export { definitions, families } from "./segments/definitions";
export { describeSegments, type SegmentDescription } from "./segments/describe-segments";
export { gapsAgainstHabit } from "./segments/gap-habit";
export { equalGrades, type Grade, gradeByCuts, valueGradeNames } from "./segments/grades";
export { type GroupShare, groupShares } from "./segments/group-shares";
export { putGroups } from "./segments/group-table";
export { type Independence, independence } from "./segments/independence";
export {
  instacartGrades,
  instacartWeights,
  percentOfRange,
  rfrGrades,
  rfrScore,
} from "./segments/instacart-grades";
export { type Migration, type MigrationLink, migration } from "./segments/migration";
export { type OrderVariable, orderVariables } from "./segments/order-variables";
export { periodStatus, periodStatuses } from "./segments/period-status";
export { categoryValues, rfmpClusters, rfmpVariables } from "./segments/product-value";
export { type Rfm, rfm, rfmVariables } from "./segments/rfm";
export { sampledOrderVariables } from "./segments/sampled-orders";
export { bandOf, publishedBands, type ScoreBand } from "./segments/score-bands";
export { scoreMakeup } from "./segments/score-makeup";
export { blockOf, type ScoreBlock, standardMap } from "./segments/score-map";
export { scoreProfile } from "./segments/score-profile";
export { type ScoreRule, scoreVariables, segmentByRules } from "./segments/score-rules";
export { concatenatedScore, quintileScores } from "./segments/scores";
export { segmentTable } from "./segments/segment-table";
export {
  type CustomerVariables,
  chosen,
  completeOnly,
  describedBy,
  pickVariables,
  type Variable,
  valuesOf,
  variableOf,
} from "./segments/variables";
export { heavyMediumLight, volumeTiers } from "./segments/volume-tiers";
export { type WeightedScore, weightedScore } from "./segments/weighted-score";
// Statistics.
export { adjustPValues, type Correction } from "./stats/adjust-p-values";
export { type ChiSquare, chiSquare } from "./stats/chi-square";
export { pearson, spearman } from "./stats/correlation";
export { correlationInterval } from "./stats/correlation-interval";
export { type GroupMean, groupMeans, meanDifference } from "./stats/group-means";
export { bootstrap, type Interval, wilson } from "./stats/interval";
export { medianInterval } from "./stats/median-interval";
export { naturalBreaks } from "./stats/natural-breaks";
export { pointBiserial } from "./stats/point-biserial";
export { median, quantiles } from "./stats/quantile";
export { createRandom } from "./stats/random";
export { quantileBins, rank } from "./stats/rank";
export { expectedKinds } from "./stats/rarefaction";
export { ratioOfSums } from "./stats/ratio";
export { compact, count, duration, fixed, money, percent, signed } from "./theme/format";
