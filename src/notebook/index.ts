/** What a cell shows: what a notebook imports from this room. */

export { type Claim, claimTable, countVerdicts, type Verdict } from "./claim-table";
export { type ClusterCard, clusterCards } from "./cluster-cards";
export { comparison } from "./comparison";
export { findingsTable, type ShownAudit } from "./findings-table";
export { judgeClaims, type UnjudgedClaim } from "./judge-claims";
export { md, raw } from "./markdown";
export { note } from "./note";
export { progress } from "./progress";
export { ruleTable } from "./rule-table";
export { type ScoreCard, scoreCards } from "./score-cards";
export { show } from "./show";
export { sourceBanner } from "./source-banner";
export { table } from "./table";
