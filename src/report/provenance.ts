import { type Cell, isRecord, joinLines, type Notebook, tagsOf } from "./nbformat";

/** MIME type under which a notebook says what data it shows. */
export const provenanceType = "application/vnd.segmentbook.provenance+json";

/** One file of a data set. */
export interface ProvenanceFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number | null;
  readonly rows: number | null;
}

/** One data set that a notebook opened. */
export interface ProvenanceDataset {
  readonly name: string;
  readonly source: "real" | "generated";
  readonly seed: number | null;
  readonly files: readonly ProvenanceFile[];
  readonly note: string | null;
}

/** One section of a notebook, from a heading of first or second level to the next, and how long it ran. */
export interface SectionTime {
  readonly title: string;
  readonly seconds: number;
}

/**
 * The data sets that a notebook's outputs declare, each once, in the order of their first mention. Malformed
 * declarations are passed over.
 *
 * @example datasetsOf(notebook)[0]?.source // "real"
 */
export function datasetsOf(notebook: Notebook): readonly ProvenanceDataset[] {
  const found = new Map<string, ProvenanceDataset>();
  for (const output of notebook.cells.flatMap((cell) => cell.outputs ?? [])) {
    if (output.output_type !== "display_data" && output.output_type !== "execute_result") continue;
    const declared = output.data[provenanceType];
    const list = isRecord(declared) && Array.isArray(declared.datasets) ? declared.datasets : [];
    for (const dataset of list.map(readDataset)) {
      if (dataset !== undefined) found.set(JSON.stringify(dataset), dataset);
    }
  }
  return [...found.values()];
}

/** The source of a notebook's parameters and injected parameters cells, or an empty string. */
export function parametersOf(notebook: Notebook): string {
  return notebook.cells
    .filter((cell) => tagsOf(cell).some((tag) => tag === "parameters" || tag === "injected-parameters"))
    .map((cell) => joinLines(cell.source).trim())
    .join("\n\n");
}

/**
 * Seconds that one executed cell took, from the times the runner put into its metadata; else undefined.
 *
 * @example secondsOf(cell) // 1.24
 */
export function secondsOf(cell: Cell): number | undefined {
  const times = cell.metadata.execution;
  if (!isRecord(times)) return undefined;
  const from = Date.parse(String(times["iopub.execute_input"]));
  const to = Date.parse(String(times["shell.execute_reply"]));
  return Number.isFinite(to - from) ? (to - from) / 1000 : undefined;
}

/**
 * Seconds by section; an empty list where the notebook carries no times.
 *
 * @example sectionTimes(notebook) // [{ title: "Missing values", seconds: 0.4 }, …]
 */
export function sectionTimes(notebook: Notebook): readonly SectionTime[] {
  const sections: { title: string; seconds: number }[] = [];
  let timed = false;
  for (const cell of notebook.cells) {
    if (cell.cell_type === "markdown") {
      const title = /^#{1,2}\s+(.+?)\s*#*\s*$/m.exec(joinLines(cell.source))?.[1];
      if (title !== undefined) sections.push({ title, seconds: 0 });
      continue;
    }
    const seconds = secondsOf(cell);
    if (seconds === undefined) continue;
    timed = true;
    if (sections.length === 0) sections.push({ title: "Before the first heading", seconds: 0 });
    const section = sections.at(-1);
    if (section !== undefined) section.seconds += seconds;
  }
  return timed ? sections.filter((section) => section.seconds > 0) : [];
}

function readDataset(value: unknown): ProvenanceDataset | undefined {
  if (!isRecord(value) || typeof value.name !== "string") return undefined;
  if (value.source !== "real" && value.source !== "generated") return undefined;
  const files = Array.isArray(value.files) ? value.files.filter(isRecord) : [];
  return {
    name: value.name,
    source: value.source,
    seed: numberOrNull(value.seed),
    files: files.map((file) => ({
      name: String(file.name ?? ""),
      sha256: String(file.sha256 ?? ""),
      bytes: numberOrNull(file.bytes),
      rows: numberOrNull(file.rows),
    })),
    note: typeof value.note === "string" ? value.note : null,
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
