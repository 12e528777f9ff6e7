import assert from "node:assert/strict";
import { test } from "node:test";
import { from } from "arquero";
import { parseHTML } from "linkedom";
import { table } from "./table";

const elements = (html: string, selector: string) => [
  ...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll(selector),
];
const texts = (html: string, selector: string) => elements(html, selector).map((e) => e.textContent);

test("a table has a caption, headings with scope, and numbers at the right", () => {
  const { html } = table([{ segment: "VIP", n: 4690, share: 0.10824 }], { caption: "Segments & shares" });
  assert.deepEqual(texts(html, "caption"), ["Segments & shares"]);
  assert.deepEqual(texts(html, "thead th[scope=col]"), ["segment", "n", "share"]);
  assert.deepEqual(texts(html, "tbody th[scope=row]"), ["VIP"]);
  assert.deepEqual(texts(html, "tbody td.sb-number"), ["4,690", "0.1082"]);
});

test("a column without a name has no heading, only an empty corner", () => {
  const { html } = table([{ what: "Customers", n: 1 }], { columns: [{ key: "what", label: "" }, "n"] });
  assert.deepEqual(texts(html, "thead th"), ["n"]);
  assert.deepEqual(texts(html, "thead tr > *"), ["", "n"]);
});

test("text from data is text", () => {
  const bad = `<img src=x onerror="alert(1)">`;
  const { html, text } = table([{ [bad]: bad }], { caption: bad });
  assert.equal(elements(html, "img").length, 0);
  assert.deepEqual(texts(html, "th, caption"), [bad, bad, bad]);
  assert.equal(text, `${bad}\n${bad}\n${bad}`);
});

test("what is left out is said", () => {
  const rows = Array.from({ length: 60 }, (_v, i) => ({ i }));
  const shown = table(rows);
  assert.equal(elements(shown.html, "tbody tr").length, 50);
  assert.ok(shown.html.includes("50 of 60 rows shown; 10 left out."));
  assert.ok(shown.text.endsWith("50 of 60 rows shown; 10 left out."));
  assert.ok(!table(rows.slice(0, 50)).text.includes("left out"));
});

test("columns can be chosen, named, written and aligned", () => {
  const { html } = table([{ a: 1, b: 0.5 }], {
    columns: [
      { key: "b", label: "Share", format: (x: number) => `${x * 100} %` },
      { key: "a", align: "left" },
    ],
  });
  assert.deepEqual(texts(html, "thead th"), ["Share", "a"]);
  assert.deepEqual(texts(html, "tbody th, tbody td:not(.sb-number)"), ["50 %", "1"]);
});

test("a column named __proto__ is a column", () => {
  const row = JSON.parse('{"__proto__": "x", "b": 1}') as object;
  assert.deepEqual(texts(table([row]).html, "thead th"), ["__proto__", "b"]);
  assert.deepEqual(texts(table([{ b: 1 }, row]).html, "tbody td"), ["–", "x"]);
});

test("an Arquero table is shown as its rows are", () => {
  const rows = [{ a: 1, b: "x" }];
  assert.deepEqual(table(from(rows)), table(rows));
});

test("a column that is not there and a limit that is none are refused", () => {
  assert.throws(() => table([{ a: 1 }], { columns: ["b"] }), /no row has a column "b". The columns are "a"/);
  assert.throws(() => table([], { limit: 0 }), /limit is 0/);
});

test("the plain form lines up, wide characters counted as two", () => {
  assert.equal(
    table([
      { a: "고객", n: 5 },
      { a: "abc", n: 1000 },
    ]).text,
    "a         n\n고객      5\nabc   1,000",
  );
});

test("the numbers of a column have equally many decimals, at most four, unless one is tiny", () => {
  const column = (...values: number[]) =>
    [...table(values.map((x) => ({ x }))).html.matchAll(/>([\d.,−]+)</g)].map((m) => m[1]);
  assert.deepEqual(column(2.55, 3.4, 12), ["2.55", "3.40", "12.00"]);
  assert.deepEqual(column(92.703046, 1), ["92.703", "1.000"]);
  assert.deepEqual(column(1, 20, 3000), ["1", "20", "3,000"]);
  assert.deepEqual(column(0.00012, 5), ["0.0001200", "5"]);
});

test("times are written without what is zero in them", () => {
  const { html } = table([
    { t: new Date(Date.UTC(2011, 11, 9, 12, 50)), d: new Date(Date.UTC(2011, 11, 9)) },
  ]);
  assert.match(html, />2011-12-09 12:50</);
  assert.match(html, />2011-12-09</);
});

test("a sortable table says by which number each cell is sorted", () => {
  const rows = [
    { name: "b", n: 1234.5, day: new Date(0) },
    { name: "a", n: null },
  ];
  const { html, text } = table(rows, { sortable: true });
  const values = elements(html, "th, td").map((cell) => cell.getAttribute("data-value"));
  assert.deepEqual(values, [null, null, null, null, "1234.5", "0", null, null, null]);
  assert.equal(elements(html, "table.sb-sortable").length, 1);
  assert.deepEqual(text, table(rows).text);
  assert.doesNotMatch(table(rows).html, /data-value|sb-sortable/);
});

test("only long cells and headings are marked to wrap", () => {
  const rows = [
    {
      product: "WHITE METAL LANTERN",
      remark: "one order, cancelled twelve minutes later",
      units_until_then: 6,
    },
  ];
  const { html } = table(rows, { caption: "A caption that is longer than any cell may be" });
  assert.deepEqual(texts(html, ".sb-long"), ["units_until_then", rows[0]!.remark]);
});
