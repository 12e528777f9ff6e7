/** How bad a finding is: the figure is not what it is called; it is probably not; something to know when reading it. */
export type Severity = "error" | "warning" | "note";

/** Something that an audit found. All of it is plain text; what comes from data stays as it is. */
export interface Finding {
  /** Name of the check, as it stands in {@link Audit.checked}. */
  readonly check: string;
  readonly severity: Severity;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** The feature, split, model, row or table that it is about. */
  readonly where: string;
  /** The number that shows it, written with what it counts. */
  readonly figure: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** What an audit looked at and found. */
export interface Audit {
  /** The worst first; equally bad ones in the order of the checks. */
  readonly findings: readonly Finding[];
  /** Names of the checks that ran, so that silence can be told from not having looked. */
  readonly checked: readonly string[];
  /** Names of the checks that did not run, as what they look at was not given. */
  readonly unchecked: readonly string[];
}

/** A check by name, and how to run it; without `run` it counts as not run. */
export interface Check {
  readonly check: string;
  readonly run?: (() => readonly Finding[]) | undefined;
}

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/**
 * Findings with the worst first; equally bad ones stay in order. O(n log n).
 *
 * @example bySeverity(findings)[0] // an error, if there is any
 */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/**
 * A finding in one line of text.
 *
 * @example findingText(finding) // "error (swapped arguments), class 1: precision stands where … : 334,323 … Swap …"
 */
export function findingText({ severity, check, where, what, figure, advice }: Finding): string {
  return `${severity} (${check}), ${where}: ${what} [${figure}] ${advice}`;
}

/**
 * Runs the checks for which there is something to look at. Costs what the checks cost.
 *
 * @throws Error when a finding bears another name than its check: it could not be told which checks were silent
 * @throws what a check throws, such as a RangeError for columns of different lengths
 * @example audit([{ check: CUSTOMERS_ON_BOTH_SIDES, run: customers && (() => auditCustomers({ customers, train, test })) }])
 */
export function audit(checks: readonly Check[]): Audit {
  const findings = checks.flatMap(({ check, run }) => {
    const found = run?.() ?? [];
    const foreign = found.find((finding) => finding.check !== check);
    if (foreign) throw new Error(`The check "${check}" gave a finding of "${foreign.check}".`);
    return found;
  });
  const names = (ran: boolean) =>
    checks.flatMap(({ check, run }) => ((run !== undefined) === ran ? [check] : []));
  return { findings: bySeverity(findings), checked: names(true), unchecked: names(false) };
}

/**
 * Several audits as one: a check counts as run where it ran in any of them. O(n log n) in the findings.
 *
 * @example joinAudits(auditSplit(split), auditReport(report)).findings
 */
export function joinAudits(...audits: readonly Audit[]): Audit {
  const checked = [...new Set(audits.flatMap((one) => one.checked))];
  const unchecked = [...new Set(audits.flatMap((one) => one.unchecked))];
  return {
    findings: bySeverity(audits.flatMap((one) => one.findings)),
    checked,
    unchecked: unchecked.filter((check) => !checked.includes(check)),
  };
}
