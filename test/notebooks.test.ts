import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, test } from "node:test";

interface Cell {
  readonly cell_type: "markdown" | "code";
  readonly id: string;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}
interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly cells: readonly Cell[];
}

const folder = join(__dirname, "..", "notebooks");
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /^(?:[^./][^/]*\/)?[^./][^/]*\.ipynb$/.test(name))
  .sort();

// Where a cell links to another notebook: in Markdown, or as a claim's notebook.
const link = /\]\(([^)\s:]+\.ipynb)|\bnotebook: \\?"([^"\\]+)"/g;

test("there are notebooks", () => assert.ok(names.length >= 3, names.join()));

for (const name of names) {
  describe(`notebook ${name}`, () => {
    const notebook = JSON.parse(readFileSync(join(folder, name), "utf8")) as Notebook;
    const code = notebook.cells.filter((cell) => cell.cell_type === "code");
    const text = notebook.cells
      .filter((cell) => cell.cell_type === "markdown")
      .map((cell) => cell.source.join(""));

    test("is of nbformat 4.5, for the tslab kernel, with unique cell ids", () => {
      assert.deepEqual([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
      assert.equal(notebook.metadata.kernelspec.name, "tslab");
      const ids = notebook.cells.map((cell) => cell.id);
      assert.equal(new Set(ids).size, ids.length);
      for (const id of ids) assert.match(id, /^[\w-]{1,64}$/);
    });

    test("is committed without outputs", () => {
      for (const cell of code) {
        assert.deepEqual(cell.outputs, [], cell.id);
        assert.equal(cell.execution_count, null, cell.id);
      }
    });

    test("begins its code with a cell of parameters, and no cell is longer than 25 lines", () => {
      assert.deepEqual(code[0]?.metadata.tags, ["parameters"]);
      for (const cell of code) assert.ok(cell.source.length <= 25, `${cell.id}: ${cell.source.length} lines`);
    });

    test("asks a question first, and ends with its meaning, limits and questions", () => {
      assert.match(text[0] ?? "", /^# .+\n\n.*\?/);
      const headings = text.flatMap((cell) => [...cell.matchAll(/^## (.+)$/gm)].map((match) => match[1]));
      assert.deepEqual(headings.slice(-3), ["What it means", "Limits", "Questions for the reader"]);
    });

    test("links to notebooks that are there", () => {
      const sources = notebook.cells.map((cell) => cell.source.join(""));
      const linked = sources.flatMap((source) =>
        [...source.matchAll(link)].map((match) => match[1] ?? `${match[2]}.ipynb`),
      );
      const missing = linked.filter((path) => !names.includes(posix.join(posix.dirname(name), path)));
      assert.deepEqual(missing, []);
    });

    test("shows at the top whether its data are real or generated", () => {
      assert.ok(code.slice(0, 4).some((cell) => /show\(sourceBanner\(/.test(cell.source.join(""))));
    });
  });
}
