import assert from "node:assert/strict";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { finishCell } from "./cell";
import { findTslab } from "./tslab";

const { ts } = findTslab();

/** A module as tslab hands it over: transpiled from a cell with one line before it, the map inline. */
function moduleOf(cell: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    inlineSourceMap: true,
  };
  return ts.transpileModule(`export {};\n${cell}`, { compilerOptions }).outputText;
}

type Accessors = Record<string, unknown>;

function run(cell: string, lastName?: string): Accessors {
  const { code } = finishCell(ts, moduleOf(cell), "cell[1]", lastName);
  let given: Accessors = {};
  const declare = (accessors: Accessors) => {
    given = accessors;
  };
  runInThisContext(code)({}, require, declare);
  return given;
}

test("the exports of a cell become getters, and setters for what may be written", () => {
  const given = run("let a = 1; const b = 2; function f() { return a; }\nexport { a, b, f };");
  const kinds = Object.entries(Object.getOwnPropertyDescriptors(given)).map(([name, one]) => [
    name,
    one.set !== undefined,
  ]);
  assert.deepEqual(kinds, [
    ["a", true],
    ["b", false],
    ["f", false],
  ]);
  given.a = 5;
  assert.equal((given.f as () => number)(), 5);
});

test("destructured variables are all found", () => {
  const given = run("let { a, b: [c, ...d], ...e } = { a: 1, b: [2, 3], g: 4 };\nexport { a, c, d, e };");
  assert.deepEqual({ ...given }, { a: 1, c: 2, d: [3], e: { g: 4 } });
  given.c = 9;
  assert.equal(given.c, 9);
});

test("eval in a cell keeps every variable in reach of it", () => {
  const given = run("let a = 1; const f = eval('() => a');\nexport { a, f };");
  given.a = 2;
  assert.equal((given.f as () => number)(), 2);
});

test("the last expression is handed over, unless it only writes to a stream", () => {
  assert.deepEqual({ ...run("export const last = 1 + 1;", "last") }, { last: 2 });
  const quiet = run('export const last = process.stdout.write("");', "last");
  assert.deepEqual({ ...quiet }, {});
});

test("an await outside of functions makes a cell one of steps, and a for await an asynchronous one", () => {
  const kind = (cell: string) => finishCell(ts, moduleOf(cell), "cell[1]").kind;
  assert.equal(kind("await x;"), "steps");
  assert.equal(kind("if (a) { f(await b); }"), "steps");
  assert.equal(kind("await x; for await (const a of b) a;"), "async");
  assert.equal(kind("async function f() { await x; }"), "plain");
  assert.equal(kind("class A { async m() { for await (const a of b) a; } }"), "plain");
});

test("where an await stands is known by its number", () => {
  const cell = finishCell(ts, moduleOf("type A = 1;\nf(await a,\n  await b);"), "cell[2]");
  assert.deepEqual(
    [cell.placeOfAwait(0), cell.placeOfAwait(1)],
    [
      { file: "cell[2]", line: 2, column: 3 },
      { file: "cell[2]", line: 3, column: 3 },
    ],
  );
});

test("places in running code lead back to the cell, and the call that runs it to nowhere", () => {
  const cell = finishCell(ts, moduleOf("type A = 1;\n\nthrow new Error('x');"), "cell[7]");
  const lines = cell.code.split("\n");
  const line = lines.findIndex((text) => text.includes("throw")) + 1;
  assert.deepEqual(cell.locate(line, 1), { file: "cell[7]", line: 3, column: 1 });
  assert.equal(cell.locate(lines.length, 3), undefined);
});
