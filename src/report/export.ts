import { escapeHtml } from "../theme/html";
import { highlight } from "./code";
import { headingIds, orderHeadings } from "./headings";
import { type Heading, renderMarkdown } from "./markdown";
import { type Cell, isRecord, joinLines, type Notebook } from "./nbformat";
import { renderPage } from "./page";
import { datasetsOf, provenanceType } from "./provenance";
import { provenanceBlock, sourceLine } from "./provenance-block";
import { renderOutput } from "./render-output";
import { sanitise } from "./sanitise";
import { summarise } from "./summary";

/** A neighbouring report. */
export interface Neighbour {
  readonly href: string;
  readonly title: string;
}

/** Where a report stands among others. */
export interface ExportOptions {
  /** Path of the notebook below the notebooks' folder, without its ending, such as `online-retail/01-cleaning`. */
  readonly name: string;
  /** Address of the index, relative to the report. */
  readonly indexHref?: string;
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
}

/**
 * An executed notebook as one HTML file: readable offline and without scripts, everything within.
 * The same notebook gives the same bytes. Cost is linear in the outputs, about 50 ms for 1 MB.
 *
 * @example exportHtml(parseNotebook(text, "a.ipynb"), { name: "a" })
 */
export function exportHtml(notebook: Notebook, options: ExportOptions): string {
  const base = options.name.split("/").at(-1) ?? options.name;
  const summary = summarise(notebook, base);
  const id = headingIds();
  const headings: Heading[] = [];
  const hoisted = notebook.cells.map(bannerOf).find((banner) => banner !== undefined);
  const cells = notebook.cells.map((cell, index) => {
    if (cell.cell_type === "code") return codeCell(cell, index, hoisted?.output);
    if (cell.cell_type === "raw") return "";
    const rendered = renderMarkdown(joinLines(cell.source), {
      idPrefix: `m${index}-`,
      attachments: cell.attachments,
      headingId: id,
    });
    headings.push(...rendered.headings);
    return `<div class="page-words">\n${rendered.html}</div>\n`;
  });
  const banner =
    hoisted === undefined ? sourceLine(datasetsOf(notebook)) : sanitise(hoisted.html, { idPrefix: "b-" });
  const titled = headings.some((heading) => heading.level === 1)
    ? ""
    : `<h1>${escapeHtml(summary.title)}</h1>\n`;
  const provenance = provenanceBlock(notebook);
  const contents = tableOfContents(headings, provenance !== "");
  const body = orderHeadings(`${titled}${cells.join("")}${provenance}`);
  return renderPage({
    title: summary.title,
    description: summary.question,
    place: place(options),
    aside:
      contents === ""
        ? ""
        : `<nav class="page-toc" aria-label="Contents"><p class="page-toc-title">Contents</p>${contents}</nav>\n`,
    main: `<article>\n${failure(notebook)}${banner}\n${narrowContents(contents)}${body}</article>\n`,
    footer: footer(options),
    hasCode: notebook.cells.some((cell) => cell.cell_type === "code"),
  });
}

function codeCell(cell: Cell, index: number, hoisted: unknown): string {
  const source = joinLines(cell.source).replace(/\s+$/, "");
  const outputs = (cell.outputs ?? []).filter((output) => output !== hoisted);
  const number = cell.execution_count ?? index + 1;
  const failed = outputs.some((output) => output.output_type === "error");
  const lines = source.split("\n").length;
  const code =
    source === ""
      ? ""
      : `<details class="page-code"${failed ? " open" : ""}><summary>Code ${number} · ${lines} ${lines === 1 ? "line" : "lines"}</summary><pre tabindex="0"><code>${highlight(source)}</code></pre></details>\n`;
  const shown = outputs.map((output, place) =>
    renderOutput(output, { idPrefix: `o${index}-${place}-`, label: `output of code ${number}` }),
  );
  return `<div class="page-cell" id="sb-cell-${index + 1}">\n${code}${shown.join("")}</div>\n`;
}

// A notebook's own line on its data is moved to the top of the report.
function bannerOf(cell: Cell): { html: string; output: unknown } | undefined {
  for (const output of cell.outputs ?? []) {
    if (output.output_type !== "display_data" || output.data[provenanceType] === undefined) continue;
    const html = joinLines(output.data["text/html"]);
    if (/\bsb-source\b/.test(html)) return { html, output };
  }
  return undefined;
}

function tableOfContents(headings: readonly Heading[], provenance: boolean): string {
  const listed = headings.filter(({ level, id }) => id !== "" && (level === 2 || level === 3));
  const last = provenance ? [{ level: 2, text: "Provenance", id: "sb-provenance" }] : [];
  if (listed.length === 0) return "";
  const items = [...listed, ...last].map(
    ({ level, text, id }) =>
      `<li class="page-level-${level}"><a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`,
  );
  return `<ol>\n${items.join("\n")}\n</ol>`;
}

function narrowContents(contents: string): string {
  return contents === ""
    ? ""
    : `<details class="page-contents"><summary>Contents</summary><nav aria-label="Contents of the page">${contents}</nav></details>\n`;
}

function failure(notebook: Notebook): string {
  const own = notebook.metadata.segmentbook;
  const failed = isRecord(own) && isRecord(own.failed) ? own.failed : undefined;
  if (failed === undefined) return "";
  const index = notebook.cells.findIndex((cell) => cell.id === failed.cell);
  const where = index === -1 ? "" : ` <a href="#sb-cell-${index + 1}">Go to the cell that failed.</a>`;
  return `<div class="page-failed"><p><strong>This run failed.</strong> ${escapeHtml(String(failed.reason ?? ""))}${where}</p></div>\n`;
}

function place({ name, indexHref }: ExportOptions): string {
  const index =
    indexHref === undefined ? "segmentbook" : `<a href="${escapeHtml(indexHref)}">segmentbook</a>`;
  return `${index}<span class="page-path"> / ${name.split("/").map(escapeHtml).join(" / ")}</span>`;
}

function footer({ indexHref, previous, next }: ExportOptions): string {
  const link = (neighbour: Neighbour | undefined, before: string, after: string): string =>
    neighbour === undefined
      ? ""
      : `<a href="${escapeHtml(neighbour.href)}">${before}${escapeHtml(neighbour.title)}${after}</a>\n`;
  const index = indexHref === undefined ? undefined : { href: indexHref, title: "All reports" };
  return link(previous, "← ", "") + link(index, "", "") + link(next, "", " →");
}
