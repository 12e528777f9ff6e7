import assert from "node:assert/strict";
import { test } from "node:test";
import { auditShareBasis } from "./share-basis";

// Study 001: shares of the United Kingdom, and of segment VIP in cluster 3.
const kingdom = [
  { of: "revenue", share: 0.8291 },
  { of: "order lines", share: 0.8918 },
];
const vip = [
  { of: "customers", share: 0.535 },
  { of: "order lines", share: 0.667 },
];

test("study 001's share of revenue is one of order lines, its share of customers as well", () => {
  const [uk] = auditShareBasis({
    where: "United Kingdom",
    printed: "89 %",
    called: "revenue",
    shares: kingdom,
  });
  assert.equal(uk!.severity, "error");
  assert.equal(uk!.what, "The share called one of revenue is the share of order lines.");
  assert.equal(uk!.figure, "89 % printed; revenue 82.9 %, order lines 89.2 %");
  const [cluster] = auditShareBasis({
    where: "cluster 3",
    printed: "66.7 %",
    called: "customers",
    shares: vip,
  });
  assert.match(cluster!.what, /of customers is the share of order lines/);
});

test("a share of nothing at hand is a warning", () => {
  const found = auditShareBasis({ where: "", printed: "23.3 %", called: "customers", shares: vip });
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ["warning"],
  );
});

test("a share that is what it is called is left alone, also where others equal it", () => {
  assert.deepEqual(auditShareBasis({ where: "", printed: "82.9 %", called: "revenue", shares: kingdom }), []);
  assert.deepEqual(auditShareBasis({ where: "", printed: "0.83", called: "revenue", shares: kingdom }), []);
  const equal = [
    { of: "a", share: 0.5 },
    { of: "b", share: 0.5 },
  ];
  assert.deepEqual(auditShareBasis({ where: "", printed: "50 %", called: "a", shares: equal }), []);
});

test("a thing without a share is refused", () => {
  assert.throws(
    () => auditShareBasis({ where: "w", printed: "1 %", called: "units", shares: kingdom }),
    /no share of units .* revenue and order lines/,
  );
});
