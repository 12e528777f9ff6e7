import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { artefacts, launch } from "../browser/chromium";
import { makeReports, type Reports } from "../browser/make-reports";
import { jupyter as findJupyter } from "../needs";
import { type CellOutputs, differences, readOutputs } from "./executed";
import { type JupyterHome, makeJupyterHome } from "./jupyter-home";
import { addCell, chooseFromMenu, openNotebook, promptOf, runAllCells, waitForIdle } from "./lab-page";
import { type LabServer, startLab } from "./lab-server";

const jupyter = findJupyter() ?? assert.fail("There is no jupyter; see npm run test:lab.");
const file = "02-eda.ipynb";
let reports: Reports;
let ours: readonly CellOutputs[];
let home: JupyterHome;
let lab: LabServer;
let browser: Browser;
let page: Page;

before(async () => {
  reports = await makeReports([join("notebooks", "online-retail", file)]);
  ours = readOutputs(join(reports.folder, "online-retail", file));
  home = makeJupyterHome(join("notebooks", "online-retail"));
  [lab, browser] = await Promise.all([startLab(jupyter, home), launch()]);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
});
after(async () => {
  await browser?.close();
  await lab?.stop();
  home?.remove();
  reports?.remove();
});

test("JupyterLab opens a notebook with this project's kernel, runs all its cells and shows its charts", async () => {
  await openNotebook(page, lab.address(file));
  await runAllCells(page, 300_000);
  await page.locator("figure.sb-figure").first().scrollIntoViewIfNeeded();
  await keepScreenshot("lab-02-eda");
  const wrong = page.locator(
    '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]',
  );
  assert.deepEqual(await wrong.allTextContents(), []);
  const figures = ours.flatMap(({ outputs }) => outputs).filter((output) => isFigure(output)).length;
  assert.ok(figures > 0, "the notebook draws nothing");
  const sizes = await page.evaluate<readonly { width: number; height: number }[]>(
    `[...document.querySelectorAll(".jp-OutputArea figure.sb-figure")].map((figure) => {
      const seen = [...figure.querySelectorAll("svg")].filter((svg) => svg.checkVisibility());
      const { width = 0, height = 0 } = seen.length === 1 ? seen[0].getBoundingClientRect() : {};
      return { width, height };
    })`,
  );
  assert.equal(sizes.length, figures);
  const small = sizes.filter(({ width, height }) => width < 300 || height < 40);
  assert.deepEqual(small, [], "a figure shows no drawing, or a tiny one");
});

test("charts follow JupyterLab's dark theme", async () => {
  const paper = () =>
    page.evaluate<string>(
      `getComputedStyle([...document.querySelectorAll("figure.sb-figure svg > rect")].find((one) => one.checkVisibility())).fill`,
    );
  const themed = (light: boolean) => page.evaluate(`document.body.dataset.jpThemeLight = "${light}"`);
  await themed(true);
  assert.equal(await paper(), "rgb(255, 255, 254)");
  await themed(false);
  assert.equal(await paper(), "rgb(22, 25, 30)");
  await themed(true);
});

test("a progress bar moves in its place, and what a cell clears is gone", async () => {
  const cell = await addCell(
    page,
    [
      'import { display as put, clearOutput } from "../../src/kernel/display";',
      'console.log("cleared"); clearOutput();',
      'put({ "text/plain": "0 of 2" }, { id: "steps" }); put({ "text/plain": "2 of 2" }, { id: "steps", update: true });',
    ].join(" "),
  );
  await page.keyboard.press("Control+Enter");
  await cell.getByText("2 of 2").waitFor({ timeout: 30_000 });
  await waitForIdle(page, 15_000);
  const outputs = await cell.locator(".jp-OutputArea-output").allTextContents();
  assert.deepEqual(
    outputs.map((text) => text.trim()),
    ["2 of 2"],
  );
});

test("Tab completes a name of the shared module, and Shift-Tab explains it", async () => {
  const cell = await addCell(page, "heatMa");
  await page.keyboard.press("Tab");
  // A single match is put in at once; several are listed.
  await page.waitForFunction(
    `document.querySelector(".jp-Completer:not(.lm-mod-hidden)") || /heatMap/.test([...document.querySelectorAll(".jp-CodeCell .cm-content")].at(-1).textContent)`,
  );
  if (await page.locator(".jp-Completer:visible").count()) await page.keyboard.press("Enter");
  assert.equal(await cell.locator(".cm-content").textContent(), "heatMap");
  await page.keyboard.press("Shift+Tab");
  const tooltip = page.locator(".jp-Tooltip");
  await tooltip.waitFor({ timeout: 15_000 });
  assert.match((await tooltip.textContent()) ?? "", /heatMap/);
  await keepScreenshot("lab-tooltip");
  await page.keyboard.press("Escape");
});

test("an endless loop is stopped by the interrupt, and the next cell runs", async () => {
  const endless = await addCell(page, "while (true) {}");
  await page.keyboard.press("Control+Enter");
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor({ timeout: 10_000 });
  assert.equal(await promptOf(endless), "[*]:");
  await chooseFromMenu(page, "Kernel", "Interrupt Kernel");
  await waitForIdle(page, 5_000);
  const next = await addCell(page, 'console.log("still", 40 + 2);');
  await page.keyboard.press("Control+Enter");
  await next.locator(".jp-OutputArea-output").waitFor({ timeout: 15_000 });
  assert.equal((await next.locator(".jp-OutputArea-output").textContent())?.trim(), "still 42");
});

test("nbconvert gets the same outputs as npm run report", async () => {
  // JupyterLab may have saved what the tests above changed, so this takes a copy of its own.
  const fresh = makeJupyterHome(join("notebooks", "online-retail"));
  try {
    const folder = join(fresh.notebooks, "converted");
    const options = ["--execute", "--to", "notebook", "--output-dir", folder, join(fresh.notebooks, file)];
    await promisify(execFile)(jupyter, ["nbconvert", ...options], { env: fresh.env, timeout: 400_000 });
    const theirs = readOutputs(join(folder, file));
    assert.ok(theirs.some(({ outputs }) => outputs.length > 0));
    assert.deepEqual(differences(ours, theirs), []);
  } finally {
    fresh.remove();
  }
});

function isFigure(output: Readonly<Record<string, unknown>>): boolean {
  const data = output.data as Readonly<Record<string, unknown>> | undefined;
  return String(data?.["text/html"] ?? "").includes('<figure class="sb-figure">');
}

async function keepScreenshot(name: string): Promise<void> {
  const folder = join(artefacts, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
