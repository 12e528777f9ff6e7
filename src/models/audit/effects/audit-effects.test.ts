import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../../test/close";
import { withReal } from "../../../../test/real-data";
import { openDataset } from "../../../data/dataset";
import { independence } from "../../../segments/independence";
import { createRandom } from "../../../stats/random";
import { auditEffects } from "./audit-effects";
import { auditSlopes } from "./grid-slope";
import { auditDifferences } from "./noise";
import { permutationP } from "./permutation-p";
import { auditGroups } from "./same-as-population";

// Study 004: χ² of coupon status by grade, from VIP to Bronze.
const coupons = [0.4, 0.2, 0.37, 0.08, 0.46, 0.65].map((p, i) => ({ name: `grade ${i + 1}`, p }));

test("study 004's coupon story is noise in all six grades", () => {
  const [finding, ...more] = auditDifferences(coupons);
  assert.equal(more.length, 0);
  assert.match(
    finding!.what,
    /All differences are no larger than chance makes them, given that 6 were looked at/,
  );
  assert.equal(finding!.figure, "corrected p = 0.48 to 1.00");
  assert.match(finding!.where, /"grade 6"$/);
});

test(
  "coupon status of the real files goes with neither category, month nor the coupon before",
  withReal("ecommerce/Onlinesales_info.csv"),
  async () => {
    const shop = await openDataset("ecommerce", { source: "real" });
    const before =
      "(SELECT coupon, lag(coupon) OVER (PARTITION BY customer ORDER BY line) AS earlier FROM order_lines) AS followed";
    const claims = [];
    for (const [name, from] of [
      ["category", "order_lines"],
      ["month", "order_lines"],
      ["earlier", before],
    ] as const)
      claims.push({ name, counts: (await independence(shop.engine, { from, by: [name, "coupon"] })).counts });
    await shop.close();
    // p = .6546, .9188 and .5229 by chi2_contingency of SciPy 1.17; three times the least is above 1.
    assert.equal(auditDifferences(claims)[0]!.figure, "corrected p = 1.00");
    assert.equal(auditDifferences(claims, { correction: "none" })[0]!.figure, "p = 0.52 to 0.92");
  },
);

test("one of many differences that is small alone is noise once all that were looked at count", () => {
  const told = [{ name: "Friday", p: 0.02 }];
  assert.deepEqual(auditDifferences(told), []);
  assert.match(auditDifferences(told, { looked: 7 })[0]!.figure, /^corrected p = 0\.14$/);
  assert.deepEqual(auditDifferences(told, { looked: 7, correction: "none" }), []);
});

test("differences that hold are passed, and only the others named", () => {
  const claims = [
    {
      name: "clear",
      counts: [
        [900, 100],
        [700, 300],
      ],
    },
    {
      name: "none",
      counts: [
        [500, 500],
        [505, 495],
      ],
    },
  ];
  const [finding] = auditDifferences(claims);
  assert.equal(finding!.where, '"none"');
  assert.match(finding!.what, /^1 of 2 differences is no larger/);
  assert.deepEqual(auditDifferences(claims.slice(0, 1)), []);
});

test("differences of groups drawn by chance are called noise in at least 95 of 100 families, true ones are not", () => {
  const random = createRandom(11);
  let [passed, missed] = [0, 0];
  for (let family = 0; family < 200; family++) {
    const table = (shift: number) =>
      [0, shift].map((more) => {
        let hits = 0;
        for (let i = 0; i < 200; i++) if (random.next() < 0.3 + more) hits++;
        return [hits, 200 - hits];
      });
    const claims = [1, 2, 3].map((i) => ({ name: `c${i}`, counts: table(0) }));
    if (!/^All/.test(auditDifferences(claims)[0]?.what ?? "")) passed++;
    missed += auditDifferences([{ name: "true", counts: table(0.25) }]).length;
  }
  // Expected at most 10 of 200, standard deviation 3.
  assert.ok(passed <= 19, `${passed}`);
  assert.ok(missed <= 2, `${missed}`);
});

test("the permutation p value is the share of divisions that differ as much", () => {
  // Of the 6 divisions of 1, 2, 10, 11 into two pairs, 2 differ as much as {1, 2} and {10, 11}.
  assertClose(permutationP([1, 2, 10, 11], ["a", "a", "b", "b"]), 1 / 3, 0.02);
  // All 1,961,256 choices of ten by itertools.combinations: 179,897 differ as much.
  const values = Array.from({ length: 24 }, (_, i) => ((i * 37) % 23) / 4 + (i < 10 ? 1.5 : 0));
  const groups = values.map((_, i) => (i < 10 ? "x" : "y"));
  assertClose(permutationP(values, groups), 179_897 / 1_961_256, 0.006);
  // Three groups of unequal size: of all 720 orders by itertools.permutations a share of .38333 differs as much.
  assertClose(permutationP([16, 4, 30, 1, 2, 8], ["x", "y", "y", "z", "z", "z"]), 0.38333, 0.015);
  assert.equal(permutationP([5, 5, 5], ["a", "a", "b"]), 1);
});

