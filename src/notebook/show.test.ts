import assert from "node:assert/strict";
import { test } from "node:test";
import { table as arqueroTable } from "arquero";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { barChart } from "../charts/bar";
import { heatMap } from "../charts/heat-map";
import { ExportedTable } from "../data/export/exported";
import { md } from "./markdown";
import { note } from "./note";
import { show } from "./show";
import { provenanceType, sourceBanner } from "./source-banner";
import { table } from "./table";
import { outputsOf } from "./testing-outputs";

const only = (thing: unknown) => outputsOf(() => show(thing))[0]!.bundle;
const page = (bundle: Readonly<Record<string, unknown>>) =>
  parseHTML(`<html><body>${String(bundle["text/html"])}</body></html>`).document;
const bars = [{ name: "<b>UK</b>", value: 3 }];

test("a chart is shown as a figure, as SVG, as a specification and as words", () => {
  const chart = barChart(bars, { title: "Revenue <i>", category: "name", value: "value" });
  const bundle = only(chart);
  assert.equal(bundle["image/svg+xml"], chart.wide);
  assert.equal(bundle["application/vnd.vegalite.v5+json"], chart.spec);
  assert.equal(bundle["text/plain"], `${chart.title}\n${chart.alt}`);
  const document = page(bundle);
  assert.equal(document.querySelector(".sb-title")!.textContent, "Revenue <i>");
  assert.equal(document.querySelectorAll(".sb-wide > svg, .sb-narrow[hidden] > svg").length, 2);
  assert.equal(document.querySelector("figcaption")!.textContent, chart.alt);
  assert.equal(document.querySelector("details.sb-data tbody th")!.textContent, "<b>UK</b>");
  assert.equal(document.querySelectorAll("b, i").length, 0);
});

test("a chart without a specification offers none", () => {
  const chart = heatMap([{ x: 1, y: 2, v: 3 }], { title: "t", x: "x", y: "y", value: "v" });
  assert.ok(!("application/vnd.vegalite.v5+json" in only(chart)));
});

test("columns of the same name are both in the data table", () => {
  const chart = barChart(bars, {
    title: "t",
    category: "name",
    value: "value",
    categoryTitle: "x",
    valueTitle: "x",
  });
  assert.equal(page(only(chart)).querySelectorAll("details thead th").length, 2);
});

test("Markdown, tables, notes and plain values are each shown in their own form", () => {
  const outputs = outputsOf(() =>
    show(md`*${"<"}*`, table(bars), note("corrected", md`x ${"*"}`), 1234.5, { a: 1 }),
  );
  assert.deepEqual(
    outputs.map(({ bundle }) => Object.keys(bundle)[0]),
    ["text/markdown", "text/html", "text/html", "text/plain", "text/plain"],
  );
  assert.equal(outputs[0]!.bundle["text/plain"], "*<*");
  const callout = page(outputs[2]!.bundle).querySelector(".sb-note.sb-corrected")!;
  assert.equal(callout.textContent!.trim(), "Corrected. x *");
  assert.equal(outputs[4]!.bundle["text/plain"], "{ a: 1 }");
});

test("an Arquero table is shown by its first rows and its size", () => {
  const bundle = only(
    arqueroTable({ a: Array.from({ length: 30 }, (_v, i) => i), b: new Array(30).fill("x") }),
  );
  assert.match(String(bundle["text/plain"]), /^First 10 of 30 rows × 2 columns\n/);
  assert.equal(page(bundle).querySelectorAll("tbody tr").length, 10);
});

test("an exported table is a line that says where it is", () => {
  const files = ["csv", "parquet"].map((end) => ({ path: `outputs/a/b.${end}`, bytes: 1, sha256: "" }));
  const line = "1,234 rows written to a/b.csv and .parquet in the folder of outputs";
  const bundle = only(new ExportedTable("a/b", 1234, ["x"], files));
  assert.equal(bundle["text/plain"], line);
  // Markdown, so that a phone breaks the line.
  assert.equal(new MarkdownIt().renderInline(String(bundle["text/markdown"])), line);
});

test("a note of no known kind is refused", () => {
  assert.throws(() => note("constructor" as "info", md`x`), /"constructor" is no kind of note/);
});

test("the banner says real or generated, and carries the provenance", () => {
  const file = { name: "data.csv", sha256: "ab".repeat(32), bytes: 5, rows: 541_909 };
  const real = {
    name: "online-retail",
    source: "real" as const,
    seed: null,
    files: [file],
    more: "left out",
  };
  const made = { name: "<shop>", source: "generated" as const, seed: 7, files: [] };
  const bundle = only(sourceBanner(real, made));
  assert.deepEqual(bundle[provenanceType], {
    datasets: [{ name: "online-retail", source: "real", seed: null, files: [file] }, { ...made }],
  });
  const lines = [...page(bundle).querySelectorAll("p.sb-source")];
  assert.deepEqual(
    lines.map((p) => p.className),
    ["sb-source sb-real", "sb-source sb-generated"],
  );
  assert.equal(
    lines[0]!.textContent,
    "Real data: online-retail (data.csv, 541,909 rows, SHA-256 abababababab…).",
  );
  assert.match(lines[1]!.textContent!, /^Generated data: <shop>, made with seed 7 /);
});
