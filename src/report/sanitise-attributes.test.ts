import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedAttributes, isPicture, reportHref, safeHref } from "./sanitise-attributes";

test("links may be http, https, mailto, relative or local", () => {
  for (const href of [
    "https://a.org/?q=1:2",
    "http://a.org",
    "mailto:a@b.org",
    "../b.html#x",
    "#x",
    "a/b:c",
    "?x:y",
  ]) {
    assert.equal(safeHref(href), href);
  }
});

test("links with other schemes, hidden or not, are refused", () => {
  const hidden = [
    "javascript:x",
    " JAVASCRIPT:x",
    "java\tscript:x",
    "\u0000javascript:x",
    "data:,x",
    "file:///etc",
    "//a.org",
    "\\\\a.org",
    "/\\a.org",
    "blob:x",
  ];
  for (const href of hidden) assert.equal(safeHref(href), undefined, JSON.stringify(href));
});

test("links to notebooks lead to their reports, others stay", () => {
  assert.equal(reportHref("../b/02-eda.ipynb#why"), "../b/02-eda.html#why");
  assert.equal(reportHref("https://a.org/x.ipynb"), "https://a.org/x.ipynb");
  assert.equal(reportHref("x.ipynb.txt"), "x.ipynb.txt");
});

test("ids and references to them carry the prefix", () => {
  assert.deepEqual(
    allowedAttributes("rect", { id: "a", fill: "url('#b')", "aria-labelledby": "c d" }, "o2-"),
    {
      id: "o2-a",
      fill: "url(#o2-b)",
      "aria-labelledby": "o2-c o2-d",
    },
  );
  assert.deepEqual(allowedAttributes("use", { "xlink:href": "#a" }, "o2-"), { href: "#o2-a" });
  assert.deepEqual(allowedAttributes("a", { href: "#a" }, "o2-"), { href: "#o2-a" });
});

test("paint may name colours, variables and local patterns only", () => {
  const paint = (fill: string): string | undefined => allowedAttributes("rect", { fill }, "").fill;
  for (const fine of ["#fff", "var(--sb-ink, #1c2024)", "rgb(1 2 3 / 50%)", "none", "url(#a)"])
    assert.equal(paint(fine), fine);
  const refused = [
    "url(https://a.org)",
    "url(#a) url(//a.org)",
    "u\\72l(//a.org)",
    "image-set('x' 1x)",
    "expression(1)",
    "red;x:y",
    "src(x)",
  ];
  for (const value of refused) assert.equal(paint(value), undefined, value);
});

test("handlers, style, names and classes of the page's frame are dropped", () => {
  const given = {
    onclick: "x()",
    style: "color:red",
    name: "body",
    class: "page-top sb-note",
    contenteditable: "",
  };
  assert.deepEqual(allowedAttributes("div", given, ""), { class: "sb-note" });
});

test("a cell may say by which number it is sorted, and nothing else may", () => {
  const of = (tag: string, value: string) =>
    allowedAttributes(tag, { "data-value": value }, "")["data-value"];
  for (const value of ["0", "-1.5", "1e-7", "2.5e+21", "Infinity", "-Infinity"])
    assert.equal(of("td", value), value);
  assert.equal(of("th", "3"), "3");
  for (const value of ["", "x", "1;2", "NaN", "infinity", "Infinity1", "1 ", '1"', "0x1"])
    assert.equal(of("td", value), undefined);
  assert.equal(of("tr", "1"), undefined);
  assert.deepEqual(allowedAttributes("td", { "data-index": "1", "data-x": "1" }, ""), {});
});

test("alignment by inline style becomes a class", () => {
  assert.deepEqual(allowedAttributes("td", { style: "text-align: right" }, ""), { class: "sb-right" });
});

test("outside links tell their target nothing, and no output is a landmark", () => {
  assert.equal(
    allowedAttributes("a", { href: "https://a.org", rel: "opener" }, "").rel,
    "noopener noreferrer",
  );
  assert.equal(allowedAttributes("div", { role: "region" }, "").role, "group");
  assert.equal(allowedAttributes("div", { role: "banner" }, "").role, undefined);
  assert.equal(allowedAttributes("aside", {}, "").role, "note");
});

test("a picture is whole base64 of a kind that holds no script", () => {
  for (const data of ["AA==", "AAA=", "AAAA", "AA", "AA AA\nAA=="])
    assert.ok(isPicture(`data:image/png;base64,${data}`), data);
  for (const data of ["", "A", "A===", "AA=", "A=A=", "AAAAA", "AA-_", "<b>"])
    assert.ok(!isPicture(`data:image/png;base64,${data}`), data);
  for (const address of [
    "data:image/svg+xml;base64,AAAA",
    "data:text/html;base64,AAAA",
    "https://example.org/a.png",
  ])
    assert.ok(!isPicture(address), address);
});
