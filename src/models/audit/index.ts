/** The auditor: what a notebook imports to have data, splits, reports and scores looked at. */

export { auditEffects, type EffectsInput } from "./effects/audit-effects";
export type { PrintedSlope } from "./effects/grid-slope";
export { auditDifferences, type ClaimedDifference, type NoiseOptions } from "./effects/noise";
export { permutationP } from "./effects/permutation-p";
export { auditGroups, type ComparedGroup } from "./effects/same-as-population";
export { auditModelFeatures, type ModelFeaturesInput } from "./features/audit-model-features";
export type { FeatureTime } from "./features/later-features";
export { type LoneAuc, loneAucs } from "./features/lone-features";
export { auditGaps } from "./figures/audit-gaps";
export { AVERAGE_KIND, auditAverage } from "./figures/average-kind";
export { auditPeaks, CANCELLED_PEAKS, type PeakGrouping } from "./figures/cancelled-peaks";
export type { GapGroup } from "./figures/repeaters-only";
export { reversedLines, type SaleLines } from "./figures/reversed-lines";
export { auditRowLimit, ROW_LIMIT } from "./figures/row-limit";
export { auditShareBasis, SHARE_BASIS } from "./figures/share-basis";
export { auditShareSum, type PrintedShare, SHARE_SUM } from "./figures/share-sum";
export { auditSupport, SUPPORT_THRESHOLD } from "./figures/support-threshold";
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
export { auditComparison, auditReport, type ReportInput } from "./reports/audit-report";
export type { ModelReport, ReportedLabel } from "./reports/model-report";
export type { TestedModel } from "./reports/test-sets";
export type { ScoredRows } from "./reports/tuned-on-test";
export { auditScore } from "./scores/audit-score";
export { auditChosenK, CHOSEN_K, type SilhouetteOfK } from "./scores/chosen-k";
export type { ScoreTerm, SummedScore } from "./scores/score-terms";
export { auditSplit, type SplitInput } from "./splits/audit-split";
export type { Labelled } from "./splits/prevalence";
