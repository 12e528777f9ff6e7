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
  markdown.renderer.rules.heading_open = (tokens, index, settings, _env, self) =>
    `${self.renderToken(tokens, index, settings)}<sb-heading data-index="${tokens[index]?.meta}"></sb-heading>`;
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const inline = tokens[index + 1];
      const plain = (inline?.children ?? [])
        .map((child) => (child.type === "text" || child.type === "code_inline" ? child.content : " "))
        .join("")
        .replace(/\s+/g, " ")
        .trim();
      token.meta = headings.length;
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
    marks: ["sb-math", "sb-heading"],
  });
  const html = scrollTables(clean)
    .replace(/<sb-math data-index="(\d+)"><\/sb-math>/g, (_, index: string) => formulas[Number(index)] ?? "")
    .replace(/<pre>/g, '<pre tabindex="0">');
  return { html: withIds(html, headings), headings };
}

function attached(attachments: Cell["attachments"], name: string): string {
  const plain = decoded(name);
  const bundle = attachments !== undefined && Object.hasOwn(attachments, plain) ? attachments[plain] : {};
  const [type, data] = Object.entries(bundle ?? {})[0] ?? [];
  return typeof data === "string" ? `data:${type};base64,${data.replace(/\s/g, "")}` : "";
}

// Markdown has written the name as part of an address, unless it cannot be one.
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// Headings of Markdown bear a mark, by which they are told from those in raw HTML, which get no id.
function withIds(html: string, headings: readonly Heading[]): string {
  return html
    .replace(
      /<h([1-6])><sb-heading data-index="(\d+)"><\/sb-heading>/g,
      (_, level: string, index: string) => {
        const id = headings[Number(index)]?.id ?? "";
        return id === "" ? `<h${level}>` : `<h${level} id="${id}">`;
      },
    )
    .replace(/<sb-heading data-index="\d*"><\/sb-heading>/g, "");
}
