import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { escapeMarkdown, md, plainMarkdown, raw } from "./markdown";

// A renderer that trusts HTML, so that only the escaping stands between data and page.
const trusting = new MarkdownIt({ html: true });

test("any text in Markdown comes back as that text and nothing else", () => {
  const parts = [
    "<",
    ">",
    "&",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "#",
    "|",
    "$",
    "~",
    "\\",
    "-",
    "1",
    ".",
    "+",
    "!",
    "'",
    '"',
    "\n",
    " ",
    "a",
    "고",
    "www.a.de",
    "http://b.de",
    "c@d.de",
    "<script>",
    "&amp;",
    "===",
  ];
  const text = fc
    .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 12 })
    .map((list) => `x${list.join("")}y`);
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((t) => t.slice(1)),
      ),
      (given) => {
        const html = trusting.render(md`${given}`.text);
        const { document } = parseHTML(`<html><body>${html}</body></html>`);
        const squeeze = (t: string) => t.replace(/\s+/g, " ").trim();
        assert.equal(squeeze(document.body.textContent ?? ""), squeeze(given));
        assert.deepEqual(
          [...document.body.querySelectorAll("*")].map((e) => e.tagName),
          ["P"],
        );
      },
    ),
    { seed: 1, numRuns: 400 },
  );
});

test("numbers are written for people, other Markdown is taken as it is", () => {
  assert.equal(
    md`**${391068}** of ${541909n}, ${0.24927}; ${raw("*yes*")} ${md`_x_`} ${null}`.text,
    "**391,068** of 541,909, 0.24927; *yes* _x_ –",
  );
  assert.equal(md`${Number.NaN} ${-1.5} ${1234.5678}`.text, "– −1.5 1,234.57");
});

test("a text may be indented with its cell, and values do not change its lines", () => {
  const text = md`
    ## Head

    - ${"a\n\nb"}
      ${raw("c\nd")}
  `.text;
  assert.equal(text, "## Head\n\n- a b\n  c\nd");
});

test("the plain form shows what was written", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("*", "<", "&", "#", ";", "3", "9", "'", "a") }),
      (given) => {
        assert.equal(plainMarkdown(escapeMarkdown(`x${given}`)), `x${given}`);
      },
    ),
    { seed: 1 },
  );
});
