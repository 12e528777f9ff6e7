/** The auditor: what a notebook imports to have data, splits, reports and scores looked at. */

export { auditSplit, type SplitInput } from "./audit-split";
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
