import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsTable } from "./findings-table";

const finding = {
  check: "customers on both sides",
  severity: "error" as const,
  what: "The test holds customers that were learnt from.",
  where: "<b>split</b>",
  figure: "12 of 30 customers",
  advice: "Split by customer.",
};

test("a finding is told with severity, place, figure and advice, its text escaped", () => {
  const { html, text } = findingsTable(
    { findings: [finding], checked: [finding.check, "prevalence"], unchecked: ["resampling"] },
    { caption: "The split" },
  );
  assert.match(
    text,
    /^✗ error, <b>split<\/b>: The test holds .* 12 of 30 customers\. → Split by customer\.$/m,
  );
  assert.match(
    html,
    /<th scope="row"><span class="sb-differs">✗ error<\/span><br>&lt;b&gt;split&lt;\/b&gt;<\/th>/,
  );
  assert.match(
    text,
    /2 checks ran; silent: prevalence\. Not run, for want of what they look at: resampling\.$/,
  );
});

test("where nothing was found the checks that ran are named", () => {
  const { html, text } = findingsTable(
    { findings: [], checked: ["a < b", "prevalence"], unchecked: [] },
    { caption: "The split" },
  );
  assert.equal(text, "The split: nothing found.\n2 checks ran: a < b, prevalence.");
  assert.match(html, /nothing found.*2 checks ran: a &lt; b, prevalence\./);
});

test("nothing checked is not nothing found", () => {
  const { text } = findingsTable(
    { findings: [], checked: [], unchecked: ["prevalence"] },
    { caption: "The split" },
  );
  assert.match(text, /^The split: nothing was checked\.\n0 checks ran\. Not run, .*: prevalence\.$/);
});
