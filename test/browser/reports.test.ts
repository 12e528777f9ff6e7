import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import type { Browser } from "playwright-core";
import { withReal } from "../real-data";
import {
  foldsAllCode,
  linksLeadSomewhere,
  printsPlainly,
  readsWithoutScripts,
  switchesColours,
} from "./behaviour";
import { keepScreenshot, type Look, launch, looks, openFile } from "./chromium";
import { axeViolations, inspectPage, paleTexts } from "./examine";
import { allReports, type Reports } from "./make-reports";
import { published } from "./published";

let reports: Reports;
let browser: Browser;

before(async () => {
  [reports, browser] = await Promise.all([allReports(), launch()]);
});
after(async () => {
  await browser?.close();
  reports?.remove();
});

test("there is a report for every notebook, and the index", (t) => {
  t.diagnostic(`${reports.pages.length} pages in ${reports.folder}, made in ${reports.seconds.toFixed(1)} s`);
  const notebooks = readdirSync(join(__dirname, "..", "..", "notebooks"), {
    recursive: true,
    encoding: "utf8",
  })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ipynb") && !file.includes(".ipynb_checkpoints/"));
  assert.ok(notebooks.length > 0, "there are no notebooks");
  const missing = ["index.html", ...notebooks.map((file) => file.replace(/ipynb$/, "html"))].filter(
    (page) => !reports.pages.includes(page),
  );
  assert.deepEqual(missing, []);
});

for (const [at, look] of looks.entries()) {
  test(`every page is sound at ${look.width} pixels, ${look.scheme}`, { concurrency: 2 }, async (t) => {
    // axe-core takes longer than all else and pages share their styles: each page in both widths and both colours is
    // enough, one page light and wide, dark and narrow, the next the other way round.
    const withAxe = (page: number) => (page % 2 === 0) === (at === 0 || at === looks.length - 1);
    await Promise.all(
      reports.pages.map((name, page) => t.test(name, (inner) => examine(inner, name, look, withAxe(page)))),
    );
  });
}

const behaviours = {
  "every report reads without scripts": readsWithoutScripts,
  "one button opens and closes all code": foldsAllCode,
  "one button switches light and dark": switchesColours,
  "every report prints plainly": printsPlainly,
  "every link within the reports leads somewhere": linksLeadSomewhere,
};
for (const [sentence, check] of Object.entries(behaviours)) {
  test(sentence, { concurrency: 2 }, async (t) => {
    const pages = reports.pages.filter((name) => name !== "index.html" || check === linksLeadSomewhere);
    await Promise.all(pages.map((name) => t.test(name, () => check(browser, join(reports.folder, name)))));
  });
}

async function examine(t: TestContext, name: string, look: Look, withAxe: boolean): Promise<void> {
  const { page, requests, complaints } = await openFile(browser, join(reports.folder, name), look);
  await keepScreenshot(page, `${name.replace(/\.html$/, "")}-${look.width}-${look.scheme}`);
  const found = await inspectPage(page);
  await t.test("it asks for nothing and complains of nothing", () => {
    assert.deepEqual({ requests, complaints }, { requests: [], complaints: [] });
  });
  await t.test("nothing is wider than the window", () => assert.deepEqual(found.wide, []));
  await t.test("every figure shows one drawing, with a name", () => {
    assert.deepEqual(found.figures, []);
    if (name !== "index.html") assert.ok(found.count.figures > 0, "the report has no figure");
  });
  await t.test("every data table has a caption", () => assert.deepEqual(found.tables, []));
  await t.test("text in drawings is whole, readable and apart", () => assert.deepEqual(found.texts, []));
  await t.test("text in drawings stands out from what is behind it", async () => {
    assert.deepEqual(await paleTexts(page), []);
  });
  if (withAxe) {
    await t.test("axe-core finds no violation", async () => assert.deepEqual(await axeViolations(page), []));
  }
  await page.context().close();
}

for (const [folder, { file, reproduced, differing, shown }] of Object.entries(published)) {
  const sentence = `in ${folder}, every published figure is reproduced but those that are told of`;
  test(sentence, withReal(file), () => {
    const html = reports.pages
      .filter((name) => name === folder || name.startsWith(`${folder}/`))
      .map((name) => readFileSync(join(reports.folder, name), "utf8"))
      .join("");
    const rows = html.split(/<tr[^>]*>/).filter((row) => /<td class="[^"]*\bsb-differs\b/.test(row));
    const figures = rows.map((row) => (/<t[hd][^>]*>([^<]*)/.exec(row)?.[1] ?? "").replaceAll("&#39;", "'"));
    assert.deepEqual(figures, differing);
    const same = [...html.matchAll(/<td class="[^"]*\bsb-same\b/g)].length;
    assert.ok(same >= reproduced, `${same} figures reproduced`);
    for (const text of shown) assert.ok(html.includes(text), `${text} is shown`);
  });
}
