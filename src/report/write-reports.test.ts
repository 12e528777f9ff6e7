import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseHTML } from "linkedom";
import { renderIndex } from "./index-page";
import { fixtureNotebook } from "./testing-fixture";
import { hasReport, writeIndex, writeReport } from "./write-reports";

const out = mkdtempSync(join(tmpdir(), "segmentbook reports-"));
after(() => rmSync(out, { recursive: true }));
const listed = [
  { name: "00-audit", title: "Audit" },
  { name: "shop/01-a", title: "One" },
  { name: "shop/02-b c", title: "Two" },
];
const linksOf = (path: string, selector: string): (string | null)[] =>
  [...parseHTML(readFileSync(path, "utf8")).document.querySelectorAll(selector)].map((a) =>
    a.getAttribute("href"),
  );

test("reports are written beside their executed notebooks and link to neighbours of the same folder", () => {
  const paths = listed.map(({ name }) => writeReport(out, name, fixtureNotebook(), listed));
  assert.deepEqual(linksOf(paths[0] ?? "", ".page-footer a"), ["index.html"]);
  assert.deepEqual(linksOf(paths[1] ?? "", ".page-footer a"), ["../index.html", "02-b%20c.html"]);
  assert.deepEqual(linksOf(paths[2] ?? "", ".page-footer a"), ["01-a.html", "../index.html"]);
  assert.ok(hasReport(out, "shop/01-a") && !hasReport(out, "shop/03"));
});

test("the index lists every report below the folder, grouped by folder, in order", () => {
  const path = writeIndex(out);
  assert.deepEqual(linksOf(path, ".page-card a"), ["00-audit.html", "shop/01-a.html", "shop/02-b%20c.html"]);
  const { document } = parseHTML(readFileSync(path, "utf8"));
  assert.deepEqual(
    [...document.querySelectorAll("h2")].map((h) => h.textContent),
    ["Overview", "Shop"],
  );
});

test("a file that is no notebook, or has no report, is not in the index", () => {
  for (const name of ["broken.ipynb", "broken.html", "alone.ipynb"]) writeFileSync(join(out, name), "{");
  assert.equal(linksOf(writeIndex(out), ".page-card a").length, 3);
});

test("a card tells title, question, data, size and seconds, escaped, and whether the run failed", () => {
  const summary = {
    title: "<b>",
    question: "Why <i>?",
    sources: ["generated" as const],
    seconds: 3.21,
    failedCell: "c",
  };
  const card = parseHTML(renderIndex([{ name: "a", summary, bytes: 181_400 }])).document.querySelector(
    ".page-card",
  );
  assert.deepEqual(card?.textContent?.trim().split("\n"), [
    "<b>",
    "Why <i>?",
    "Failed · generated data · 181 kB · 3.2 s",
  ]);
});

test("an index of nothing is a page that says so", () => {
  assert.match(
    parseHTML(renderIndex([])).document.querySelector(".page-lead")?.textContent ?? "",
    /^0 reports/,
  );
});
