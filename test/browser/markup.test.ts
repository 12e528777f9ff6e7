import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { exportHtml } from "../../src/report/export";
import type { Cell, Output } from "../../src/report/nbformat";
import { attacks } from "../../src/report/testing-attacks";
import { launch, looks, openFile } from "./chromium";

let browser: Browser;
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "segmentbook-markup-"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const tags =
  `a p div table tr td caption svg g text title desc foreignObject math mtext annotation-xml mglyph style
  script img details ul li h2 pre select option form template noscript iframe textarea xmp plaintext body head col
  use image sb-math sb-heading br article main section footer`.split(/\s+/);
const attributes = [
  "",
  ' id="sb-theme"',
  ' class="page-top"',
  ' href="javascript:__ran=1"',
  " onload=__ran=1",
  " onerror=__ran=1 src=x",
  ' title="</title><img src=x onerror=__ran=1>"',
  ' title="--><img src=x onerror=__ran=1>"',
  ' data-index="0"',
  ' style="position:fixed;fill:url(https://example.org/x)"',
  ' fill="url(https://example.org/y)"',
];
const plain =
  "x ,\",',>,<,&,<!--,-->,<![CDATA[,]]>,\0,&lt;,&#60;img src=x onerror=__ran=1&#62;,`,$,\n\n,\n# ".split(",");

/** Pieces of markup in any order: most of it wrong. */
const markup = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
          .map(([tag, a]) => `<${tag}${a}>`),
      },
      { weight: 3, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...attacks).map((attack) => attack.replaceAll("attack()", "(__ran=1)")),
      },
      { weight: 3, arbitrary: fc.constantFrom(...plain) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

const size = 80;
const kinds = ["text/html", "image/svg+xml", "text/markdown", "text/latex", "text/plain", "image/png"];

function cells(seed: number): Cell[] {
  const texts = fc.sample(markup, { seed, numRuns: size * (kinds.length + 3) });
  const next = () => texts.pop() ?? "";
  return Array.from({ length: size }, (_, i): Cell[] => {
    const outputs = kinds.map(
      (kind): Output => ({ output_type: "display_data", data: { [kind]: next() }, metadata: {} }),
    );
    const error: Output = { output_type: "error", ename: next(), evalue: "", traceback: [] };
    return [
      { id: `m${i}`, cell_type: "markdown", metadata: {}, source: [next()] },
      { id: `c${i}`, cell_type: "code", metadata: {}, source: [next()], outputs: [...outputs, error] },
    ];
  }).flat();
}

for (const seed of [1, 2, 3]) {
  test(`broken markup stays in its place, whatever it is made of (${seed})`, async () => {
    const file = join(folder, `markup-${seed}.html`);
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: cells(seed) };
    writeFileSync(file, exportHtml(notebook, { name: "markup", indexHref: "index.html" }));
    const { page, requests, complaints } = await openFile(browser, file, looks[0]!, { bypassCSP: true });
    await page.waitForTimeout(200);
    assert.deepEqual({ requests, complaints }, { requests: [], complaints: [] });
    const found = await page.evaluate(`({
      ran: window.__ran ?? 0,
      cells: document.querySelectorAll("body > .page-body > main > article > .page-cell").length,
      words: document.querySelectorAll("body > .page-body > main > article > .page-words").length,
      footers: document.querySelectorAll("body > footer").length,
      own: document.querySelectorAll("[class^=page-] [class^=page-] style, main script, main [style], main #sb-theme").length,
      twice: [...document.querySelectorAll("[id]")].filter(({ id }) => document.querySelectorAll("#" + CSS.escape(id)).length > 1).length,
    })`);
    assert.deepEqual(found, { ran: 0, cells: size, words: size, footers: 1, own: 0, twice: 0 });
    await page.context().close();
  });
}
