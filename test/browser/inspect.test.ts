import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch } from "./chromium";
import { axeViolations, inspectPage, paleTexts } from "./examine";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
});
after(() => browser?.close());

const svg = (inside: string, attributes = 'role="img" aria-label="Drawing"'): string =>
  `<svg width="200" height="100" font-size="12" ${attributes}>${inside}</svg>`;
const figure = (inside: string): string => `<figure class="sb-figure"><p>Bars</p>${inside}</figure>`;

async function inspect(main: string) {
  await page.setContent(
    `<!DOCTYPE html><html lang="en"><title>t</title><body><main>${main}</main></body></html>`,
  );
  return inspectPage(page);
}

test("a sound page has no findings", async () => {
  const labels = '<text x="5" y="40">one</text><text x="5" y="54">two</text><text x="60" y="40">three</text>';
  const turned =
    '<text transform="translate(120 80) rotate(-45)">four</text><text transform="translate(138 80) rotate(-45)">five</text>';
  const halo = '<text x="5" y="80" stroke="white">six</text><text x="5" y="80">six</text>';
  const hidden = `<div hidden>${svg("")}</div>`;
  const found = await inspect(
    `${figure(svg(labels + turned + halo) + hidden)}<table><caption>Rows</caption><tr><td>1</td></tr></table>`,
  );
  assert.deepEqual(found, {
    figures: [],
    wide: [],
    tables: [],
    texts: [],
    count: { figures: 1, drawings: 2 },
  });
});

test("a figure with no drawing shown, with two, or without a name is found", async () => {
  const { figures } = await inspect(
    figure(`<div hidden>${svg("")}</div>`) + figure(svg("") + svg("")) + figure(svg("", 'role="img"')),
  );
  assert.deepEqual(figures, [
    "Bars: 0 of 1 drawings are shown",
    "Bars: 2 of 2 drawings are shown",
    "Bars: the drawing has no role img or no name",
  ]);
});

test("what is wider than the window is found", async () => {
  const { wide } = await inspect(
    '<div style="width:500px">long</div><div style="overflow:hidden;width:100px"><svg role="img" aria-label="Map" width="800" height="9"></svg></div>',
  );
  assert.equal(wide.length, 2);
  assert.match(wide[0]!, /^the page is 5\d\d wide in a window of 390: div "long"$/);
  assert.equal(wide[1], "Map: the drawing ends beyond the window");
});

test("a table without a caption is found, unless Markdown made it", async () => {
  const table = "<table><tr><td>1</td></tr></table>";
  const { tables } = await inspect(`${table}<div class="page-words">${table}</div>`);
  assert.deepEqual(tables, ["no caption: 1"]);
});

test("text that overlaps, is cut off or is too small is found", async () => {
  const { texts } = await inspect(
    svg(
      '<text x="5" y="40">one</text><text x="15" y="44">two</text><text x="190" y="70">three</text><text x="5" y="90" font-size="8">four</text>',
    ),
  );
  assert.equal(texts.length, 3);
  assert.match(texts[0]!, /^Drawing: "one" and "two" overlap by \d+\.\d px$/);
  assert.equal(texts[1], 'Drawing: "three" is cut off at the edge');
  assert.equal(texts[2], 'Drawing: "four" is 8.0 px high');
});

test("axe-core finds pale letters", async () => {
  await page.setContent(
    '<!DOCTYPE html><html lang="en"><title>t</title><main><h1>T</h1><p style="color:#ccc">pale</p></main></html>',
  );
  const violations = await axeViolations(page);
  assert.equal(violations.length, 1);
  assert.match(violations[0]!, /^color-contrast: /);
});

test("letters of a drawing that are pale on what lies behind them are found, a halo counted", async () => {
  const box = (fill: string, label: string, x: number) =>
    `<rect x="${x}" y="10" width="80" height="40" fill="${fill}"/><text x="${x + 8}" y="34" fill="#fff">${label}</text>`;
  const halo =
    '<text x="10" y="80" stroke="#fff" stroke-width="4">three</text><text x="10" y="80">three</text>';
  await page.setContent(
    `<!DOCTYPE html><main>${svg(`<rect width="200" height="100" fill="#222"/>${box("#ddd", "one", 5)}${box("#124", "two", 95)}${halo}`)}</main>`,
  );
  assert.deepEqual(await paleTexts(page), ['"one": rgb(255, 255, 255) on rgb(221, 221, 221) is 1.36:1']);
});
