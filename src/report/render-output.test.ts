import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import type { Output } from "./nbformat";
import { renderOutput } from "./render-output";
import { attacks } from "./testing-attacks";
import { faultsOf } from "./testing-safe-html";

const place = { idPrefix: "o1-", label: "output of code 1" };
const bundle = (data: Record<string, unknown>): Output => ({
  output_type: "display_data",
  data,
  metadata: {},
});
const render = (data: Record<string, unknown>): string => renderOutput(bundle(data), place);
const dom = (html: string) => parseHTML(`<body>${html}</body>`).document;

test("no kind of output lets an attack through", () => {
  for (const attack of attacks) {
    for (const type of [
      "text/html",
      "image/svg+xml",
      "text/markdown",
      "text/latex",
      "text/plain",
      "image/png",
    ]) {
      assert.deepEqual(faultsOf(render({ [type]: attack })), [], `${type}: ${attack}`);
    }
    const error: Output = { output_type: "error", ename: attack, evalue: attack, traceback: [attack] };
    assert.deepEqual(faultsOf(renderOutput(error, { idPrefix: "o1-", label: attack })), [], attack);
  }
});

test("printed text is shown as it is, colours and overwritten parts aside", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(text.trim() !== "" && !/\p{Control}|[\ufffe\uffff]/u.test(text));
      const html = renderOutput({ output_type: "stream", name: "stdout", text: [`.${text}`] }, place);
      assert.equal(dom(html).querySelector("pre")?.textContent, `.${text}`);
    }),
  );
});

test("of a bundle the richest kind is shown, and one that is empty is passed over", () => {
  const all = {
    "text/plain": "plain",
    "text/markdown": "*md*",
    "text/html": "<b>html</b>",
    "image/svg+xml": "<svg></svg>",
  };
  assert.match(render(all), /<b>html<\/b>/);
  assert.match(render({ ...all, "text/html": "" }), /<svg /);
  assert.match(render({ "text/plain": "plain", "text/markdown": "*md*" }), /<em>md<\/em>/);
  assert.equal(render({ "application/json": { a: 1 } }), "");
});

test("an SVG without a name takes the bundle's text as its own", () => {
  const svg = dom(
    render({ "image/svg+xml": "<svg><rect/></svg>", "text/plain": 'Sales "by" month' }),
  ).querySelector("svg");
  assert.equal(svg?.getAttribute("role"), "img");
  assert.equal(svg?.getAttribute("aria-label"), 'Sales "by" month');
  const named = render({ "image/svg+xml": '<svg role="img" aria-label="own"></svg>', "text/plain": "x" });
  assert.equal(dom(named).querySelector("svg")?.getAttribute("aria-label"), "own");
});

test("a PNG becomes a picture with text in its place, broken base64 does not", () => {
  const picture = dom(render({ "image/png": "iVBO\nRw0K\n", "text/plain": "Sales" })).querySelector("img");
  assert.equal(picture?.getAttribute("src"), "data:image/png;base64,iVBORw0K");
  assert.equal(picture?.getAttribute("alt"), "Sales");
  assert.equal(render({ "image/png": '"><script>' }), "");
});

test("LaTeX is set, with or without its dollars", () => {
  assert.equal(render({ "text/latex": "$$x^2$$" }), render({ "text/latex": "x^2" }));
  assert.match(render({ "text/latex": "$x^2$" }), /<msup>/);
});

test("an error shows its headline once, and its traceback without colours", () => {
  const error: Output = {
    output_type: "error",
    ename: "RangeError",
    evalue: "no <b>",
    traceback: ["\u001b[31mRangeError: no <b>\u001b[0m", "    at cell[1]:2:3"],
  };
  const html = renderOutput(error, place);
  assert.match(
    html,
    /<p>RangeError: no &lt;b&gt;<\/p><pre[^>]*>RangeError: no &lt;b&gt;\n {4}at cell\[1\]:2:3<\/pre>/,
  );
  assert.doesNotMatch(
    renderOutput({ output_type: "error", ename: "", evalue: "Stopped.", traceback: [] }, place),
    /<pre/,
  );
});
