import { escapeHtml } from "../theme/html";
import { policy, script, style } from "./assets";

/** What a page is made of; every field but the texts is HTML that is already safe. */
export interface Page {
  /** Plain text. */
  readonly title: string;
  /** Plain text for search and previews. */
  readonly description: string;
  /** Where the page stands: links and names, shown at the top. */
  readonly place: string;
  /** Beside the main part on wide screens; empty for none. */
  readonly aside: string;
  readonly main: string;
  /** Under the page; empty for none. */
  readonly footer: string;
  /** True where there is code to show and hide. */
  readonly hasCode: boolean;
}

/**
 * A whole HTML document in one text: style and script within, nothing loaded from anywhere.
 *
 * @example writeAtomic("outputs/index.html", renderPage({ title: "Reports", … }))
 */
export function renderPage(page: Page): string {
  const code = page.hasCode ? `<button type="button" id="sb-code" hidden>Show code</button>\n` : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeHtml(page.description)}">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<script>${script}</script>
</head>
<body>
<a class="page-skip" href="#sb-main">Skip to the text</a>
<header class="page-top">
<p class="page-place">${page.place}</p>
${code}<button type="button" id="sb-theme" hidden>Dark</button>
</header>
<div class="page-body${page.aside === "" ? " page-plain" : ""}">
${page.aside}<main class="page-main" id="sb-main" tabindex="-1">
${page.main}</main>
</div>
${page.footer === "" ? "" : `<footer class="page-footer">\n${page.footer}</footer>\n`}</body>
</html>
`;
}
