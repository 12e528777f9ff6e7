import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { exportHtml } from "../../src/report/export";
import type { Cell } from "../../src/report/nbformat";
import { attacks } from "../../src/report/testing-attacks";
import { launch, looks, openFile } from "./chromium";

let browser: Browser;
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "segmentbook-attacks-"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds = ["text/html", "image/svg+xml", "text/markdown", "text/latex", "text/plain"];
const marked = attacks.map((attack) => attack.replaceAll("attack()", "(window.__ran=1)"));
const cells = marked.flatMap((attack, index): Cell[] => [
  { id: `m${index}`, cell_type: "markdown", metadata: {}, source: [attack] },
  {
    id: `c${index}`,
    cell_type: "code",
    metadata: {},
    source: [attack],
    execution_count: null,
    outputs: [
      ...kinds.map((kind) => ({
        output_type: "display_data" as const,
        data: { [kind]: attack },
        metadata: {},
      })),
      { output_type: "error", ename: attack, evalue: attack, traceback: [attack] },
    ],
  },
]);

for (const bypassCSP of [false, true]) {
  test(`known attacks neither run nor load, ${bypassCSP ? "even without" : "with"} the policy`, async () => {
    const file = join(folder, "attacks.html");
    writeFileSync(
      file,
      exportHtml({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }, { name: "attacks" }),
    );
    const { page, requests, complaints } = await openFile(browser, file, looks[0]!, { bypassCSP });
    await page.evaluate(`for (const element of document.querySelectorAll("main *")) {
      if (element.localName === "details") element.open = true;
      for (const type of ["mouseover", "focus", "toggle", "begin", "load"]) element.dispatchEvent(new Event(type));
      if (element.localName === "a" && !/^(https?|mailto|file):/.test(element.href.baseVal ?? element.href)) {
        element.dispatchEvent(new MouseEvent("click"));
      }
    }`);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate("window.__ran"), undefined);
    assert.deepEqual({ requests, complaints }, { requests: [], complaints: [] });
    assert.ok(
      (await page.locator("#sb-theme").count()) === 1,
      "an output took the id of the page's own button",
    );
    await page.context().close();
  });
}

test("the same attacks in a bare page do run", async () => {
  const file = join(folder, "bare.html");
  writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><body>${marked.join("\n")}`);
  const { page } = await openFile(browser, file, looks[0]!);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate("window.__ran"), 1);
  await page.context().close();
});
