import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeClaims } from "./judge-claims";

const claim = { claim: "Rows", published: "391,068", why: "not reproduced" };

test("a claim that hangs on data fails or holds by what they say, in the words for it", () => {
  const judged = judgeClaims("001", true, [
    { ...claim, fails: true },
    { ...claim, fails: true, worst: "warning" },
    { ...claim, fails: false },
    { ...claim, fails: false, otherwise: "to the row" },
  ]);
  assert.deepEqual(
    judged.map(({ verdict, why }) => `${verdict}: ${why}`),
    [
      "error: not reproduced",
      "warning: not reproduced",
      "holds: borne out by the data at hand",
      "holds: to the row",
    ],
  );
  assert.deepEqual(Object.keys(judged[1]!).sort(), ["claim", "published", "study", "verdict", "why"]);
});

test("on other data such a claim stays open, and nothing false is said of why", () => {
  for (const fails of [true, false]) {
    const [judged] = judgeClaims("001", false, [
      { ...claim, corrected: "400,000", fails, otherwise: "reproduced" },
    ]);
    assert.deepEqual([judged!.verdict, judged!.corrected], ["open", "400,000"]);
    assert.match(judged!.why, /^said of the original data/);
  }
});

test("a claim settled by argument keeps its verdict on any data", () => {
  for (const original of [true, false]) {
    assert.deepEqual(judgeClaims("002", original, [{ ...claim, verdict: "note" }]), [
      { study: "002", ...claim, verdict: "note" },
    ]);
  }
});
