import type { Chart } from "../charts/drawing/chart";
import { escapeHtml } from "../theme/html";
import { style } from "./style";
import { table } from "./table";

/**
 * A chart in all the forms a front end may want: a figure with heading, both drawings and the data as a table; the
 * wide drawing alone; its Vega-Lite specification, if it has one; and its title and alternative text.
 *
 * @example figureBundle(barChart(rows, options))["image/svg+xml"]
 */
export function figureBundle(chart: Chart): Record<string, unknown> {
  const { title, alt, wide, narrow, spec } = chart;
  const html =
    `${style}<figure class="sb-figure"><p class="sb-title">${escapeHtml(title)}</p>` +
    `<div class="sb-wide">${wide}</div><div class="sb-narrow" hidden>${narrow}</div>` +
    `<figcaption>${escapeHtml(alt)}</figcaption>${dataTable(chart)}</figure>`;
  return {
    "text/html": html,
    "image/svg+xml": wide,
    ...(spec && { "application/vnd.vegalite.v5+json": spec }),
    "text/plain": `${title}\n${alt}`,
  };
}

/** Rows of a figure's data table at most; the full rows are in the chart. */
const most = 400;

function dataTable({ title, data }: Chart): string {
  if (data.rows.length === 0) return "";
  // Columns may bear the same name, so the table's keys are their places.
  const columns = data.columns.map((label, i) => ({ key: String(i), label }));
  const rows = data.rows.slice(0, most).map((cells) => ({ ...cells }));
  const shown = table(rows, { caption: title, columns, limit: most });
  const rest = data.rows.length - rows.length;
  const foot = rest > 0 ? `<p class="sb-foot">The first ${most} of ${data.rows.length} rows.</p>` : "";
  return `<details class="sb-data"><summary aria-label="${escapeHtml(`Data as a table: ${title}`)}">Data as a table</summary><div tabindex="0" role="region" aria-label="${escapeHtml(`Data: ${title}`)}">${shown.html}</div>${foot}</details>`;
}
