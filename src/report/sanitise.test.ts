import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sanitise, sanitiseMath } from "./sanitise";
import { attacks } from "./testing-attacks";
import { faultsOf } from "./testing-safe-html";

const clean = (html: string): string => sanitise(html, { idPrefix: "o1-" });

test("the second opinion finds plain attacks that were not sanitised", () => {
  for (const attack of attacks.slice(0, 13)) assert.notDeepEqual(faultsOf(attack), [], attack);
});

for (const attack of attacks) {
  test(`nothing runs or loads in ${JSON.stringify(attack.slice(0, 60))}`, () => {
    assert.deepEqual(faultsOf(clean(attack)), []);
  });
}

test("markup cut and joined at random stays harmless", () => {
  const piece = fc.oneof(
    fc.constantFrom(...attacks),
    fc.constantFrom(
      "<svg>",
      "</svg>",
      "<math>",
      "<p>",
      "</p>",
      "<table>",
      "<td>",
      "<title>",
      "</title>",
      "<!--",
      "-->",
    ),
    fc.constantFrom("<style>", "</style>", '"', "'", ">", "<", "&lt;", "]]>", "<a id='", "</a>", "<desc>"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      assert.deepEqual(faultsOf(clean(pieces.join(""))), []);
    }),
    { numRuns: 300 },
  );
});

test("what is clean stays as it is when cleaned again, ids aside", () => {
  const once = sanitise(attacks.join(" "), { idPrefix: "" });
  assert.equal(sanitise(once, { idPrefix: "" }), once);
});

test("SVG keeps the case of its names, and its style becomes attributes", () => {
  const svg =
    '<svg viewBox="0 0 9 9"><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" style="stop-color:#fff; font: x"/></linearGradient><clipPath id="c"><rect width="9"/></clipPath></svg>';
  assert.equal(
    clean(svg),
    '<svg viewBox="0 0 9 9"><linearGradient id="o1-g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"></stop></linearGradient><clipPath id="o1-c"><rect width="9"></rect></clipPath></svg>',
  );
});

test("figures, details, progress and tables pass whole", () => {
  const html =
    '<figure class="sb-figure"><figcaption>Sales</figcaption><div class="sb-narrow" hidden>x</div><details class="sb-data"><summary>Data</summary><table><tbody><tr><th scope="row">a</th><td class="sb-number">1</td></tr></tbody></table></details></figure><progress value="3" max="8">3 of 8</progress>';
  assert.equal(clean(html), html);
});

test("a picture that would be fetched is named instead", () => {
  assert.equal(
    clean('<img src="https://example.org/x.png" alt="a <b>">'),
    "<span>[image: a &lt;b&gt;]</span>",
  );
});

test("MathML keeps its elements and loses links and style", () => {
  assert.equal(
    sanitiseMath(
      '<math display="block"><mi href="https://example.org" style="color:red" mathcolor="red">x</mi></math>',
    ),
    '<math display="block"><mi mathcolor="red">x</mi></math>',
  );
});

test("of elements that share an id the first has it", () => {
  assert.equal(
    sanitise('<b id="a">1</b><i id="a">2</i><a href="#a">3</a>', { idPrefix: "o1-" }),
    '<b id="o1-a">1</b><i>2</i><a href="#o1-a">3</a>',
  );
});
