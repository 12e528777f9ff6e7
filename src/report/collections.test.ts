import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { collectionTitle, compareReports } from "./collections";
import { renderIndex } from "./index-page";

const names = [
  "00-audit",
  "online-retail/01-cleaning",
  "online-retail/02-eda",
  "instacart/2-rfm",
  "instacart/10-plan",
  "instacart/notes",
  "ecommerce/01-eda",
  "corner-shop/01-eda",
  "zoo/01-eda",
];

test("reports are ordered by data set, then by number, from any order", () => {
  assert.deepEqual([...names].reverse().sort(compareReports), names);
  assert.deepEqual([...names].sort(compareReports), names);
});

test("known folders have their data set's title, others their own name", () => {
  assert.deepEqual(["ecommerce", "instacart", "corner-shop", "a/b-c"].map(collectionTitle), [
    "E-commerce 2019",
    "Instacart",
    "Corner shop",
    "A / B c",
  ]);
});

test("the index lists a group a data set, in that order, with its reports", () => {
  const summary = { title: "T", question: "", sources: [], seconds: undefined, failedCell: undefined };
  const html = renderIndex([...names].reverse().map((name) => ({ name, summary, bytes: 1000 })));
  const { document } = parseHTML(html);
  assert.deepEqual(
    [...document.querySelectorAll("h2")].map((heading) => heading.textContent),
    ["Overview", "Online Retail", "Instacart", "E-commerce 2019", "Corner shop", "Zoo"],
  );
  assert.deepEqual(
    [...document.querySelectorAll(".page-card a")].map((link) => link.getAttribute("href")),
    names.map((name) => `${name}.html`),
  );
});
