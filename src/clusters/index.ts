/** Clusters: what a notebook imports from this room. */

export { adjustedRand, crossTable } from "./agreement";
export { auditFeatures } from "./audit-features";
export { type ChosenK, chooseK } from "./choose-k";
export type { Clustering } from "./clustering";
export { calinskiHarabasz, daviesBouldin } from "./criteria";
export { exampleRows, medoids } from "./examples";
export { type Gap, gapStatistic } from "./gap";
export { wardClusters } from "./hierarchical";
export { type KMeansOptions, kMeans } from "./k-means/k-means";
export { kMeansSweep } from "./k-means/k-means-sweep";
export { nearestCentres } from "./k-means/nearest-centres";
export { type Knee, knee } from "./knee";
export { columnOf, type Matrix, matrixOf } from "./matrix";
export { gaussianMixture, type Mixture } from "./mixture";
export { type Pca, pca } from "./pca";
export { clusterNames, clusterProfile, setsApart, standardisedMeans } from "./profile";
export { type ClusterRules, clusterRules } from "./rules";
export { sampleRows } from "./sample";
export { fitScaler, type Scaler, type Scaling } from "./scale";
export { patternNames, type SignRule, signPatterns, studySigns } from "./sign-patterns";
export { type Silhouette, silhouette } from "./silhouette";
export { type Stability, stability } from "./stability";
export type { Criteria } from "./verdict";
