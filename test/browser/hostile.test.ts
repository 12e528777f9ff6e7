// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the cells hold templates of their own.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { keepScreenshot, launch, looks, openFile } from "./chromium";
import { makeReports, type Reports } from "./make-reports";

/** Names that a shop's file may hold; each would set `__pwned` if it ran. */
const names = [
  "<script>window.__pwned=1</script>",
  '<img src=x onerror="window.__pwned=2">',
  '"><svg onload=window.__pwned=3>',
  "[x](javascript:window.__pwned=4)",
  "$\\href{javascript:window.__pwned=5}{x}$",
  "</style></title></textarea><script>window.__pwned=6</script>",
  "<details open ontoggle=window.__pwned=7>",
  "`${window.__pwned=8}` **bold** | cell",
];

const outputs = join(__dirname, "..", "..", "outputs");
let folder: string;
let reports: Reports;
let browser: Browser;

before(async () => {
  // Two folders deep in the project, as notebooks are, so that `../../src` is the shared module.
  mkdirSync(outputs, { recursive: true });
  folder = mkdtempSync(join(outputs, ".hostile-"));
  writeFileSync(join(folder, "hostile.ipynb"), JSON.stringify(notebook()));
  [reports, browser] = await Promise.all([makeReports([join(folder, "hostile.ipynb")]), launch()]);
});
after(async () => {
  await browser?.close();
  reports?.remove();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

for (const bypassCSP of [false, true]) {
  test(`names from data never run, ${bypassCSP ? "even without" : "with"} the policy`, async () => {
    for (const page of reports.pages) await staysText(page, bypassCSP);
  });
}

test("names from data are shown as they are written", async () => {
  const { page } = await openFile(browser, join(reports.folder, "hostile.html"), looks[0]!);
  await page.locator("#sb-code").click();
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
  await keepScreenshot(page, "hostile");
  for (const [index, kind] of ["markdown", "table", "note", "chart", "text"].entries()) {
    const cell = page.locator(".page-cell").nth(index + 1);
    const outputs = await cell.locator(":scope > :not(details.page-code)").allTextContents();
    const text = plain(outputs.join(" "));
    for (const name of names) assert.ok(text.includes(plain(name)), `${kind} does not show ${name}: ${text}`);
  }
  await page.context().close();
});

test("a page that holds the names as they are does run them", async () => {
  const file = join(folder, "control.html");
  writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><body>${names.join("")}`);
  const { page } = await openFile(browser, file, looks[0]!);
  await page.waitForTimeout(300);
  assert.notEqual(await page.evaluate("window.__pwned"), undefined);
  await page.context().close();
});

async function staysText(name: string, bypassCSP: boolean): Promise<void> {
  const file = join(reports.folder, name);
  const { page, requests, complaints } = await openFile(browser, file, looks[0]!, { bypassCSP });
  // What waits for a reader's hand gets it: every element is opened, pointed at and focused.
  await page.evaluate(`for (const element of document.querySelectorAll("main *")) {
    if (element.localName === "details") element.open = true;
    for (const type of ["mouseover", "mouseenter", "focus", "toggle", "load", "error", "animationend"])
      element.dispatchEvent(new Event(type));
  }`);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate("window.__pwned"), undefined);
  assert.deepEqual({ requests, complaints }, { requests: [], complaints: [] });
  const live = await page.evaluate(`[
    ...[...document.scripts].slice(1).map((script) => script.outerHTML),
    ...[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
      .filter(({ name, value }) => /^on/i.test(name) || /^\\s*(javascript|vbscript):/i.test(value))
      .map(({ name, value }) => element.localName + " " + name + "=" + value)),
  ]`);
  assert.deepEqual(live, []);
  await page.context().close();
}

/** Blanks and soft hyphens may be changed by a layout; letters may not. */
function plain(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, "");
}

function notebook(): object {
  const list = JSON.stringify(names);
  const sources = [
    [
      'import { barChart, md, note, show, table } from "../../src";\nimport { display } from "../../src/kernel/display";',
      `const names: string[] = ${list};`,
      "const rows = names.map((name, index) => ({ name, units: index + 1 }));",
    ],
    ["for (const name of names) show(md`Most bought: ${name}.`);"],
    ['show(table(rows, { caption: "Units by product" }));'],
    ['for (const name of names) show(note("info", md`Mind ${name} here.`));'],
    ['show(barChart(rows, { title: "Units", category: "name", value: "units" }));'],
    ["for (const name of names) console.log(name);"],
    [
      "for (const name of names) {",
      '  for (const type of ["text/html", "text/markdown", "text/latex", "image/svg+xml"]) display({ [type]: name });',
      '  display({ "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${name}</text></svg>` });',
      "}",
    ],
  ];
  const cells = sources.map((source, index) => ({
    id: `cell-${index}`,
    cell_type: "code",
    metadata: {},
    execution_count: null,
    outputs: [],
    source: source.join("\n"),
  }));
  const words = {
    id: "words",
    cell_type: "markdown",
    metadata: {},
    source: `# Names\n\n${names.join("\n\n")}`,
  };
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [words, ...cells] };
}
