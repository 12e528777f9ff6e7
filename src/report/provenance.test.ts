import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell, Notebook } from "./nbformat";
import { datasetsOf, parametersOf, provenanceType, sectionTimes } from "./provenance";
import { provenanceBlock, sourceLine } from "./provenance-block";
import { fixtureNotebook } from "./testing-fixture";

const notebook = (cells: Cell[]): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
const timed = (from: string, to: string): Cell => ({
  id: "c",
  cell_type: "code",
  metadata: { execution: { "iopub.execute_input": from, "shell.execute_reply": to } },
  source: ["1"],
});
const heading = (text: string): Cell => ({ id: "m", cell_type: "markdown", metadata: {}, source: [text] });
const declaring = (value: unknown): Cell => ({
  id: "d",
  cell_type: "code",
  metadata: {},
  source: [],
  outputs: [{ output_type: "display_data", data: { [provenanceType]: value }, metadata: {} }],
});

test("data sets are read once each, in order, and malformed ones passed over", () => {
  const generated = { name: "b", source: "generated", seed: 7, files: [] };
  const cells = [
    declaring({ datasets: [generated, { name: "x", source: "guessed" }, null] }),
    declaring({ datasets: [generated] }),
    declaring("text"),
    declaring({ datasets: 3 }),
  ];
  assert.deepEqual(datasetsOf(notebook(cells)), [
    { name: "b", source: "generated", seed: 7, files: [], note: null },
  ]);
  assert.equal(datasetsOf(fixtureNotebook())[0]?.files[0]?.rows, 541_909);
});

test("seconds are summed by heading of first and second level", () => {
  const cells = [
    timed("2020-01-01T00:00:00.000Z", "2020-01-01T00:00:00.250Z"),
    heading("# A"),
    timed("2020-01-01T00:00:01.000Z", "2020-01-01T00:00:02.500Z"),
    heading("### deeper"),
    timed("2020-01-01T00:00:03.000Z", "2020-01-01T00:00:04.000Z"),
    heading("## B"),
  ];
  assert.deepEqual(sectionTimes(notebook(cells)), [
    { title: "Before the first heading", seconds: 0.25 },
    { title: "A", seconds: 2.5 },
  ]);
  assert.deepEqual(sectionTimes(fixtureNotebook()), []);
});

test("parameters are those declared, then those injected", () => {
  const cell = (tag: string, source: string): Cell => ({
    id: tag,
    cell_type: "code",
    metadata: { tags: [tag] },
    source: [source],
  });
  const cells = [
    cell("parameters", "const k = 4;"),
    cell("injected-parameters", "const k = 5;"),
    cell("other", "x"),
  ];
  assert.equal(parametersOf(notebook(cells)), "const k = 4;\n\nconst k = 5;");
});

test("the block names files, digests, rows, versions and parameters, escaped", () => {
  const base = fixtureNotebook();
  const block = provenanceBlock({ ...base, metadata: { segmentbook: { versions: { "<b>": "1" } } } });
  assert.match(block, /541,909/);
  assert.match(block, /45,580,638/);
  assert.match(block, new RegExp("0f".repeat(32)));
  assert.match(block, /<li>&lt;b&gt; 1<\/li>/);
  assert.match(block, /<span class="hljs-keyword">const<\/span> seed/);
  assert.equal(provenanceBlock(notebook([])), "");
});

test("one line says whether the data is real or generated", () => {
  const line = sourceLine([
    {
      name: "<shop>",
      source: "generated",
      seed: 7,
      note: null,
      files: [{ name: "a", sha256: "", bytes: 1, rows: 1200 }],
    },
  ]);
  assert.equal(
    line,
    '<p class="sb-source sb-generated"><strong>Generated data</strong>: &lt;shop&gt;, 1,200 rows, seed 7.</p>\n',
  );
});
