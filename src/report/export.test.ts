import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { type ExportOptions, exportHtml } from "./export";
import { fixtureNotebook } from "./testing-fixture";

const options: ExportOptions = {
  name: "online-retail/01-cleaning",
  indexHref: "../index.html",
  next: { href: "02-eda.html", title: "What is <sold>?" },
};
const html = exportHtml(fixtureNotebook(), options);
const { document } = parseHTML(html);

test("the fixture's body is as in the snapshot (UPDATE_SNAPSHOTS=1 writes it anew)", () => {
  const path = join(__dirname, "snapshots", "fixture.html");
  const changed = path.replace(".html", "-changed.html");
  const body = html.slice(html.indexOf("<body>"));
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(path, body);
  const same = existsSync(path) && readFileSync(path, "utf8") === body;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, body);
  assert.ok(same, `The report's body differs; compare ${changed} with the snapshot beside it.`);
});

test("the same notebook gives the same bytes", () => {
  assert.equal(exportHtml(fixtureNotebook(), options), html);
});

test("the policy allows the page's one style and one script, by their digests, and nothing from outside", () => {
  const policy =
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  assert.ok(policy.startsWith("default-src 'none'; "));
  for (const tag of ["style", "script"]) {
    const found = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))];
    assert.equal(found.length, 1);
    const digest = createHash("sha256")
      .update(found[0]?.[1] ?? "")
      .digest("base64");
    assert.ok(policy.includes(`${tag}-src 'sha256-${digest}'`));
  }
  assert.equal(
    document.querySelectorAll("[style], link[rel=stylesheet], [src^=http], iframe, object").length,
    0,
  );
});

test("ids are unique and every link within the page leads somewhere", () => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    assert.ok(ids.includes(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "")), link.outerHTML);
  }
});

test("the notebook's line on its data stands at the top, and only there", () => {
  const banners = document.querySelectorAll(".sb-source");
  assert.equal(banners.length, 1);
  assert.equal(banners[0]?.parentElement?.tagName, "ARTICLE");
});

test("the report bears the notebook's title, and links to its neighbours and the index", () => {
  assert.equal(document.title, "What do the customers' orders say?");
  assert.deepEqual(
    [...document.querySelectorAll(".page-footer a")].map((link) => [
      link.getAttribute("href"),
      link.textContent,
    ]),
    [
      ["../index.html", "All reports"],
      ["02-eda.html", "What is <sold>? →"],
    ],
  );
});

test("a failed run is told at the top, with a link to the cell, whose code is open", () => {
  const notebook = fixtureNotebook();
  const cell = notebook.cells.find(({ id }) => id === "print");
  cell?.outputs?.push({ output_type: "error", ename: "RangeError", evalue: "no <b>", traceback: [] });
  notebook.metadata.segmentbook = { failed: { cell: "print", reason: "Code cell 3 failed with <b>" } };
  const failed = parseHTML(exportHtml(notebook, options)).document;
  assert.match(
    failed.querySelector(".page-failed")?.textContent ?? "",
    /This run failed\. Code cell 3 failed with <b>/,
  );
  const target = failed.querySelector(failed.querySelector(".page-failed a")?.getAttribute("href") ?? "none");
  assert.ok(target?.querySelector("details.page-code[open]"));
  assert.match(target?.querySelector(".page-error")?.textContent ?? "", /RangeError: no <b>/);
});

test("an empty notebook gives a page with its file's name as title", () => {
  const empty = exportHtml({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }, { name: "a/<b>" });
  assert.equal(parseHTML(empty).document.querySelector("h1")?.textContent, "<b>");
});
