import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { table } from "../../src/notebook/table";
import { exportHtml } from "../../src/report/export";
import type { Notebook } from "../../src/report/nbformat";
import { launch, looks, openFile } from "./chromium";
import { axeViolations } from "./examine";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-sorting-"));
const file = join(folder, "sorting.html");
let browser: Browser;

// Sorted as text, 1,200 would stand before 9; "é" stands after "z" by code units; ties show whether order is kept.
const rows = [
  { item: "pear", baskets: 9, kind: "b" },
  { item: "zebra", baskets: 1200, kind: "a" },
  { item: "none", baskets: null, kind: null },
  { item: "édam", baskets: -3, kind: "a" },
  { item: "apple", baskets: 30, kind: "b" },
];
const given = rows.map(({ item }) => item);

before(async () => {
  const shown = table([...rows, ...rows], { caption: "Items", sortable: true, limit: rows.length });
  const notebook: Notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      { id: "title", cell_type: "markdown", metadata: {}, source: ["# Sorting"] },
      {
        id: "table",
        cell_type: "code",
        metadata: {},
        source: ["show(items)"],
        execution_count: 1,
        outputs: [
          { output_type: "display_data", data: { "text/html": [shown.html] }, metadata: {} },
          {
            output_type: "display_data",
            data: { "text/html": ['<table class="sb-sortable"><caption>Bare</caption></table>'] },
            metadata: {},
          },
        ],
      },
    ],
  };
  writeFileSync(file, exportHtml(notebook, { name: "sorting", indexHref: "index.html" }));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const items = (page: Page) => page.locator("tbody th").allTextContents();
const sorted = (page: Page) =>
  page.locator("thead th").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));

test("headings sort by number and by text, the second time downwards", async () => {
  const { page, requests, complaints } = await openFile(browser, file, looks[0]!);
  assert.deepEqual(await items(page), given);
  await page.getByRole("button", { name: "baskets" }).click();
  assert.deepEqual(await items(page), ["édam", "pear", "apple", "zebra", "none"]);
  assert.deepEqual(await sorted(page), [null, "ascending", null]);
  await page.getByRole("button", { name: "baskets" }).click();
  assert.deepEqual(await items(page), ["zebra", "apple", "pear", "édam", "none"]);
  assert.deepEqual(await sorted(page), [null, "descending", null]);
  await page.getByRole("button", { name: "item" }).click();
  assert.deepEqual(await items(page), ["apple", "none", "pear", "zebra", "édam"]);
  assert.deepEqual(await sorted(page), ["ascending", null, null]);
  assert.deepEqual({ requests, complaints }, { requests: [], complaints: [] });
  assert.equal(await page.locator(".sb-foot").textContent(), "5 of 10 rows shown; 5 left out.");
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});

test("rows that are equal keep their order, upwards and downwards, and what is missing stays last", async () => {
  const { page } = await openFile(browser, file, looks[0]!);
  const kind = page.getByRole("button", { name: "kind" });
  await kind.click();
  assert.deepEqual(await items(page), ["zebra", "édam", "pear", "apple", "none"]);
  await kind.click();
  assert.deepEqual(await items(page), ["pear", "apple", "zebra", "édam", "none"]);
  await page.context().close();
});

test("keys reach and press the headings", async () => {
  const { page } = await openFile(browser, file, looks[0]!);
  await page.getByRole("button", { name: "item" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal((await items(page))[0], "édam");
  await page.keyboard.press("Space");
  assert.equal((await items(page))[0], "zebra");
  await page.context().close();
});

test("without scripts the rows stand as they were given, below plain headings", async () => {
  const { page } = await openFile(browser, file, looks[0]!, { scripts: false });
  assert.deepEqual(await items(page), given);
  assert.equal(await page.locator("thead button").count(), 0);
  assert.deepEqual(await page.locator("thead th").allTextContents(), ["item", "baskets", "kind"]);
  await page.context().close();
});
