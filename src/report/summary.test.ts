import assert from "node:assert/strict";
import { test } from "node:test";
import type { Notebook } from "./nbformat";
import { summarise } from "./summary";
import { fixtureNotebook } from "./testing-fixture";

const notebook = (...markdown: string[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: markdown.map((text, index) => ({
    id: `m${index}`,
    cell_type: "markdown",
    metadata: {},
    source: [text],
  })),
});

test("title and question are the first heading and the first paragraph after it", () => {
  const summary = summarise(fixtureNotebook(), "01-cleaning");
  assert.equal(summary.title, "What do the customers' orders say?");
  assert.match(summary.question, /^How many rows of the raw file are orders of known customers, and/);
  assert.deepEqual(summary.sources, ["real"]);
  assert.equal(summary.seconds, undefined);
});

test("marks of Markdown are taken off, characters of the text stay", () => {
  const summary = summarise(
    notebook(
      "# *RFM*: `k` = 5 \\* 2\n\n## Not this\n\n- nor this\n\nSee [the **study**](x.ipynb), 2 * 3 < 7.",
    ),
    "x",
  );
  assert.equal(summary.title, "RFM: k = 5 * 2");
  assert.equal(summary.question, "See the study, 2 * 3 < 7.");
});

test("without a heading the file's name is the title", () => {
  assert.deepEqual(summarise(notebook("Just text."), "03-rfm"), {
    title: "03-rfm",
    question: "Just text.",
    sources: [],
    seconds: undefined,
    failedCell: undefined,
  });
  assert.equal(summarise(notebook(), "x").question, "");
});

test("a failed run is told by its cell", () => {
  const failed = { ...notebook("# A"), metadata: { segmentbook: { failed: { cell: "c7", reason: "no" } } } };
  assert.equal(summarise(failed, "x").failedCell, "c7");
});
