import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "../theme/html";

hljs.registerLanguage("typescript", typescript);

const ours = new Set(["", "ts", "typescript", "js", "javascript"]);

/**
 * Code as HTML with its syntax marked by `hljs-…` classes; languages other than TypeScript and JavaScript are
 * escaped and left plain.
 *
 * @example highlight("const a = 1;") // '<span class="hljs-keyword">const</span> a = …'
 */
export function highlight(code: string, language = "typescript"): string {
  return ours.has(language.toLowerCase())
    ? hljs.highlight(code, { language: "typescript", ignoreIllegals: true }).value
    : escapeHtml(code);
}
