import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import ts from "typescript";
import { describeDiagnostics, describeThrown } from "./failure";
import type { Ts } from "./tslab";

const none = () => undefined;

test("an error keeps its name, its message, its cause and its own properties", () => {
  const thrown = Object.assign(new RangeError("out"), { code: "E_OUT", cause: new TypeError("inner") });
  const { ename, evalue, traceback } = describeThrown(thrown, none);
  assert.deepEqual([ename, evalue], ["RangeError", "out"]);
  const text = traceback.join("\n");
  assert.match(text, /^RangeError: out\n/);
  assert.match(text, /code: 'E_OUT'/);
  assert.match(text, /cause.*TypeError: inner/);
});

test("the line of the cell that threw is shown with a caret, tabs and all", () => {
  const thrown = new Error("x");
  thrown.stack = "Error: x\n    at cell[4]:2:9";
  const { traceback } = describeThrown(thrown, (count) => (count === 4 ? "1;\n\tif (a) b();\n" : undefined));
  assert.deepEqual(traceback, ["Error: x", "    at cell[4]:2:9", "", "2 | \tif (a) b();", "    \t       ^"]);
});

test("anything can be thrown", () => {
  for (const [thrown, text] of [
    [undefined, "undefined"],
    [null, "null"],
    ["text", "'text'"],
    [Symbol("s"), "Symbol(s)"],
    [Object.create(null), "[Object: null prototype] {}"],
    [{ [inspect.custom]: () => assert.fail("shown") }, "a value that cannot be shown"],
  ] as const) {
    assert.deepEqual(describeThrown(thrown, none), {
      ename: "Thrown",
      evalue: text,
      traceback: [`Thrown: ${text}`],
    });
  }
});

test("of many type errors the first twenty are shown and the rest counted", () => {
  const file = ts.createSourceFile("/project/src/a.ts", "x;\n".repeat(25), ts.ScriptTarget.ES2022);
  const errors = Array.from(
    { length: 25 },
    (_, i): ts.Diagnostic => ({
      file,
      start: i * 3,
      length: 1,
      code: 2304,
      category: ts.DiagnosticCategory.Error,
      messageText: `Cannot find name 'x${i}'.`,
    }),
  );
  const { ename, evalue, traceback } = describeDiagnostics(
    ts as unknown as Ts,
    errors,
    "cell[1]",
    "",
    "/project",
  );
  assert.equal(ename, "TypeScriptError");
  assert.equal(evalue, "src/a.ts:1:1 - TS2304: Cannot find name 'x0'.");
  const heads = traceback.filter((line) => line.includes("TS2304"));
  assert.deepEqual([heads.length, heads.at(-1)], [20, "src/a.ts:20:1 - TS2304: Cannot find name 'x19'."]);
  assert.deepEqual(traceback.slice(-2), ["", "… and 5 more."]);
});
