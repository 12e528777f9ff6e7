import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { mathPlugin, setMath } from "./math";
import { faultsOf } from "./testing-safe-html";

function formulas(markdown: string): [string, boolean][] {
  const found: [string, boolean][] = [];
  const parser = new MarkdownIt();
  mathPlugin(parser, (tex, display) => {
    found.push([tex.trim(), display]);
    return "";
  });
  parser.render(markdown);
  return found;
}

test("dollars enclose formulas, two of them displayed ones", () => {
  assert.deepEqual(formulas("a $x^2$ b $$y$$ c"), [
    ["x^2", false],
    ["y", true],
  ]);
  assert.deepEqual(formulas("text\n\n$$\na\nb\n$$\n\ntext"), [["a\nb", true]]);
  assert.deepEqual(formulas("1. item\n\n   $$\n   z\n   $$\n"), [["z", true]]);
});

test("prices, escaped dollars and code are no formulas", () => {
  for (const text of [
    "$5 and $10",
    "\\$x\\$",
    "`$x$`",
    "```\n$x$\n```",
    "a $ x $ b",
    "$$\nno end",
    "from $5-$10",
  ]) {
    assert.deepEqual(formulas(text), [], text);
  }
});

test("a formula becomes MathML with the structure of the fraction", () => {
  const { document } = parseHTML(`<body>${setMath("\\frac{a}{b}", false)}</body>`);
  assert.deepEqual(
    [...document.querySelectorAll("mfrac > mi")].map((node) => node.textContent),
    ["a", "b"],
  );
});

test("what TeX cannot be read stands as it was given, escaped, with the reason", () => {
  const html = setMath("\\frac{<b>}", false);
  assert.match(
    html,
    /^<code class="sb-math-error" title="KaTeX parse error[^"]*">\\frac\{&lt;b&gt;\}<\/code>$/,
  );
});

test("no TeX makes anything but harmless MathML", () => {
  const piece = fc.constantFrom(
    "\\href{javascript:x}{y}",
    "\\text{<b>}",
    "\\htmlStyle{color:red}{x}",
    "\\includegraphics{x}",
    "^",
    "_",
    "{",
    "}",
    "x",
    "&",
    "\\color{red}",
    "\\\\",
    "\\begin{matrix}",
    "\\end{matrix}",
    "\\def\\a{\\a}\\a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      assert.deepEqual(faultsOf(setMath(pieces.join(" "), true)), []);
    }),
    { numRuns: 150 },
  );
});
