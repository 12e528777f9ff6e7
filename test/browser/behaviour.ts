import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { looks, openFile } from "./chromium";

const desktop = looks[0]!;

/** Headings, charts and tables are there without scripts, and folded code opens. */
export async function readsWithoutScripts(browser: Browser, file: string): Promise<void> {
  const { page, complaints } = await openFile(browser, file, desktop, { scripts: false });
  assert.ok(await page.locator("h1").first().isVisible(), "the title is not to be seen");
  assert.ok(await page.locator("main svg:visible").first().isVisible(), "no chart is to be seen");
  assert.equal(await page.locator("header button:visible").count(), 0, "a button shows that can do nothing");
  const code = page.locator("details.page-code").first();
  assert.equal(await code.locator("pre").isVisible(), false, "code is not folded");
  await code.locator("summary").click();
  assert.ok(await code.locator("pre").isVisible(), "folded code does not open");
  assert.deepEqual(complaints, []);
  await page.context().close();
}

/** The button opens all code, and closes all. */
export async function foldsAllCode(browser: Browser, file: string): Promise<void> {
  const { page } = await openFile(browser, file, desktop);
  const all = await page.locator("details.page-code").count();
  const open = page.locator("details.page-code[open]");
  const button = page.locator("#sb-code");
  assert.ok(all > 0, "the report has no code");
  assert.equal(await open.count(), 0);
  await button.click();
  assert.equal(await open.count(), all);
  assert.ok(await page.locator("details.page-code pre").first().isVisible());
  await button.click();
  assert.equal(await open.count(), 0);
  await page.context().close();
}

/** The button turns light to dark and back, whatever the system prefers, and axes and letters follow. */
export async function switchesColours(browser: Browser, file: string): Promise<void> {
  for (const look of looks.filter(({ width }) => width === desktop.width)) {
    const { page } = await openFile(browser, file, look);
    const first = await brightness(page);
    assert.equal(first.paper > first.ink, look.scheme === "light", `${look.scheme} is not what is shown`);
    await page.locator("#sb-theme").click();
    const second = await brightness(page);
    assert.equal(second.paper > second.ink, look.scheme === "dark", "the button changes nothing");
    await page.locator("#sb-theme").click();
    assert.deepEqual(await brightness(page), first);
    await page.context().close();
  }
}

/** On paper there is neither contents nor button; charts are whole and within the sheet. */
export async function printsPlainly(browser: Browser, file: string): Promise<void> {
  const { page } = await openFile(browser, file, { scheme: "light", width: 718 });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".page-toc:visible, .page-contents:visible").count(), 0, "contents show");
  // The headings of a sortable table look like any others.
  assert.equal(await page.locator("button:not(.page-sort):visible").count(), 0, "a button shows");
  const beyond = await page.evaluate<number>(
    `[...document.querySelectorAll("main svg")].filter((svg) => svg.getBoundingClientRect().right > innerWidth + 1).length`,
  );
  assert.equal(beyond, 0, "a chart ends beyond the sheet");
  assert.ok((await page.locator("main svg:visible").count()) > 0, "no chart is printed");
  await page.context().close();
}

/** Links within the reports lead to a file, and to a place in the page, that are there. */
export async function linksLeadSomewhere(browser: Browser, file: string): Promise<void> {
  const { page } = await openFile(browser, file, desktop);
  const links = await page.evaluate<readonly string[]>("[...document.links].map((link) => link.href)");
  const local = links.filter((href) => href.startsWith("file:"));
  assert.ok(local.length > 0, "the page has no link within the reports");
  const missing = local.filter((href) => !existsSync(fileURLToPath(href.split("#")[0]!)));
  assert.deepEqual(missing, []);
  const lost = await page.evaluate<readonly string[]>(
    `[...document.links].filter((link) => link.hash && link.pathname === location.pathname)
      .map((link) => decodeURIComponent(link.hash.slice(1))).filter((id) => !document.getElementById(id))`,
  );
  assert.deepEqual(lost, []);
  await page.context().close();
}

/** Sums of the red, green and blue of the page's paper and ink. */
function brightness(page: Page): Promise<{ paper: number; ink: number }> {
  return page.evaluate(`(() => {
    const sum = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((total, part) => total + Number(part), 0);
    const style = getComputedStyle(document.body);
    const paper = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor);
    return { paper: sum(paper.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)"), ink: sum(style.color) };
  })()`);
}
