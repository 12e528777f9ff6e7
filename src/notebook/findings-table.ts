import { escapeHtml } from "../theme/html";
import { Table } from "./table";

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
 * What an audit found as a table: how bad and where; what, the number that shows it, and what to do. Below it stand the
 * checks that were silent and those that did not run; where nothing was found it says so. O(findings).
 *
 * @example show(findingsTable(auditSplit(split, { customers }), { caption: "The split" }))
 */
export function findingsTable(audit: ShownAudit, { caption }: { caption: string }): Table {
  const { findings, checked } = audit;
  const foot = footOf(audit);
  const footHtml = `<p class="sb-foot">${escapeHtml(foot)}</p>`;
  if (findings.length === 0) {
    const said = checked.length > 0 ? "nothing found." : "nothing was checked.";
    return new Table(
      `<p><strong>${escapeHtml(caption)}:</strong> ${said}</p>${footHtml}`,
      `${caption}: ${said}\n${foot}`,
    );
  }
  // Two columns of text that wraps: five would need a window of their own.
  const html =
    `<table class="sb-table sb-findings"><caption><span>${escapeHtml(caption)}</span></caption>` +
    `<thead><tr><th scope="col">Where</th><th scope="col">What was found, and what to do</th></tr></thead>` +
    `<tbody>${findings.map(rowHtml).join("")}</tbody></table>${footHtml}`;
  const lines = findings.map(
    ({ severity, where, what, figure, advice }) =>
      `${signs[severity]}, ${where}: ${what} ${figure}. → ${advice}`,
  );
  return new Table(html, [caption, ...lines, foot].join("\n"));
}

function rowHtml({ severity, where, what, figure, advice }: ShownFinding): string {
  const sign = severity === "error" ? `<span class="sb-differs">${signs.error}</span>` : signs[severity];
  return (
    `<tr><th scope="row">${sign}<br>${escapeHtml(where)}</th>` +
    `<td>${escapeHtml(what)}<br><strong>${escapeHtml(figure)}</strong><br>→ ${escapeHtml(advice)}</td></tr>`
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
