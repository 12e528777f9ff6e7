/** Statistics: what a notebook imports from this room. */

export { adjustPValues, type Correction } from "./adjust-p-values";
export { type ChiSquare, chiSquare } from "./chi-square";
export { pearson, spearman } from "./correlation";
export { correlationInterval } from "./correlation-interval";
export { type GroupMean, groupMeans, meanDifference } from "./group-means";
export { bootstrap, type Interval, wilson } from "./interval";
export { medianInterval } from "./median-interval";
export { naturalBreaks } from "./natural-breaks";
export { pointBiserial } from "./point-biserial";
export { median, quantiles } from "./quantile";
export { createRandom } from "./random";
export { quantileBins, rank } from "./rank";
export { expectedKinds } from "./rarefaction";
export { ratioOfSums } from "./ratio";
export { shuffled } from "./shuffled";
