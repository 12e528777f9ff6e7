import MarkdownIt from "markdown-it";
import { highlight } from "./code";
import { mathPlugin, setMath } from "./math";
import type { Cell } from "./nbformat";
import { sanitise } from "./sanitise";
import { scrollTables } from "./scroll";

/** A heading found in Markdown, in order. */
export interface Heading {
  readonly level: number;
  /** Plain text of the heading. */
  readonly text: string;
  /** Its id in the page. */
  readonly id: string;
}

export interface MarkdownOptions {
  /** Put before ids that the Markdown's own HTML holds. */
  readonly idPrefix: string;
  /** Pictures that belong to the cell, by name. */
  readonly attachments?: Cell["attachments"];
  /** Gives the id for a heading's text; headings get no id without it. */
  readonly headingId?: (text: string) => string;
}

/**
 * Renders Markdown to HTML that may stand in a report: tables, formulas, highlighted fences; raw HTML within it
 * passes the same allow-list as every output. Links to notebooks lead to their reports.
 *
 * @returns the HTML and the headings in it
 * @example renderMarkdown("# Title\n$x^2$", { idPrefix: "m1-" }).html
 */
export function renderMarkdown(
  text: string,
  options: MarkdownOptions,
): { html: string; headings: readonly Heading[] } {
  const formulas: string[] = [];
  const headings: Heading[] = [];
  const markdown = new MarkdownIt({ html: true, langPrefix: "language-" });
  markdown.options.highlight = (code, language) => highlight(code, language === "" ? "text" : language);
  // Formulas are set apart while the rest is sanitised: their MathML has been sanitised by itself.
  mathPlugin(markdown, (tex, display) => {
    formulas.push(setMath(tex, display));
    return `<sb-math data-index="${formulas.length - 1}"></sb-math>`;
  });
  // Whatever an address is, the sanitiser decides; refusing here would leave the raw source in the text.
  markdown.validateLink = () => true;
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const inline = tokens[index + 1];
      const plain = (inline?.children ?? [])
        .map((child) => (child.type === "text" || child.type === "code_inline" ? child.content : " "))
        .join("")
        .replace(/\s+/g, " ")
        .trim();
      headings.push({ level: Number(token.tag.slice(1)), text: plain, id: options.headingId?.(plain) ?? "" });
    }
    for (const child of token.children ?? []) {
      const source = child.attrGet("src");
      if (child.type === "image" && source?.startsWith("attachment:")) {
        child.attrSet("src", attached(options.attachments, source.slice("attachment:".length)));
      }
    }
  }
  const clean = sanitise(markdown.renderer.render(tokens, markdown.options, {}), {
    idPrefix: options.idPrefix,
    marks: ["sb-math"],
  });
  const html = scrollTables(clean)
    .replace(/<sb-math data-index="(\d+)"><\/sb-math>/g, (_, index: string) => formulas[Number(index)] ?? "")
    .replace(/<pre>/g, '<pre tabindex="0">');
  return { html: options.headingId ? withIds(html, headings) : html, headings };
}

function attached(attachments: Cell["attachments"], name: string): string {
  const bundle = attachments?.[decodeURIComponent(name)] ?? {};
  const [type, data] = Object.entries(bundle)[0] ?? [];
  return typeof data === "string" ? `data:${type};base64,${data.replace(/\s/g, "")}` : "";
}

// Markdown's own headings come out in order; one in raw HTML would throw the count off, so it gets no id.
function withIds(html: string, headings: readonly Heading[]): string {
  let next = 0;
  return html.replace(/<h([1-6])>/g, (tag, level: string) => {
    const heading = headings[next];
    if (heading === undefined || heading.level !== Number(level)) return tag;
    next++;
    return `<h${level} id="${heading.id}">`;
  });
}
