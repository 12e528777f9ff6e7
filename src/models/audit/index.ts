/** The auditor: what a notebook imports to have data, splits, reports and scores looked at. */

export { auditEffects, type EffectsInput } from "./audit-effects";
export { auditGaps } from "./audit-gaps";
export { auditModelFeatures, type ModelFeaturesInput } from "./audit-model-features";
export { auditComparison, auditReport, type ReportInput } from "./audit-report";
export { auditScore } from "./audit-score";
export { auditSplit, type SplitInput } from "./audit-split";
export { AVERAGE_KIND, auditAverage } from "./average-kind";
export { auditPeaks, CANCELLED_PEAKS, type PeakGrouping } from "./cancelled-peaks";
export { auditChosenK, CHOSEN_K, type SilhouetteOfK } from "./chosen-k";
export {
  type Audit,
  audit,
  bySeverity,
  type Check,
  type Finding,
  findingText,
  joinAudits,
  type Severity,
} from "./finding";
export type { PrintedSlope } from "./grid-slope";
export type { FeatureTime } from "./later-features";
export { type LoneAuc, loneAucs } from "./lone-features";
export type { ModelReport, ReportedLabel } from "./model-report";
export { auditDifferences, type ClaimedDifference, type NoiseOptions } from "./noise";
export { permutationP } from "./permutation-p";
export type { Labelled } from "./prevalence";
export type { GapGroup } from "./repeaters-only";
export { reversedLines, type SaleLines } from "./reversed-lines";
export { auditRowLimit, ROW_LIMIT } from "./row-limit";
export { auditGroups, type ComparedGroup } from "./same-as-population";
export type { ScoreTerm, SummedScore } from "./score-terms";
export { auditShareBasis, SHARE_BASIS } from "./share-basis";
export { auditShareSum, type PrintedShare, SHARE_SUM } from "./share-sum";
export { auditSupport, SUPPORT_THRESHOLD } from "./support-threshold";
export type { TestedModel } from "./test-sets";
export type { ScoredRows } from "./tuned-on-test";
