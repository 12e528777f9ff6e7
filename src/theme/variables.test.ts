import assert from "node:assert/strict";
import { test } from "node:test";
import { tokens } from "./tokens";
import { cssVariables, light, resolveVariables, withVariables } from "./variables";

test("each light value becomes its variable and back", () => {
  for (const [name, value] of Object.entries(tokens)) {
    const svg = `<path fill="${value.light}"/>`;
    const done = withVariables(svg);
    assert.equal(done, `<path fill="var(--sb-${name}, ${value.light})"/>`);
    assert.equal(resolveVariables(done), svg);
    assert.equal(resolveVariables(done, "dark"), `<path fill="${value.dark}"/>`);
  }
});

test("capital letters are the same colour, longer and other values are left alone", () => {
  assert.equal(withVariables(light("s1").toUpperCase()), "var(--sb-s1, #0067a5)");
  for (const text of ["#0067a51", "#123456", "#fff", "0067a5"]) assert.equal(withVariables(text), text);
});

test("a variable of another page keeps its fallback", () => {
  assert.equal(resolveVariables("var(--sb-constructor, #123456)", "dark"), "#123456");
});

test("the CSS declares every colour once", () => {
  assert.equal(cssVariables("dark").match(/--sb-/g)!.length, Object.keys(tokens).length);
  assert.ok(cssVariables("light").includes("--sb-ink: #1c2024;"));
});
