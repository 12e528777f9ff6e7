import assert from "node:assert/strict";
import { test } from "node:test";
import { percent } from "../theme/format";
import { agrees, comparison } from "./comparison";

test("figures agree when they are equal at the digits that were published", () => {
  const cases: readonly [number | string, number, boolean][] = [
    ["24.93 %", 0.249267, true],
    ["24.93 %", 0.24936, false],
    [8736000.64, 8736000.637, true],
    ["8,736,000.64", 8736000.65, false],
    ["£8.7M", 8736000, true],
    ["−1.5", -1.46, true],
    ["-1.5", 1.5, false],
    [391068, 391068, true],
    [391068, 391069, false],
    [".942", 0.9418, true],
    ["0.28", 0.285, true],
    ["2.5e3", 2540, true],
    ["184k", 184_170.66, true],
  ];
  for (const [published, reproduced, same] of cases) {
    assert.equal(agrees({ figure: "f", published, reproduced }), same, `${published} and ${reproduced}`);
  }
});

test("a tolerance of one's own replaces the published digits'", () => {
  assert.equal(agrees({ figure: "f", published: 100, reproduced: 103, tolerance: 5 }), true);
  assert.equal(agrees({ figure: "f", published: 100, reproduced: 106, tolerance: 5 }), false);
  const allowed = comparison({
    title: "t",
    rows: [{ figure: "f", published: 100, reproduced: 103, tolerance: 5 }],
  });
  assert.match(
    allowed.text,
    /✓ equal at the published digits or within the ±5 allowed, ✗ not: 1 of 1 reproduced\./,
  );
});

test("the table says which figures are reproduced, and how many", () => {
  const { text } = comparison({
    title: "Checks",
    rows: [
      { figure: "missing", published: "24.93 %", reproduced: 0.249267, format: (x) => percent(x, 2) },
      { figure: "rows", published: 391068, reproduced: 391069, corrected: 388343, why: "netted" },
      { figure: "only corrected", corrected: 0.829 },
    ],
  });
  const lines = text.split("\n");
  assert.match(lines[2]!, /^missing +24\.93 % +24\.93\u00a0% ✓ +–$/);
  assert.match(lines[3]!, /^rows +391,068 +391,069 ✗ +388,343 +netted$/);
  assert.match(lines[4]!, /^only corrected +– +– +0\.829$/);
  assert.equal(lines[5], "✓ equal at the published digits, ✗ not: 1 of 2 reproduced.");
});

test("a figure without any value and a published text without a number are refused", () => {
  assert.throws(() => comparison({ title: "t", rows: [{ figure: "empty" }] }), /"empty" has no value/);
  assert.throws(
    () => comparison({ title: "t", rows: [{ figure: "f", published: "many", reproduced: 1 }] }),
    /"many", published for "f", holds no number/,
  );
});

test("a percentage is written as one, also where no format is given", () => {
  const { text } = comparison({
    title: "t",
    rows: [{ figure: "missing", published: "24.93 %", reproduced: 0.24927, corrected: 0.5 }],
  });
  assert.match(text, /24\.93 %\s+24\.93\u00a0% ✓\s+50\.00\u00a0%/);
});

test("columns without anything are left out", () => {
  const { html } = comparison({ title: "t", rows: [{ figure: "rows", published: "7", reproduced: 7 }] });
  assert.match(html, /Reproduced/);
  assert.doesNotMatch(html, /Corrected|Why/);
});

test("on other data the published column is left out, but its digits still shape the others", () => {
  const { html, text } = comparison({
    title: "t",
    applies: false,
    rows: [{ figure: "revenue", published: "8,736,000.64", reproduced: 11049703.721 }],
  });
  assert.doesNotMatch(html, /As published|8,736,000|✗|Reproduced/);
  assert.match(html, /By the published method/);
  assert.match(text, /11,049,703\.72\n/);
  assert.match(text, /of other data/);
});

test("columns bear other headings where they hold something else", () => {
  const { text } = comparison({
    title: "t",
    rows: [{ figure: "Reorder rate", published: "58.97 %", corrected: 0.5978, why: ".58 to .61" }],
    heads: { published: "Full data", corrected: "On the data at hand", why: "95 % interval" },
  });
  assert.match(text, /Full data +On the data at hand +95 % interval/);
  assert.doesNotMatch(text, /Corrected|As published|✓|✗/);
});
