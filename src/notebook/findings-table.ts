import { escapeHtml } from "../theme/html";
import { render, type Shown, Table } from "./table";

/** What a {@link findingsTable} needs of a finding. */
interface ShownFinding {
  readonly check: string;
  readonly severity: "error" | "warning" | "note";
  readonly what: string;
  readonly where: string;
  readonly figure: string;
  readonly advice: string;
}

/** What a {@link findingsTable} needs of an audit; what `audit` gives has it all. */
export interface ShownAudit {
  readonly findings: readonly ShownFinding[];
  /** Checks that ran. */
  readonly checked: readonly string[];
  /** Checks for which there was nothing to look at. */
  readonly unchecked: readonly string[];
}

// A sign beside the word, as severity must not be told by colour, and be seen from afar.
const signs = { error: "✗ error", warning: "▲ warning", note: "· note" } as const;

/**
 * What an audit found as a table: how bad, where, what, the number that shows it, what to do. Below it stand the checks
 * that were silent and those that did not run; where nothing was found it says so. O(findings).
 *
 * @example show(findingsTable(auditSplit({ train, test, customers }), { caption: "The split" }))
 */
export function findingsTable(audit: ShownAudit, { caption }: { caption: string }): Table {
  const foot = footOf(audit);
  if (audit.findings.length === 0) {
    const said = audit.checked.length > 0 ? "nothing found." : "nothing was checked.";
    const line = `<p class="sb-findings"><strong>${escapeHtml(caption)}:</strong> ${said}</p>`;
    return new Table(`${line}<p class="sb-foot">${escapeHtml(foot)}</p>`, `${caption}: ${said}\n${foot}`);
  }
  const cell = (text: string): Shown => ({ text, right: false });
  return render(
    ["Severity", "Where", "Found", "Figure", "What to do"].map(cell),
    audit.findings.map(({ severity, where, what, figure, advice }) => [
      { ...cell(signs[severity]), ...(severity === "error" && { mark: "sb-differs" }) },
      ...[where, what, figure, advice].map(cell),
    ]),
    { caption, foot },
  );
}

function footOf({ findings, checked, unchecked }: ShownAudit): string {
  const silent = checked.filter((check) => !findings.some((finding) => finding.check === check));
  const ran = `${checked.length} ${checked.length === 1 ? "check" : "checks"} ran`;
  const quiet =
    silent.length === 0 ? "" : `${findings.length === 0 ? ": " : "; silent: "}${silent.join(", ")}`;
  const left =
    unchecked.length > 0 ? ` Not run, for want of what they look at: ${unchecked.join(", ")}.` : "";
  return `${ran}${quiet}.${left}`;
}
