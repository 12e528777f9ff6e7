import assert from "node:assert/strict";
import { test } from "node:test";
import { andList, counted, listed, plainNumber, pText, shareText, whole } from "./wording";

test("whole numbers are grouped by thousands", () => {
  assert.deepEqual(
    [0, 999, 1000, -3058335].map((n) => whole(n)),
    ["0", "999", "1,000", "−3,058,335"],
  );
  assert.deepEqual([counted(1, "row"), counted(1234, "row")], ["1 row", "1,234 rows"]);
});

test("shares near none and all are not rounded to them", () => {
  assert.deepEqual(
    [0, 0.0978, 1, 0.9999, 0.000021].map((share) => shareText(share)),
    ["0.0 %", "9.8 %", "100.0 %", "99.990 %", "0.002 %"],
  );
  assert.equal(shareText(0.9999, 0), "100 %");
});

test("p values are printed as far as they tell something", () => {
  assert.deepEqual(
    [0.65, 0.0832, 0.0041, 0.00009].map((p) => pText(p)),
    ["p = 0.65", "p = 0.08", "p = 0.0041", "p < 0.0001"],
  );
});

test("of many names the first few stand", () => {
  assert.equal(listed(["a", "b"]), '"a", "b"');
  assert.equal(listed(["a", "b", "c", "d"], 2), '"a", "b" and 2 more');
});

test("a number keeps three digits or all whole ones, with thousands grouped", () => {
  assert.deepEqual(
    [3719942.57, 0.30912, -0.01821, 2, 15606.28, 0, 42.7947, 1e-15, Number.POSITIVE_INFINITY].map(
      plainNumber,
    ),
    ["3,719,943", "0.309", "−0.0182", "2", "15,606", "0", "42.8", "0", "Infinity"],
  );
});

test("words are listed with commas and an and", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(andList), ["", "a", "a and b", "a, b and c"]);
});
