import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatNotebook, joinLines, parseNotebook, requireTypeScript, splitLines, tagsOf } from "./nbformat";
import { fixtureNotebook } from "./testing-fixture";

test("text split into lines and joined again is the same text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "\n", "\r", " ", "é") }),
      (text) => joinLines(splitLines(text)) === text,
    ),
  );
  assert.deepEqual(splitLines("a\n\nb"), ["a\n", "\n", "b"]);
});

test("a notebook written and read again is the same notebook", () => {
  const notebook = fixtureNotebook();
  assert.deepEqual(parseNotebook(formatNotebook(notebook), "fixture"), notebook);
});

test("a notebook is written with one space of indent and a newline at the end, as Jupyter does", () => {
  const text = formatNotebook({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] });
  assert.equal(text, '{\n "nbformat": 4,\n "nbformat_minor": 5,\n "metadata": {},\n "cells": []\n}\n');
});

test("older minor formats gain cell ids, and sources in one string become lines", () => {
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 2,
    metadata: {},
    cells: [{ cell_type: "code", source: "a\nb" }],
  });
  assert.deepEqual(parseNotebook(text, "x").cells, [
    {
      id: "cell-1",
      cell_type: "code",
      metadata: {},
      source: ["a\n", "b"],
      execution_count: null,
      outputs: [],
    },
  ]);
});

test("what is no notebook is refused with its name and the reason", () => {
  assert.throws(() => parseNotebook("{", "a.ipynb"), /a\.ipynb is not a notebook: its JSON cannot be read/);
  assert.throws(() => parseNotebook("[]", "a.ipynb"), /a\.ipynb is not a notebook: it has no "nbformat"/);
  assert.throws(() => parseNotebook('{"nbformat":3,"cells":[]}', "a.ipynb"), /notebook format 3/);
  assert.throws(
    () => parseNotebook('{"nbformat":4,"cells":[{"cell_type":"slide"}]}', "a.ipynb"),
    /cell 1 is of type "slide"/,
  );
});

test("tags that are no list of texts count as none", () => {
  assert.deepEqual(tagsOf({ id: "a", cell_type: "code", metadata: { tags: "parameters" }, source: [] }), []);
});

test("a notebook of another language is refused by name, one that does not say is not", () => {
  const of = (metadata: Record<string, unknown>) => ({ nbformat: 4, nbformat_minor: 5, metadata, cells: [] });
  const python = { name: "python3", display_name: "Python 3", language: "python" };
  assert.throws(
    () => requireTypeScript(of({ kernelspec: python }), "a.ipynb"),
    /a\.ipynb is written in python/,
  );
  assert.throws(() => requireTypeScript(of({ language_info: { name: "R" } }), "a.ipynb"), /written in R/);
  const typescript = { kernelspec: { name: "tslab", language: "typescript" } };
  for (const metadata of [
    {},
    typescript,
    { kernelspec: { name: "tslab" } },
    { language_info: { name: "javascript" } },
  ])
    requireTypeScript(of(metadata), "a.ipynb");
});
