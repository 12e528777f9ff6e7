import { boost } from "./boosting/boost";
import { predictionsOf } from "./boosting/boosted-trees";
import { type ForestOptions, randomForest } from "./boosting/forest";
import type { BoostingOptions } from "./boosting/options";
import { logFeatures } from "./features/log-features";
import { fitLogistic, type LogisticOptions, logisticProbabilities } from "./linear/logistic";
import type { Learner } from "./splits/cross-predict";

/**
 * Logistic regression as a learner: see `fitLogistic`. O(1) until it learns.
 *
 * @throws (when it learns) as `fitLogistic`, and Error when the regression does not converge, with the reason
 * @example await crossPredict(logFeatures(features), labels, stratifiedFolds(labels), logisticLearner())
 */
export function logisticLearner(options: LogisticOptions = {}): Learner {
  return (features, labels) => {
    const model = fitLogistic(features, labels, options);
    if (!model.converged) throw new Error(`The logistic regression did not converge: ${model.whyNot}`);
    return (others) => logisticProbabilities(model, others);
  };
}

/**
 * Boosted trees under log loss as a learner: see `boost`. O(1) until it learns.
 *
 * @throws (when it learns) as `boost`
 * @example await crossPredict(features, labels, stratifiedFolds(labels), boostedLearner({ trees: 60, maxLeaves: 8 }))
 */
export function boostedLearner(options: Omit<BoostingOptions, "loss" | "validation"> = {}): Learner {
  return async (features, labels) => {
    const { model } = await boost(features, labels, { ...options, loss: "log loss" });
    return (others) => predictionsOf(model, others);
  };
}

/**
 * A random forest as a learner: see `randomForest`. O(1) until it learns.
 *
 * @throws (when it learns) as `randomForest`
 * @example await crossPredict(features, labels, stratifiedFolds(labels), forestLearner({ trees: 100, minRows: 5 }))
 */
export function forestLearner(options: ForestOptions = {}): Learner {
  return async (features, labels) => {
    const model = await randomForest(features, labels, options);
    return (others) => predictionsOf(model, others);
  };
}

/**
 * A learner that sees the logarithms of the features, log(1 + x), when it learns and when it scores. O(1) until it learns.
 *
 * @throws (when it learns or scores) as `logFeatures` and the learner
 * @example await crossPredict(features, labels, stratifiedFolds(labels), onLogs(logisticLearner()))
 */
export function onLogs(learner: Learner): Learner {
  return async (features, labels) => {
    const predict = await learner(logFeatures(features), labels);
    return (others) => predict(logFeatures(others));
  };
}
