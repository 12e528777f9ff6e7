import assert from "node:assert/strict";
import { test } from "node:test";
import { scrollTables } from "./scroll";

const box = (label: string, inside: string): string =>
  `<div class="page-scroll" tabindex="0" role="group" aria-label="${label}">${inside}</div>`;

test("a table gets a box named after its caption", () => {
  const table = '<table class="sb-table"><caption>Rows <b>"kept"</b></caption></table>';
  assert.equal(
    scrollTables(`<p>a</p>${table}<p>b</p>`),
    `<p>a</p>${box("Rows &quot;kept&quot;", table)}<p>b</p>`,
  );
  assert.equal(scrollTables("<table></table>"), box("Table", "<table></table>"));
});

test("a table in a box that keys reach stays, the next one gets its own", () => {
  const own = '<div class="sb-table" tabindex="0" role="group"><table></table></div>';
  assert.equal(scrollTables(`${own}<table></table>`), `${own}${box("Table", "<table></table>")}`);
});

test("a table within a table shares its box", () => {
  const nested = "<table><tbody><tr><td><table></table></td></tr></tbody></table>";
  assert.equal(scrollTables(nested), box("Table", nested));
});