test("values with groups are tested by permutation", () => {
  const random = createRandom(2);
  const groups = Array.from({ length: 80 }, (_, i) => (i % 2 ? "a" : "b"));
  const noise = groups.map(() => random.normal());
  const effect = noise.map((value, i) => value + (i % 2 ? 1.5 : 0));
  const [finding] = auditDifferences([
    { name: "noise", values: noise, groups },
    { name: "effect", values: effect, groups },
  ]);
  assert.equal(finding!.where, '"noise"');
});

test("differences without a test, or with two, are refused by name", () => {
  assert.throws(() => auditDifferences([{ name: "x" }]), /Difference "x": give either p/);
  assert.throws(() => auditDifferences([{ name: "x", p: 1, counts: [] }]), /Difference "x"/);
  assert.throws(() => auditDifferences([{ name: "x", values: [1, 2] }]), /Difference "x"/);
});

test("study 004's non-buyers are everyone; the true ones are not", () => {
  const everyone = { name: "all customers", figure: "19.42" };
  const severities = (figure: string) =>
    auditGroups({
      everyone,
      groups: [
        { name: "buyers", figure: "24.32" },
        { name: "non-buyers", figure },
      ],
    }).map(({ severity, where }) => `${severity} ${where}`);
  assert.deepEqual(severities("19.42"), ['warning group "non-buyers"']);
  assert.deepEqual(severities("16.55"), []);
});

test("sizes and members say for certain whether a group is everyone", () => {
  const of = (size: number) =>
    auditGroups({
      everyone: { name: "all", figure: "1.234", size: 10 },
      groups: [{ name: "g", figure: "1.234", size }],
    });
  assert.equal(of(10)[0]!.severity, "error");
  assert.deepEqual(of(9), []);
  const everyone = { name: "all", members: ["a", "b", "c"] };
  assert.equal(
    auditGroups({ everyone, groups: [{ name: "g", members: ["c", "b", "a", "a"] }] })[0]!.figure,
    "3 of 3 members",
  );
  const parts = [
    { name: "g", members: ["a"] },
    { name: "h", members: ["b", "c"] },
  ];
  assert.deepEqual(auditGroups({ everyone, groups: parts }), []);
  const [both] = auditGroups({
    groups: [
      { name: "g", members: [1, 2] },
      { name: "h", members: [2, 3, 4] },
    ],
  });
  assert.equal(both!.figure, "1 in both (50.0 % of the smaller)");
});

test("figures of one or two digits are the same by chance and say nothing", () => {
  for (const figure of ["19", "0.42", "0.05", "1900", "20"])
    assert.deepEqual(auditGroups({ everyone: { name: "all", figure }, groups: [{ name: "g", figure }] }), []);
});

test("study 004's slopes are the steps of the grid its lines were drawn on", () => {
  const [online, offline, ...more] = auditSlopes([
    { name: "online", slope: "42.7947", x: [320.25, 4556.93], computed: 0.0053 },
    { name: "offline", slope: "45.45", x: [500, 5000], computed: 0.0065 },
  ]);
  assert.equal(online!.figure, "42.7947 = (4556.93 − 320.25) / 99; least squares give 0.00530");
  assert.match(offline!.what, /step of a grid of 100 points/);
  assert.equal(more.length, 0);
});

test("slopes that least squares give pass, also where they equal a step", () => {
  assert.deepEqual(auditSlopes([{ name: "a", slope: "0.0053", x: [320.25, 4556.93] }]), []);
  assert.deepEqual(auditSlopes([{ name: "a", slope: "45.45", x: [500, 5000], computed: 45.4501 }]), []);
  assert.deepEqual(auditSlopes([{ name: "a", slope: "1.0", x: [0, 99] }]), []);
});

test("slopes drawn by chance near the size of such steps are taken for one in fewer than one of 100 cases", () => {
  const random = createRandom(5);
  let alarms = 0;
  for (let i = 0; i < 5000; i++) {
    const step = 4236.68 / (9 + random.int(992));
    const slope = (step * Math.exp(random.normal())).toPrecision(4);
    alarms += auditSlopes([{ name: "s", slope: String(Number(slope)), x: [320.25, 4556.93] }]).length;
  }
  assert.ok(alarms <= 50, `${alarms} of 5000`);
});

test("any line that is drawn on a usual grid is found by its step", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(50, 100, 101, 200, 1000),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      (points, low, width) => {
        const high = low + width;
        const slope = ((high - low) / (points - 1)).toFixed(6);
        fc.pre(slope.replace(/\D/g, "").replace(/^0+/, "").length >= 4);
        assert.equal(auditSlopes([{ name: "s", slope, x: [low, high] }]).length, 1);
      },
    ),
  );
});

test("an audit of effects runs what it is given", () => {
  const { findings, checked, unchecked } = auditEffects({ differences: coupons, slopes: [] });
  assert.deepEqual(
    findings.map(({ check }) => check),
    ["a difference that is noise"],
  );
  assert.deepEqual(checked, ["a difference that is noise", "a slope that is a grid step"]);
  assert.deepEqual(unchecked, ["a group that is everyone"]);
});
