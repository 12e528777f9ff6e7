import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { headingIds } from "./headings";
import { renderMarkdown } from "./markdown";
import { attacks } from "./testing-attacks";
import { faultsOf } from "./testing-safe-html";

const render = (text: string): string => renderMarkdown(text, { idPrefix: "m1-" }).html;

for (const attack of attacks) {
  test(`Markdown keeps nothing that runs or loads of ${JSON.stringify(attack.slice(0, 60))}`, () => {
    assert.deepEqual(faultsOf(render(attack)), []);
    assert.deepEqual(faultsOf(render(`| a |\n|---|\n| ${attack.replace(/\n/g, " ")} |\n\n> ${attack}`)), []);
  });
}

test("any text in Markdown gives harmless HTML", () => {
  const unit = fc.constantFrom(..."<>&\"'`*_[]()!#|$\\:/=- \n1a");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      assert.deepEqual(faultsOf(render(text)), []);
    }),
    { numRuns: 300 },
  );
});

test("text set in code is shown as it is", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      fc.pre(!/[`\s]/.test(text) && text !== "");
      const { document } = parseHTML(`<body>${render(`a \`${text}\` b`)}</body>`);
      assert.equal(document.querySelector("code")?.textContent, text);
    }),
  );
});

test("headings get ids in order, and their plain text is given back", () => {
  const { html, headings } = renderMarkdown("# The *Title*\n\n## Why `k`?\n\n## Why k?", {
    idPrefix: "m-",
    headingId: headingIds(),
  });
  assert.deepEqual(headings, [
    { level: 1, text: "The Title", id: "s-the-title" },
    { level: 2, text: "Why k?", id: "s-why-k" },
    { level: 2, text: "Why k?", id: "s-why-k-2" },
  ]);
  assert.match(html, /<h2 id="s-why-k">Why <code>k<\/code>\?<\/h2>/);
});

test("links to notebooks lead to reports, tables scroll in a box that keys reach", () => {
  assert.match(render("[next](02-eda.ipynb#why)"), /<a href="02-eda\.html#why">next<\/a>/);
  assert.match(
    render("|a|\n|-:|\n|1|"),
    /<div class="page-scroll" tabindex="0" role="group"[^>]*><table>[\s\S]*<td class="sb-right">1<\/td>/,
  );
});

test("a picture attached to the cell stands in the page, one elsewhere is named", () => {
  const attachments = { "a b.png": { "image/png": "iVBORw0KGgo=" } };
  const { html } = renderMarkdown(
    "![it](attachment:a%20b.png) ![no](attachment:c.png) ![far](https://a.org/x.png)",
    { idPrefix: "m-", attachments },
  );
  assert.match(html, /<img src="data:image\/png;base64,iVBORw0KGgo=" alt="it"/);
  assert.match(html, /\[image: no\].*\[image: far\]/);
});

test("code in fences is highlighted as TypeScript where it says so", () => {
  assert.match(render("```ts\nconst a = 1;\n```"), /<span class="hljs-keyword">const<\/span>/);
  assert.match(render("```sql\nselect '<b>'\n```"), /select '&lt;b&gt;'|select &#39;&lt;b&gt;&#39;/);
});

test("a heading in raw HTML takes no id from one of Markdown's", () => {
  const { html } = renderMarkdown("<h2>raw</h2>\n\n## Real\n\n<h2>after</h2>", {
    idPrefix: "m1-",
    headingId: headingIds(),
  });
  assert.match(html, /<h2>raw<\/h2>\s*<h2 id="s-real">Real<\/h2>\s*<h2>after<\/h2>/);
});

test("a picture whose name cannot be decoded, or is not attached, is named", () => {
  for (const name of ["%", "%ff", "__proto__", "constructor", "x.png"]) {
    const { html } = renderMarkdown(`![alt](attachment:${name})`, { idPrefix: "m1-", attachments: {} });
    assert.equal(html.trim(), "<p><span>[image: alt]</span></p>", name);
  }
});
