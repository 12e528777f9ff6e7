import assert from "node:assert/strict";
import { test } from "node:test";
import { audit, bySeverity, type Finding, findingText, joinAudits, type Severity } from "./finding";

const finding = (severity: Severity, check: string, where = "here"): Finding => {
  return { check, severity, what: "It is wrong.", where, figure: "3 of 4", advice: "Mend it." };
};

test("the worst findings come first, equally bad ones in the order of the checks", () => {
  const { findings, checked, unchecked } = audit([
    { check: "a", run: () => [finding("note", "a"), finding("error", "a", "first")] },
    { check: "b" },
    { check: "c", run: () => [finding("warning", "c"), finding("error", "c", "second")] },
    { check: "d", run: () => [] },
  ]);
  assert.deepEqual(
    findings.map(({ severity, where }) => `${severity} ${where}`),
    ["error first", "error second", "warning here", "note here"],
  );
  assert.deepEqual(checked, ["a", "c", "d"]);
  assert.deepEqual(unchecked, ["b"]);
});

test("sorting leaves the list that was given as it is", () => {
  const given = [finding("note", "a"), finding("error", "b")];
  assert.deepEqual(
    bySeverity(given).map(({ check }) => check),
    ["b", "a"],
  );
  assert.equal(given[0]!.check, "a");
});

test("a finding under the name of another check is refused", () => {
  assert.throws(
    () => audit([{ check: "a", run: () => [finding("note", "b")] }]),
    /The check "a" gave a finding of "b"/,
  );
});

test("audits join: a check that ran anywhere has run", () => {
  const one = audit([{ check: "a", run: () => [finding("note", "a")] }, { check: "b" }, { check: "c" }]);
  const two = audit([{ check: "a" }, { check: "b", run: () => [finding("error", "b")] }]);
  const both = joinAudits(one, two);
  assert.deepEqual(both.checked, ["a", "b"]);
  assert.deepEqual(both.unchecked, ["c"]);
  assert.deepEqual(
    both.findings.map(({ check }) => check),
    ["b", "a"],
  );
});

test("a finding reads as one line", () => {
  assert.equal(
    findingText(finding("error", "base rate", "model 1")),
    "error (base rate), model 1: It is wrong. [3 of 4] Mend it.",
  );
});
