import assert from "node:assert/strict";
import { test } from "node:test";
import { type Claim, claimTable, countVerdicts } from "./claim-table";

const claim: Claim = {
  study: "001",
  claim: "Share of revenue from the UK",
  published: "89 %",
  corrected: "82.9 %",
  why: "a share of order lines",
  verdict: "error",
  notebook: "online-retail/02-eda",
};

test("a claim stands beside its correction, with verdict and a link to the notebook that shows it", () => {
  const { html, text } = claimTable([claim], { caption: "Study 001" });
  assert.match(
    html,
    /<th scope="row"><span class="sb-fails">✗ error<\/span><br>Share of revenue from the UK<\/th><td>89 %<\/td>/,
  );
  assert.match(
    html,
    /<td><strong>82\.9 %<\/strong><br>a share of order lines<br>→ <a href="online-retail\/02-eda\.ipynb">Online Retail 2<\/a><\/td>/,
  );
  assert.equal(
    text,
    [
      "Study 001",
      "✗ error, Share of revenue from the UK: 89 %; 82.9 %: a share of order lines → Online Retail 2",
      "✗ error: 1.",
    ].join("\n"),
  );
  assert.match(
    claimTable([claim], { caption: "", corrected: "Here" }).html,
    /<th scope="col">Here, and why<\/th>/,
  );
});

test("the brief form has claims, verdicts and links only, and can be sorted", () => {
  const { html, text } = claimTable(
    [claim, { ...claim, study: "004", verdict: "holds", notebook: "ecommerce/02-grades" }],
    {
      caption: "All",
      brief: true,
    },
  );
  assert.match(html, /class="sb-table sb-sortable"/);
  assert.match(text, /^All\nStudy +Claim +Verdict +Shown in\n001 /);
  assert.match(text, /E-commerce 2\n✓ holds: 1; ✗ error: 1\.$/);
  assert.ok(!html.includes("82.9"));
});

test("where nothing can be corrected there is only why, and a claim without a notebook belongs to this one", () => {
  const { study, claim: said, published, why } = claim;
  const open = [{ study, claim: said, published, why, verdict: "open" as const }];
  assert.match(
    claimTable(open, { caption: "" }).html,
    /\? open<br>.*<td>89 %<\/td><td>a share of order lines<\/td><\/tr>/,
  );
  assert.match(claimTable(open, { caption: "", brief: true }).html, /<td>this notebook<\/td>/);
  assert.equal(claimTable([], { caption: "None" }).text.split("\n").at(-1), "No claims.");
});

test("text is escaped, and only plain relative paths become links", () => {
  const hostile = {
    ...claim,
    claim: "<img onerror=x>",
    why: '"><script>',
    notebook: "../instacart/02-rfm-lrfmv",
  };
  const { html } = claimTable([hostile], { caption: "<b>" });
  assert.ok(!/<(img|script|b)\b/.test(html));
  assert.match(html, /<a href="\.\.\/instacart\/02-rfm-lrfmv\.ipynb">Instacart 2<\/a>/);
  for (const notebook of [
    "javascript:alert(1)",
    "//host/02-x",
    "online-retail/02-eda.ipynb",
    "online-retail",
    "a/../../02-x",
  ]) {
    assert.throws(() => claimTable([{ ...claim, notebook }], { caption: "" }), /is no path of a notebook/);
  }
});

test("verdicts are counted", () => {
  const verdicts = (["error", "open", "error", "note", "holds", "warning"] as const).map((verdict) => ({
    verdict,
  }));
  assert.deepEqual(countVerdicts(verdicts), { holds: 1, error: 2, warning: 1, note: 1, open: 1 });
});
