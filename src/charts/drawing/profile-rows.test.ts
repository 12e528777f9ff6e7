import assert from "node:assert/strict";
import { test } from "node:test";
import { toProfile } from "./profile-rows";

const row = { cluster: "Gold", variable: "Orders", mean: 2 };

test("clusters and variables keep their order, and means without interval are their own ends", () => {
  const profile = toProfile([row, { cluster: "Bronze", variable: "Days", mean: -1, low: -1.5, high: -0.5 }]);
  assert.deepEqual(
    [profile.clusters, profile.variables],
    [
      ["Gold", "Bronze"],
      ["Orders", "Days"],
    ],
  );
  assert.deepEqual(profile.at("Gold", "Orders"), { ...row, low: 2, high: 2 });
  assert.equal(profile.at("Gold", "Days"), undefined);
  assert.equal(profile.intervals, true);
  assert.equal(toProfile([row]).intervals, false);
});

test("means that are none, stand twice or have turned intervals are refused with their row", () => {
  assert.throws(() => toProfile([{ ...row, mean: Number.NaN }]), /Row 1, column "mean": NaN/);
  assert.throws(() => toProfile([row, row]), /"Gold \/ Orders" stands in rows 1 and 2/);
  assert.throws(
    () => toProfile([{ ...row, low: 3, high: 1 }]),
    /Row 1 \(Gold, Orders\): the interval from 3 to 1/,
  );
  assert.throws(() => toProfile([{ ...row, low: Number.NaN, high: 1 }]), /the interval from NaN/);
});
