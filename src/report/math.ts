import katex from "katex";
import type MarkdownIt from "markdown-it";
import { escapeHtml } from "../theme/html";
import { sanitiseMath } from "./sanitise";

/**
 * Sets TeX as MathML, which browsers draw without fonts or scripts of ours. TeX that KaTeX cannot read is shown
 * as it stands, with the reason as its title.
 *
 * @example setMath("x^2", false) // "<math …>…</math>"
 */
export function setMath(tex: string, display: boolean): string {
  try {
    const html = katex.renderToString(tex, {
      output: "mathml",
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: "ignore",
      maxExpand: 1000,
      maxSize: 50,
    });
    const safe = sanitiseMath(html);
    return display
      ? `<span class="sb-math" tabindex="0" role="group" aria-label="Formula">${safe}</span>`
      : safe;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `<code class="sb-math-error" title="${escapeHtml(reason)}">${escapeHtml(tex)}</code>`;
  }
}

/**
 * Teaches a Markdown parser `$…$` and `$$…$$`. As in Pandoc, an inline formula neither starts nor ends with a
 * blank and its closing `$` is not followed by a digit, so that prices stay prices. What `mark` returns for a
 * formula is put in its place, unescaped.
 */
export function mathPlugin(markdown: MarkdownIt, mark: (tex: string, display: boolean) => string): void {
  markdown.inline.ruler.after("escape", "math", (state, silent) => {
    const found = inlineMath(state.src, state.pos);
    if (found === undefined || found.end > state.posMax) return false;
    if (!silent) state.push("math", "", 0).content = mark(found.tex, found.display);
    state.pos = found.end;
    return true;
  });
  markdown.block.ruler.before(
    "fence",
    "math_block",
    (state, start, last, silent) => {
      const lineAt = (line: number): string =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      if ((state.sCount[start] ?? 0) - state.blkIndent >= 4 || !/^\$\$\s*$/.test(lineAt(start))) return false;
      let end = start + 1;
      while (end < last && !/^\s*\$\$\s*$/.test(lineAt(end))) end++;
      if (end >= last) return false;
      if (silent) return true;
      const token = state.push("math", "", 0);
      token.block = true;
      token.content = mark(state.getLines(start + 1, end, state.blkIndent, false), true);
      token.map = [start, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ["paragraph", "blockquote", "list"] },
  );
  markdown.renderer.rules.math = (tokens, index) => tokens[index]?.content ?? "";
}

function inlineMath(source: string, at: number): { tex: string; display: boolean; end: number } | undefined {
  if (source[at] !== "$") return undefined;
  const display = source[at + 1] === "$";
  const rest = source.slice(at);
  const match = display
    ? /^\$\$((?:\\[\s\S]|[^\\$])+)\$\$/.exec(rest)
    : /^\$((?![\s$])(?:\\[\s\S]|[^\\$])*?(?:\\[\s\S]|[^\\$\s]))\$(?!\d)/.exec(rest);
  return match === null ? undefined : { tex: match[1] ?? "", display, end: at + match[0].length };
}
