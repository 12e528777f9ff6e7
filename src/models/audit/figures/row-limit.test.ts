import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRowLimit } from "./row-limit";

test("study 000's number of orders is what a spreadsheet holds without its heading", () => {
  const [found] = auditRowLimit({ where: "orders", rows: 1_048_575, known: 3_421_083 });
  assert.deepEqual([found!.severity, found!.figure], ["error", "1,048,575 rows of 3,421,083"]);
  assert.equal(auditRowLimit({ where: "orders", rows: 65_536 })[0]!.severity, "warning");
});

test("other numbers are left alone, and so is the limit where the data have just as many rows", () => {
  for (const rows of [0, 541_909, 1_048_574, 1_048_577])
    assert.deepEqual(auditRowLimit({ where: "", rows }), []);
  assert.deepEqual(auditRowLimit({ where: "", rows: 65_536, known: 65_536 }), []);
});
