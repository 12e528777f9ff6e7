import { inspect } from "node:util";
import MarkdownIt from "markdown-it";
import type { Chart } from "../charts/drawing/chart";
import { ExportedTable } from "../data/export/exported";
import { display } from "../kernel/display";
import { count } from "../theme/format";
import { ClusterCards } from "./cluster-cards";
import { figureBundle } from "./figure";
import { Markdown, md, plainMarkdown } from "./markdown";
import { Note } from "./note";
import { ScoreCards } from "./score-cards";
import { SourceBanner } from "./source-banner";
import { style } from "./style";
import { Table, table, valueCell } from "./table";

/** An Arquero table, told by its methods. */
interface TableLike {
  objects(options?: { limit?: number }): readonly object[];
  numRows(): number;
  columnNames(): readonly string[];
}

// HTML within a note is shown as text: a note holds words, not markup.
const markdown = new MarkdownIt({ html: false });

/** Rows of an Arquero table that `show` prints; ask {@link table} for more. */
const firstRows = 10;

/**
 * Shows things below the cell, in order: charts, tables, cards, Markdown, notes, exported tables, Arquero tables (their
 * first ten rows and how many there are), and any other value as text.
 *
 * @example show(md`## Revenue`, lineChart(days, { … }), table(segments))
 */
export function show(...things: readonly unknown[]): void {
  for (const thing of things) display(bundleOf(thing));
}

/** The forms of one thing, by MIME type. */
export function bundleOf(thing: unknown): Record<string, unknown> {
  if (thing instanceof Markdown)
    return { "text/markdown": thing.text, "text/plain": plainMarkdown(thing.text) };
  if (thing instanceof Table) return { "text/html": style + thing.html, "text/plain": thing.text };
  if (thing instanceof SourceBanner || thing instanceof ClusterCards || thing instanceof ScoreCards)
    return thing.bundle();
  if (thing instanceof Note) return noteBundle(thing);
  if (thing instanceof ExportedTable) return bundleOf(md`${exportedLine(thing)}`);
  if (isChart(thing)) return figureBundle(thing);
  if (isTableLike(thing)) return bundleOf(firstOf(thing));
  return { "text/plain": typeof thing === "object" && thing !== null ? pretty(thing) : plain(thing) };
}

function noteBundle({ kind, heading, body }: Note): Record<string, unknown> {
  const inner = markdown.render(`**${heading}.** ${body.text}`);
  return {
    "text/html": `${style}<div class="sb-note sb-${kind}" role="note">${inner}</div>`,
    "text/plain": plainMarkdown(`${heading}. ${body.text}`),
  };
}

function exportedLine({ name, rows, files }: ExportedTable): string {
  const ends = files.map(({ path }) => path.slice(path.lastIndexOf(".")));
  // Without the folder, so that a report is the same wherever it is written.
  return `${count(rows)} ${rows === 1 ? "row" : "rows"} written to ${name}${ends.join(" and ")} in the folder of outputs`;
}

function firstOf(thing: TableLike): Table {
  const rows = thing.objects({ limit: firstRows });
  const size = `${count(thing.numRows())} rows × ${count(thing.columnNames().length)} columns`;
  const caption = thing.numRows() > firstRows ? `First ${firstRows} of ${size}` : size;
  return table(rows, { caption, columns: [...thing.columnNames()] });
}

function isChart(thing: unknown): thing is Chart {
  return (
    typeof thing === "object" && thing !== null && "wide" in thing && "narrow" in thing && "alt" in thing
  );
}

function isTableLike(thing: unknown): thing is TableLike {
  return typeof thing === "object" && thing !== null && "objects" in thing && "columnNames" in thing;
}

function plain(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? valueCell(value) : String(value);
}

function pretty(value: object): string {
  return inspect(value, { depth: 4, maxArrayLength: 50, breakLength: 100 });
}
