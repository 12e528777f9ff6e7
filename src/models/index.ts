/** Models: features, splits, learners, evaluation. What a notebook imports from this room. */

export * from "./audit";
export { boost, type Training } from "./boosting/boost";
export { type BoostedTrees, gainImportance, marginsOf, predictionsOf } from "./boosting/boosted-trees";
export { type ForestOptions, randomForest, type SingleTreeOptions, singleTree } from "./boosting/forest";
export { loadBoostedTrees, saveBoostedTrees } from "./boosting/model-json";
export type { BoostingOptions } from "./boosting/options";
export { type Contributions, treeShap } from "./boosting/tree-shap";
export { calibrate } from "./evaluation/calibrate";
export { compareLifts, type LiftComparison } from "./evaluation/compare-lifts";
export {
  type CompareScoresOptions,
  compareScores,
  type ScoreComparison,
  type ScoreMeasure,
} from "./evaluation/compare-scores";
export {
  accuracyOf,
  type Confusion,
  confusionAt,
  confusionAtTop,
  f1Of,
  precisionOf,
  recallOf,
} from "./evaluation/confusion";
export { type CurveBand, gainBands, precisionBands, profitBands, rocBands } from "./evaluation/curve-bands";
export { type GainCurve, gainAt, gainCurve, liftAt } from "./evaluation/gain";
export { isotonicCalibration } from "./evaluation/isotonic-calibration";
export { withMeanChance } from "./evaluation/mean-chance";
export {
  averagePrecision,
  bestThreshold,
  type ThresholdCurve,
  thresholdCurve,
} from "./evaluation/precision-recall";
export { brierScore, logLoss } from "./evaluation/probability-loss";
export { bestCampaign, type Campaign, type ProfitCurve, profitAt, profitCurve } from "./evaluation/profit";
export { type RankedScores, rankScores } from "./evaluation/ranked-scores";
export { equalCountEdges, type ReliabilityBin, reliabilityBins } from "./evaluation/reliability";
export { type RocCurve, rocAuc, rocCurve } from "./evaluation/roc";
export { scoreIntervals } from "./evaluation/score-intervals";
export { type ScoreTally, tallyScores } from "./evaluation/score-tally";
export { sigmoidCalibration } from "./evaluation/sigmoid-calibration";
export { groupImportance } from "./explanation/group-importance";
export { type PermutationImportance, permutationImportance } from "./explanation/permutation-importance";
export { reasonsOf } from "./explanation/reasons";
export { type ShapSummary, shapSummary } from "./explanation/shap-summary";
export { type Features, takeFeatures, takeRows } from "./features/features";
export { fillMissing, learnFill, type MissingFill } from "./features/fill-missing";
export { logFeatures } from "./features/log-features";
export { type FeatureScale, learnScale, scaleFeatures } from "./features/scale-features";
export { stackFeatures } from "./features/stack-features";
export { boostedLearner, forestLearner, logisticLearner, onLogs } from "./learners";
export { fitLogistic, type LogisticModel, logisticProbabilities } from "./linear/logistic";
export { logisticContributions } from "./linear/logistic-contributions";
export { bestChoice, type OrderChoice } from "./orders/expected-f1";
export { type ForetoldOrders, meanOrderF1, orderF1s, pooledPairF1 } from "./orders/order-f1";
export { type PairTask, pairTask } from "./pairs/pair-task";
export { compareBaskets, type JudgedBaskets, type JudgedOrders } from "./reorder/compare-baskets";
export { reorderLabel } from "./reorder/feature-labels";
export {
  type FeatureOrigin,
  REORDER_FEATURES,
  type ReorderFeature,
  STUDY_FEATURES,
} from "./reorder/feature-list";
export type { ReorderLabel } from "./reorder/labelled-order";
export {
  basketsAtThreshold,
  basketsOfBestF1,
  basketsOfSize,
  type ExpectedBaskets,
  type NextBaskets,
} from "./reorder/next-baskets";
export { REORDER_WORDS } from "./reorder/reason-words";
export { type ReorderOrders, reorderOrders } from "./reorder/reorder-orders";
export { type ReorderOptions, type ReorderPairs, reorderPairs } from "./reorder/reorder-pairs";
export { stackOrders } from "./reorder/stack-orders";
export { type LabelledOrders, type TakenOrders, takeOrders } from "./reorder/take-orders";
export {
  bestOrderThreshold,
  type OrderThresholdCurve,
  orderThresholdCurve,
} from "./reorder/threshold-orders";
export { balancedRows } from "./resampling/balanced-rows";
export { type NearestKin, nearestKin } from "./resampling/nearest-kin";
export { smote } from "./resampling/smote";
export { crossPredict, type Learner, type Predictor } from "./splits/cross-predict";
export { stratifiedFolds } from "./splits/folds";
export {
  type RowSplit,
  rowSplitAsPublished,
  splitByCustomer,
  splitByCustomerAndTime,
  splitByTime,
} from "./splits/splits";
export { type Candidates, candidatesOf } from "./vip/candidates";
export { type TopSpenders, topSpenders } from "./vip/top-spenders";
export { type VipTask, type VipWindows, vipTask } from "./vip/vip-task";
export {
  type OrderWindow,
  WINDOW_FEATURES,
  type WindowFeatures,
  windowFeatures,
} from "./vip/window-features";
export { predictLater, type VipSplit } from "./vip/window-splits";
