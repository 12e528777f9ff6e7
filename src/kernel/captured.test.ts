import assert from "node:assert/strict";
import { test } from "node:test";
import { capturedNames } from "./captured";
import { findTslab } from "./tslab";

const { ts } = findTslab();
const { ES2022 } = ts.ScriptTarget;
const captures = (code: string, name = "a"): boolean =>
  capturedNames(ts, ts.createSourceFile("cell.js", code, ES2022, true, ts.ScriptKind.JS)).has(name);

test("a name that a function or a class uses is captured, however deep", () => {
  for (const code of [
    "let a; const f = () => a;",
    "let a; function f() { return { a }; }",
    "let a; class A { x = a; }",
    "let a; class A { static { a = 1; } }",
    "let a; function f(b = a) {}",
    "let a; const f = () => { { let a; } return () => [a]; };",
    "let a; const f = (o) => o[a];",
    "let a; const f = () => { ({ [a]: 1 }); };",
    "let a; const f = () => { ({ x: a } = {}); };",
    "let a; const o = { get x() { return a; } };",
    "let a; for (const b of [1]) [1].map((c) => a + b);",
  ]) {
    assert.equal(captures(code), true, code);
  }
});

test("a variable, a parameter or a member of the same name is another thing", () => {
  for (const code of [
    "let a = 1; a++;",
    "let a; const f = (a) => a;",
    "let a; function f({ a }) { return a; }",
    "let a; function f() { if (x) { var a = 1; } return a; }",
    "let a; function f() { try {} catch (a) { throw a; } }",
    "let a; function f() { for (const a of [1]) g(a); }",
    "let a; const f = (row) => row.a;",
    "let a; const f = () => ({ a: 1 });",
    "let a; class A { a = 1; }",
  ]) {
    assert.equal(captures(code), false, code);
  }
});

test("eval may use every name", () => {
  assert.equal(captures("let a; eval('() => a');"), true);
  assert.equal(captures("let a; o.eval('() => a');"), false);
});
