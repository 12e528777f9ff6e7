import assert from "node:assert/strict";
import { test } from "node:test";
import { cohortMatrix } from "./cohort-matrix";

const rows = [
  { month: "2019-01", since: 0, share: 1, n: 100 },
  { month: "2019-01", since: 1, share: 0.1, n: 100 },
  { month: "2019-02", since: 0, share: 1, n: 300 },
  { month: "2019-02", since: 1, share: 0.3, n: 300 },
];
const options = { title: "t", cohort: "month", period: "since", value: "share", size: "n" } as const;

test("the mean of a period is weighted by the cohorts' sizes", () => {
  // (100 × 0.1 + 300 × 0.3) / 400
  assert.equal(
    cohortMatrix(rows, options).alt,
    "Weighted mean of period 1: 25.0\u00a0%; highest later: 30.0\u00a0% (2019-02, period 1).",
  );
  const { size: _size, ...plain } = options;
  assert.match(cohortMatrix(rows, plain).alt, /^Mean of period 1: 20\.0/);
});

test("the whole first column takes no part in the colours", () => {
  const { wide } = cohortMatrix(rows, options);
  assert.match(wide, /fill="var\(--sb-q9, #0a3457\)"><title>2019-02, period 1: 30\.0/);
  assert.match(wide, /fill="var\(--sb-grid, #e3e6ea\)"><title>2019-01, period 0: 100\.0/);
});

test("periods that are none, two sizes of a cohort and cells that stand twice are refused", () => {
  const changed = (change: object) => [rows[0]!, { ...rows[1]!, ...change }];
  assert.throws(() => cohortMatrix(changed({ since: -1 }), options), /Row 2, column "since": -1/);
  assert.throws(() => cohortMatrix(changed({ since: 0.5 }), options), /0\.5 is no whole number/);
  assert.throws(
    () => cohortMatrix(changed({ n: 7 }), options),
    /"2019-01" has 7 customers here and 100 before/,
  );
  assert.throws(
    () => cohortMatrix(changed({ since: 0 }), options),
    /"2019-01, period 0" stands in rows 1 and 2/,
  );
});
