import { escapeHtml } from "../theme/html";
import { renderMarkdown } from "./markdown";
import { setMath } from "./math";
import { type Bundle, joinLines, type Output } from "./nbformat";
import { sanitise } from "./sanitise";
import { isPicture } from "./sanitise-attributes";
import { scrollTables } from "./scroll";
import { foldCarriageReturns, stripAnsi } from "./terminal";

/** Where an output stands: its id prefix must be its own in the page. */
export interface OutputPlace {
  readonly idPrefix: string;
  /** How to call the output to people who cannot see it, such as "Output of cell 3". */
  readonly label: string;
}

/**
 * One output of a cell as HTML. Of a MIME bundle the richest kind is shown: HTML, SVG, PNG or JPEG, Markdown,
 * LaTeX, then plain text. Everything is sanitised or escaped.
 *
 * @returns an empty string where nothing is to be shown
 * @example renderOutput({ output_type: "stream", name: "stdout", text: ["1 < 2"] }, place)
 */
export function renderOutput(output: Output, place: OutputPlace): string {
  if (output.output_type === "stream") return renderText(joinLines(output.text), place, output.name);
  if (output.output_type === "error") return renderError(output, place);
  return renderBundle(output.data, place);
}

const renderers: readonly [string, (text: string, place: OutputPlace, bundle: Bundle) => string][] = [
  ["text/html", (html, place) => frame("html", scrollTables(sanitise(html, place)))],
  ["image/svg+xml", (svg, place, bundle) => frame("svg", renderSvg(svg, place, bundle))],
  ["image/png", (data, place, bundle) => picture("image/png", data, place, bundle)],
  ["image/jpeg", (data, place, bundle) => picture("image/jpeg", data, place, bundle)],
  ["text/markdown", (text, place) => frame("markdown", renderMarkdown(text, place).html)],
  ["text/latex", (text) => frame("markdown", renderLatex(text))],
  ["text/plain", (text, place) => renderText(text, place, "stdout")],
];

function renderBundle(bundle: Bundle, place: OutputPlace): string {
  for (const [type, render] of renderers) {
    const text = Object.hasOwn(bundle, type) ? joinLines(bundle[type]) : "";
    if (text !== "") return render(text, place, bundle);
  }
  return "";
}

function frame(kind: string, html: string): string {
  return html.trim() === "" ? "" : `<div class="page-output page-${kind}">${html}</div>\n`;
}

function renderText(text: string, place: OutputPlace, name: "stdout" | "stderr"): string {
  const plain = stripAnsi(foldCarriageReturns(text)).replace(/\n+$/, "");
  if (plain.trim() === "") return "";
  const label = name === "stderr" ? `Messages, ${place.label}` : place.label;
  return `<pre class="page-output page-text page-${name}" tabindex="0" role="group" aria-label="${escapeHtml(label)}">${escapeHtml(plain)}</pre>\n`;
}

function renderError(error: Extract<Output, { output_type: "error" }>, place: OutputPlace): string {
  const trace = stripAnsi(error.traceback.join("\n")).trim();
  const headline = error.ename === "" ? error.evalue : `${error.ename}: ${error.evalue}`;
  const details =
    trace === "" || trace === headline
      ? ""
      : `<pre tabindex="0" role="group" aria-label="Traceback">${escapeHtml(trace)}</pre>`;
  const title = escapeHtml(stripAnsi(headline).split("\n")[0] ?? "");
  return `<div class="page-output page-error" role="group" aria-label="Error, ${escapeHtml(place.label)}"><p>${title}</p>${details}</div>\n`;
}

function renderSvg(svg: string, place: OutputPlace, bundle: Bundle): string {
  const clean = sanitise(svg, place).trim();
  const named = /^<svg[^>]*\s(?:aria-label|aria-labelledby)=/.test(clean);
  const label = escapeHtml(describe(bundle, place));
  return named ? clean : clean.replace(/^<svg(?: role="[^"]*")?/, `<svg role="img" aria-label="${label}"`);
}

function picture(type: string, data: string, place: OutputPlace, bundle: Bundle): string {
  const address = `data:${type};base64,${data.replace(/\s/g, "")}`;
  if (!isPicture(address)) return "";
  const alt = escapeHtml(describe(bundle, place));
  return frame("picture", `<img src="${address}" alt="${alt}">`);
}

// A bundle's plain text is its author's description of the picture; a bare type name is not.
function describe(bundle: Bundle, place: OutputPlace): string {
  const text = joinLines(bundle["text/plain"]).trim();
  return text === "" || text.startsWith("<") ? `Figure, ${place.label}` : text;
}

function renderLatex(text: string): string {
  const tex = text.trim();
  const inner = /^\$\$([\s\S]*)\$\$$|^\\\[([\s\S]*)\\\]$|^\$([\s\S]*)\$$/.exec(tex);
  return setMath(inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? tex, true);
}
