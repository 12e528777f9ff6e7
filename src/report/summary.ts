import { type Cell, isRecord, joinLines, type Notebook } from "./nbformat";
import { datasetsOf, secondsOf } from "./provenance";

/** What an index says of one notebook. */
export interface Summary {
  /** The first heading of first level, or the name of the file. */
  readonly title: string;
  /** The first paragraph after it, as plain text; empty where there is none. */
  readonly question: string;
  readonly sources: readonly ("real" | "generated")[];
  /** Seconds its cells took in all; undefined where no times were kept. */
  readonly seconds: number | undefined;
  /** Id of the cell that failed. */
  readonly failedCell: string | undefined;
}

/**
 * Sums a notebook up from its cells.
 *
 * @param name used as title where the notebook has none, such as `01-cleaning`
 * @example summarise(notebook, "01-cleaning").title // "Online Retail 1 · Cleaning: which rows are purchases?"
 */
export function summarise(notebook: Notebook, name: string): Summary {
  const markdown = notebook.cells.filter((cell) => cell.cell_type === "markdown").map(textOf);
  const headed = markdown.findIndex((text) => headingOf(text) !== undefined);
  const title = headingOf(markdown[headed] ?? "");
  const body = [(markdown[headed] ?? "").replace(/^[\s\S]*?^#\s.*$/m, ""), ...markdown.slice(headed + 1)];
  const times = notebook.cells.map(secondsOf).filter((seconds) => seconds !== undefined);
  return {
    title: title ?? name,
    question: firstParagraph(headed === -1 ? markdown : body),
    sources: [...new Set(datasetsOf(notebook).map((dataset) => dataset.source))].sort(),
    seconds: times.length === 0 ? undefined : times.reduce((sum, seconds) => sum + seconds, 0),
    failedCell: failedCell(notebook),
  };
}

function textOf(cell: Cell): string {
  return joinLines(cell.source);
}

function headingOf(text: string): string | undefined {
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(text)?.[1];
  return heading === undefined ? undefined : plain(heading);
}

function firstParagraph(texts: readonly string[]): string {
  const blocks = texts.flatMap((text) => text.split(/\n\s*\n/)).map((block) => block.trim());
  const first = blocks.find(
    (block) => block !== "" && !/^(?:#|```|~~~|\||<|[-*+] |\d+\. |>|\$\$)/.test(block),
  );
  return plain(first ?? "");
}

// Enough Markdown for a title or a sentence; whatever is left is escaped where it is shown.
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(^|[\s(])[*_]([^*_]+)[*_](?=[\s).,;:!?]|$)/g, "$1$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>$])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function failedCell(notebook: Notebook): string | undefined {
  const own = notebook.metadata.segmentbook;
  const failed = isRecord(own) && isRecord(own.failed) ? own.failed.cell : undefined;
  return typeof failed === "string" ? failed : undefined;
}
