import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cssVariables } from "../theme/variables";

const sheets = [
  ...["base", "frame", "text", "code", "figures", "cards", "tables", "notes"],
  ...["provenance", "index", "print"],
];

// Colours of the frame itself, beside those shared with charts.
const frameColours = {
  light: `--page-shade: #1c202433; --page-panel: #f4f6f8; --page-link: #00598f; --page-bad: #b3261e; --page-code-keyword: #8b2a6b;
  --page-code-string: #00684c; --page-code-number: #9a4207; --page-code-name: #00558a;`,
  dark: `--page-shade: #00000099; --page-panel: #1f242b; --page-link: #7cc4f5; --page-bad: #ff8a80; --page-code-keyword: #e79fd0;
  --page-code-string: #4fd0a6; --page-code-number: #f4a766; --page-code-name: #7cc4f5;`,
};

function colours(theme: "light" | "dark"): string {
  return `color-scheme: ${theme}; ${cssVariables(theme)} ${frameColours[theme]}`;
}

/** The style sheet of every report: colours for light, dark and print, then the rules. */
export const style = [
  `:root { ${colours("light")} }`,
  `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${colours("dark")} } }`,
  `@media screen { :root[data-theme="dark"] { ${colours("dark")} } }`,
  ...sheets.map((sheet) => readFileSync(join(__dirname, "style", `${sheet}.css`), "utf8")),
].join("\n");

/** The script of every report; a report is whole without it. */
export const script = readFileSync(join(__dirname, "script.js"), "utf8");

/** Content-Security-Policy of every report: nothing is loaded, and only the style and script above apply. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${digest(style)}'`,
  `script-src 'sha256-${digest(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
