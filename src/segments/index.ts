/** Segments: what a notebook imports from this room. */

export { buyingGaps } from "./buying-gaps";
export {
  activityOf,
  type CohortCell,
  cohortCells,
  monthlyActivity,
  retentionByPeriod,
  returnRate,
} from "./cohorts";
export { concentration } from "./concentration";
export { customerVariety } from "./customer-variety";
export { type CvWeight, cvWeights, weightsOf } from "./cv-weights";
export { type DatedVariable, datedVariables } from "./dated-variables";
export { definitions, families } from "./definitions";
export { describeSegments, type SegmentDescription } from "./describe-segments";
export { gapsAgainstHabit } from "./gap-habit";
export { equalGrades, type Grade, gradeByCuts, valueGradeNames } from "./grades";
export { type GroupShare, groupShares } from "./group-shares";
export { putGroups } from "./group-table";
export { type Independence, independence } from "./independence";
export {
  instacartGrades,
  instacartWeights,
  percentOfRange,
  rfrGrades,
  rfrScore,
} from "./instacart-grades";
export { type Migration, type MigrationLink, migration } from "./migration";
export { type OrderVariable, orderVariables } from "./order-variables";
export { periodStatus, periodStatuses } from "./period-status";
export { categoryValues, rfmpClusters, rfmpVariables } from "./product-value";
export { type Rfm, rfm, rfmVariables } from "./rfm";
export { sampledOrderVariables } from "./sampled-orders";
export { bandOf, publishedBands, type ScoreBand } from "./score-bands";
export { scoreMakeup } from "./score-makeup";
export { blockOf, type ScoreBlock, standardMap } from "./score-map";
export { scoreProfile } from "./score-profile";
export { type ScoreRule, scoreVariables, segmentByRules } from "./score-rules";
export { concatenatedScore, quintileScores } from "./scores";
export { segmentTable } from "./segment-table";
export {
  type CustomerVariables,
  chosen,
  completeOnly,
  describedBy,
  pickVariables,
  type Variable,
  valuesOf,
  variableOf,
} from "./variables";
export { heavyMediumLight, volumeTiers } from "./volume-tiers";
export { type WeightedScore, weightedScore } from "./weighted-score";
