import { count, fixed } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { highlight } from "./code";
import { isRecord, type Notebook } from "./nbformat";
import { datasetsOf, type ProvenanceDataset, parametersOf, sectionTimes } from "./provenance";

/**
 * One line that says what data a notebook shows, as HTML; an empty string where it declares none.
 */
export function sourceLine(datasets: readonly ProvenanceDataset[]): string {
  return datasets
    .map((dataset) => {
      const rows = dataset.files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
      const size = rows === 0 ? "" : `, ${count(rows)} rows`;
      const seed = dataset.source === "generated" && dataset.seed !== null ? `, seed ${dataset.seed}` : "";
      const kind = dataset.source === "real" ? "Real data" : "Generated data";
      const name = escapeHtml(dataset.name);
      return `<p class="sb-source sb-${dataset.source}"><strong>${kind}</strong>: ${name}${size}${seed}.</p>\n`;
    })
    .join("");
}

/**
 * The last part of a report: data files with digests and rows, parameters, versions and times, as HTML. What a
 * notebook does not say is left out.
 */
export function provenanceBlock(notebook: Notebook): string {
  const code = parametersOf(notebook);
  const parameters =
    code === "" ? "" : `<h3>Parameters</h3>\n<pre tabindex="0"><code>${highlight(code)}</code></pre>\n`;
  const parts = [files(datasetsOf(notebook)), parameters, versions(notebook), times(notebook)].join("");
  return parts === ""
    ? ""
    : `<section class="page-provenance" aria-labelledby="sb-provenance">\n<h2 id="sb-provenance">Provenance</h2>\n${parts}</section>\n`;
}

function files(datasets: readonly ProvenanceDataset[]): string {
  if (datasets.length === 0) return "";
  const rows = datasets.flatMap((dataset) => {
    const own = dataset.files.length === 0 ? [undefined] : dataset.files;
    const seed = dataset.seed === null ? "" : `, seed ${dataset.seed}`;
    return own.map(
      (file) => `<tr><th scope="row">${escapeHtml(dataset.name)}</th><td>${dataset.source}${seed}</td>
<td>${escapeHtml(file?.name ?? "–")}</td><td class="sb-right">${count(file?.rows)}</td>
<td class="sb-right">${count(file?.bytes)}</td><td class="page-digest"><code>${escapeHtml(file?.sha256 || "–")}</code></td></tr>\n`,
    );
  });
  const notes = datasets.map((dataset) =>
    dataset.note === null ? "" : `<p>${escapeHtml(dataset.note)}</p>\n`,
  );
  return `<h3>Data</h3>
<div class="page-scroll" tabindex="0" role="group" aria-label="Data files"><table>
<caption>Files that were read</caption>
<thead><tr><th scope="col">Data set</th><th scope="col">Source</th><th scope="col">File</th><th scope="col" class="sb-right">Rows</th><th scope="col" class="sb-right">Bytes</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows.join("")}</tbody></table></div>
${notes.join("")}`;
}

function versions(notebook: Notebook): string {
  const own = notebook.metadata.segmentbook;
  const list = isRecord(own) && isRecord(own.versions) ? Object.entries(own.versions) : [];
  if (list.length === 0) return "";
  const items = list.map(([name, version]) => `<li>${escapeHtml(name)} ${escapeHtml(String(version))}</li>`);
  return `<h3>Versions</h3>\n<ul class="page-versions">\n${items.join("\n")}\n</ul>\n`;
}

function times(notebook: Notebook): string {
  const sections = sectionTimes(notebook);
  if (sections.length === 0) return "";
  const total = sections.reduce((sum, section) => sum + section.seconds, 0);
  const rows = [...sections, { title: "In all", seconds: total }].map(
    ({ title, seconds }) =>
      `<tr><th scope="row">${escapeHtml(title)}</th><td class="sb-right">${fixed(seconds, 1)}</td></tr>`,
  );
  return `<h3>Time</h3>
<div class="page-scroll" tabindex="0" role="group" aria-label="Seconds by section"><table>
<caption>Seconds by section</caption>
<thead><tr><th scope="col">Section</th><th scope="col" class="sb-right">Seconds</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div>
`;
}
