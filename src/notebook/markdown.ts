import { fixed } from "../theme/format";
import { escapeHtml } from "../theme/html";

/** Markdown text, made by {@link md} or {@link raw}: the only text that is shown as Markdown. */
export class Markdown {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** Text taken for Markdown as it is. Never give it text from data. @example md`${raw("**bold**")}` */
export function raw(markdown: string): Markdown {
  return new Markdown(markdown);
}

/**
 * Markdown with values in it. Text stays text, whatever it holds; integers are grouped by thousands, other numbers
 * written with up to six digits (use a formatter for money or percent); nested Markdown is taken as it is.
 *
 * @example md`**${391068}** rows; the most bought is ${"<WHITE> *HEART*"}.`
 */
export function md(strings: TemplateStringsArray, ...values: readonly unknown[]): Markdown {
  const parts = dedent(strings.join("\u0000")).split("\u0000");
  return new Markdown(parts.map((part, i) => part + (i < values.length ? inline(values[i]) : "")).join(""));
}

function inline(value: unknown): string {
  if (value instanceof Markdown) return value.text;
  if (typeof value === "number" && !Number.isInteger(value)) return plain(value);
  if (typeof value === "number" || typeof value === "bigint") return fixed(value, 0);
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  if (Array.isArray(value)) return value.map(inline).join(", ");
  return escapeMarkdown(String(value ?? "–"));
}

function plain(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value))));
  return fixed(value, Math.min(12, digits))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/**
 * Text as Markdown that shows just that text: characters with a meaning in Markdown or HTML become entities, line
 * ends blanks. O(n).
 *
 * @example escapeMarkdown("*a* <b>") // "&#42;a&#42; &lt;b&gt;"
 */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text.replace(/\s+/g, (space) => (/[\r\n\u2028\u2029]/.test(space) ? " " : space)))
    .replace(/&#39;|[\\`*_{}[\]()#+!|~$^=:@]/g, (found) =>
      found.length > 1 ? found : `&#${found.codePointAt(0)};`,
    )
    .replace(/^\s*(-|\d(?=\d{0,8}[.)](\s|$)|\d*$))/, (start) => `&#${start.trim().codePointAt(0)};`)
    .replace(/\bwww(?=\.)/gi, (www) => `&#${www.codePointAt(0)};${www.slice(1)}`);
}

/**
 * The characters that {@link escapeMarkdown} wrote as entities, for a plain-text form.
 *
 * @example plainMarkdown("&#42;a&#42; &lt;b&gt;") // "*a* <b>"
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&");
}

/** Takes away the indentation that all lines share, so that a cell may indent its text. */
function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ \t]*$/, "")
    .split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)![0].length);
  const depth = Math.min(...(depths.length > 0 ? depths : [0]));
  return lines.map((line) => line.slice(depth)).join("\n");
}
