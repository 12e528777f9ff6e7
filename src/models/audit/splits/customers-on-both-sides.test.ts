import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  rowSplitAsPublished,
  splitByCustomer,
  splitByCustomerAndTime,
  splitByTime,
} from "../../splits/splits";
import { auditCustomers } from "./customers-on-both-sides";
import { auditSharedRows } from "./shared-rows";

const customers = Array.from({ length: 60 }, (_, row) => `c${row % 12}`);

test("a split of rows by chance is found, with the customers on both sides counted", () => {
  const split = rowSplitAsPublished(customers, { testShare: 0.3, seed: 42 });
  const [finding, ...more] = auditCustomers(split, { customers });
  assert.equal(more.length, 0);
  assert.equal(finding!.severity, "error");
  const { both, test: tested } = split.customers;
  assert.ok(finding!.figure.startsWith(`${both} of ${tested} customers of the test`), finding!.figure);
});

test("the share of the test's rows that belong to known customers is counted by rows", () => {
  const [finding] = auditCustomers({ train: [0], test: [1, 2, 3, 4] }, { customers: [1, 1, 1, 2, 3] });
  assert.match(finding!.what, /50\.0 % of the test's rows/);
  assert.equal(finding!.figure, "1 of 3 customers of the test (33.3 %)");
});

test("splits by customer, by customer and time, and forecasts are clean", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { minLength: 12, maxLength: 40 }), fc.nat(100), (ids, seed) => {
      fc.pre(new Set(ids).size > 3);
      const times = ids.map((_, row) => row);
      const middle = times.length / 2;
      assert.deepEqual(auditCustomers(splitByCustomer(ids, { seed }), { customers: ids }), []);
      assert.deepEqual(auditCustomers(splitByTime(ids, times, middle), { customers: ids, times }), []);
      try {
        const both = splitByCustomerAndTime(ids, times, middle, { testShare: 0.5, seed });
        assert.deepEqual(auditCustomers(both, { customers: ids, times }), []);
      } catch (error) {
        // A draw may leave no rows on a side, which the split itself refuses.
        assert.match(String(error), /The split leaves/);
      }
    }),
  );
});

test("times excuse known customers only where all of the test is later", () => {
  const customers = [1, 2, 1, 2];
  const split = { train: [0, 1], test: [2, 3] };
  assert.deepEqual(auditCustomers(split, { customers, times: [1, 2, 3, 4] }), []);
  assert.equal(auditCustomers(split, { customers, times: [1, 3, 3, 4] }).length, 1);
  assert.equal(auditCustomers(split, { customers }).length, 1);
});

test("rows on both sides are counted, and clean sides pass", () => {
  assert.equal(
    auditSharedRows({ train: [0, 1, 4], test: [1, 2, 4, 5] })[0]!.figure,
    "2 of 4 rows of the test (50.0 %)",
  );
  assert.deepEqual(auditSharedRows({ train: [0, 1], test: [2, 3] }), []);
});

test("rows that the table does not have are refused", () => {
  assert.throws(
    () => auditCustomers({ train: [0], test: [2] }, { customers: [1, 2] }),
    /test side names row 2/,
  );
  assert.throws(
    () => auditCustomers({ train: [], test: [1] }, { customers: [1, 2] }),
    /train side .* no rows/,
  );
});
