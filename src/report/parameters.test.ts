import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinLines, type Notebook, tagsOf } from "./nbformat";
import { declarations, injectParameters, readParameter, requireDeclared } from "./parameters";

const source = `const seed = 1; // of the generator
const dataset: "auto" | "real" = "auto";
const draw = true;
const cuts = [1, 2];
const rate = -0.5;
// const off = 1;`;

const notebook: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { id: "m", cell_type: "markdown", metadata: {}, source: ["# A"] },
    { id: "p", cell_type: "code", metadata: { tags: ["parameters"] }, source: [source] },
    { id: "c", cell_type: "code", metadata: {}, source: ["seed"] },
  ],
};
const injected = (given: Record<string, string>): string => {
  const cells = injectParameters(notebook, new Map(Object.entries(given))).cells;
  const at = cells.findIndex((cell) => tagsOf(cell).includes("injected-parameters"));
  assert.ok(at === -1 || cells[at - 1]?.id === "p");
  return joinLines(cells[at]?.source);
};

test("declarations are read with their annotation and kind", () => {
  assert.deepEqual(declarations(notebook), [
    { name: "seed", annotation: undefined, kind: "number" },
    { name: "dataset", annotation: '"auto" | "real"', kind: "text" },
    { name: "draw", annotation: undefined, kind: "boolean" },
    { name: "cuts", annotation: undefined, kind: "other" },
    { name: "rate", annotation: undefined, kind: "number" },
  ]);
});

test("given values are put after the parameters, typed as declared", () => {
  assert.equal(
    injected({ seed: "42", dataset: "real", draw: "false", rate: "-1e-3", unknown: "x" }),
    'const seed = 42;\nconst dataset: "auto" | "real" = "real";\nconst draw = false;\nconst rate = -0.001;',
  );
  assert.equal(injected({ dataset: "2011" }), 'const dataset: "auto" | "real" = "2011";');
});

test("a value is never code, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', "'", "`", "\\", "\n", "$", "{", "}", ";", "\u2028", "x") }),
      (value) => {
        const line = injected({ dataset: value });
        const literal = line.slice('const dataset: "auto" | "real" = '.length, -1);
        assert.equal(JSON.parse(literal), value);
      },
    ),
  );
});

test("an earlier injected cell is replaced, and none is left without parameters", () => {
  const once = injectParameters(notebook, new Map([["seed", "2"]]));
  const twice = injectParameters(once, new Map([["seed", "3"]]));
  assert.equal(twice.cells.length, 4);
  assert.equal(joinLines(twice.cells[2]?.source), "const seed = 3;");
  assert.deepEqual(injectParameters(twice, new Map()), notebook);
});

test("a value of the wrong kind is refused by name", () => {
  assert.throws(() => injected({ seed: "many" }), /Parameter "seed" is a number; given was "many"/);
  assert.throws(() => injected({ seed: "" }), /is a number/);
  assert.throws(() => injected({ draw: "1" }), /Parameter "draw" is true or false; given was "1"/);
});

test("a parameter that no notebook declares is an error that lists those there are", () => {
  assert.throws(
    () => requireDeclared([notebook], new Map([["sed", "1"]])),
    /"sed"; they declare cuts, dataset, draw, rate, seed/,
  );
  assert.throws(() => requireDeclared([], new Map([["sed", "1"]])), /they declare none/);
  requireDeclared([notebook], new Map([["seed", "1"]]));
});

test("a parameter on the command line is a name, an equals sign and any text", () => {
  assert.deepEqual(readParameter("a=b=c"), ["a", "b=c"]);
  assert.throws(() => readParameter("seed"), /-p takes name=value.*"seed"/);
  assert.throws(() => readParameter("a b=1"), /-p takes name=value/);
});
