import { count, fixed } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { collectionTitle, compareReports, folderOf } from "./collections";
import { renderPage } from "./page";
import type { Summary } from "./summary";

/** One report in the index. */
export interface IndexEntry {
  /** Path below the outputs folder, without its ending, such as `online-retail/01-cleaning`. */
  readonly name: string;
  readonly summary: Summary;
  /** Size of the HTML file. */
  readonly bytes: number;
}

/**
 * The page that lists all reports as cards, grouped by data set, in the order of {@link compareReports}.
 *
 * @example renderIndex([{ name: "online-retail/01-cleaning", summary, bytes: 181_000 }])
 */
export function renderIndex(entries: readonly IndexEntry[]): string {
  const folders = new Map<string, IndexEntry[]>();
  for (const entry of [...entries].sort((a, b) => compareReports(a.name, b.name))) {
    const folder = folderOf(entry.name);
    folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const groups = [...folders].map(([folder, list]) => group(folder, list));
  const reports = entries.length === 1 ? "One report" : `${entries.length} reports`;
  const failed = entries.filter((entry) => entry.summary.failedCell !== undefined).length;
  const lead = `${reports}, each a file of its own that opens offline${failed === 0 ? "" : `; ${failed} failed`}.`;
  return renderPage({
    title: "Reports",
    description: lead,
    place: "<strong>segmentbook</strong>",
    aside: "",
    main: `<h1>Reports</h1>\n<p class="page-lead">${lead}</p>\n${groups.join("")}`,
    footer: "",
    hasCode: false,
  });
}

function group(folder: string, entries: readonly IndexEntry[]): string {
  return `<h2>${escapeHtml(collectionTitle(folder))}</h2>\n<ul class="page-cards">\n${entries.map(card).join("")}</ul>\n`;
}

function card({ name, summary, bytes }: IndexEntry): string {
  const href = escapeHtml(`${name.split("/").map(encodeURIComponent).join("/")}.html`);
  const pills = [
    ...(summary.failedCell === undefined ? [] : ['<span class="page-pill page-pill-failed">Failed</span>']),
    ...summary.sources.map((source) => `<span class="page-pill">${source} data</span>`),
  ];
  const facts = [
    `${count(Math.max(1, Math.round(bytes / 1000)))} kB`,
    ...(summary.seconds === undefined ? [] : [`${fixed(summary.seconds, 1)} s`]),
  ];
  const question = summary.question === "" ? "" : `<p>${escapeHtml(summary.question)}</p>\n`;
  return `<li class="page-card">
<h3><a href="${href}">${escapeHtml(summary.title)}</a></h3>
${question}<p class="page-facts">${[...pills, ...facts].join(" · ")}</p>
</li>
`;
}
