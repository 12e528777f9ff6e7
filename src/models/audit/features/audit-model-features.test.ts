import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../../test/close";
import { createRandom } from "../../../stats/random";
import type { Features } from "../../features/features";
import { honestRows } from "../splits/testing-models";
import { auditModelFeatures } from "./audit-model-features";
import { auditLabelCopies } from "./label-copies";
import { auditLabelMeans } from "./label-means";
import { auditLaterFeatures } from "./later-features";
import { auditLoneFeatures, loneAucs } from "./lone-features";

const withColumn = ({ names, columns }: Features, name: string, column: ArrayLike<number>): Features => {
  return { names: [...names, name], columns: [...columns, column] };
};

test("a label among the features is found under any name and code", () => {
  const { features, labels } = honestRows(1);
  for (const code of [(x: number) => x, (x: number) => 7 - 3 * x, (x: number) => (x ? 2.5 : Number.NaN)]) {
    const [finding] = auditLabelCopies({
      features: withColumn(features, "x9", Array.from(labels, code)),
      labels,
    });
    assert.equal(finding?.where, 'feature "x9"');
  }
});

test("clusters' numbers among the features are found, as study 001 appended them", () => {
  const { features } = honestRows(2);
  const clusters = Array.from(features.columns[1]!, (spend) =>
    spend > 20 ? "VIP" : spend > 5 ? "mid" : "low",
  );
  const rank = clusters.map((name) => ["low", "mid", "VIP"].indexOf(name));
  const [finding] = auditLabelCopies({ features: withColumn(features, "cluster", rank), labels: clusters });
  assert.equal(finding?.where, 'feature "cluster"');
  assert.equal(finding?.figure, "3 labels, 1,200 rows, no exception");
  assert.deepEqual(auditLabelCopies({ features, labels: clusters }), []);
});

test("a feature from which the label is made knows it alone, whichever way it points", () => {
  const { features, labels: other } = honestRows(3);
  const spend = features.columns[1]!;
  const top = Array.from(spend, (value) => (value > 12 ? 1 : 0));
  const [circular] = auditLoneFeatures({ features, labels: top });
  assert.match(circular!.where, /"spend"/);
  assert.match(circular!.figure, /^AUC 1\.0000; the next feature 0\.\d\d$/);
  const turned = withColumn(
    features,
    "rank",
    Array.from(other, (label, row) => (row % 100 === 0 ? 1 - label : label) * -5),
  );
  assert.equal(auditLoneFeatures({ features: turned, labels: other })[0]?.severity, "warning");
});

test("the AUC of a lone feature is that of scikit-learn, turned to one half or more", () => {
  // roc_auc_score([0,0,1,1,0,1,0,1], [3,1,4,1,5,9,2,6]) = 0.71875; of [2,7,1,8,2,8,1,8] 0.78125.
  const labels = [0, 0, 1, 1, 0, 1, 0, 1];
  const aucs = loneAucs(
    {
      names: ["a", "b", "minus b"],
      columns: [
        [3, 1, 4, 1, 5, 9, 2, 6],
        [2, 7, 1, 8, 2, 8, 1, 8],
        [-2, -7, -1, -8, -2, -8, -1, -8],
      ],
    },
    labels,
  );
  const of = (name: string) => aucs.find((one) => one.name === name)!.auc;
  assertClose(of("a"), 0.71875, 1e-12);
  assertClose(of("b"), 0.78125, 1e-12);
  assert.equal(of("b"), of("minus b"));
});

test("missing values that give the label away are seen", () => {
  const { features, labels } = honestRows(4);
  const gone = Array.from(labels, (label, row) => (label === 1 ? Number.NaN : row));
  assert.equal(
    auditLoneFeatures({ features: withColumn(features, "left", gone), labels })[0]!.figure.slice(0, 10),
    "AUC 1.0000",
  );
});

/** Order lines as study 002's member had them: one row a purchase, reordered unless it is the first of the pair. */
function orderLines(seed: number) {
  const random = createRandom(seed);
  const times = Array.from({ length: 300 }, () => 1 + random.poisson(2));
  const rows = times.flatMap((n, pair) => Array.from({ length: n }, (_, i) => ({ pair, n, i })));
  return {
    groups: rows.map(({ pair }) => `user ${pair}`),
    labels: rows.map(({ i }) => (i > 0 ? 1 : 0)),
    timesBought: rows.map(({ n }) => n),
    before: rows.map(({ i }) => i),
    noise: rows.map(() => random.int(3)),
    perPair: times.map(() => random.int(4)),
    rows,
  };
}

test("times bought, counted over the rows it predicts, is found as in study 002's member model", () => {
  const { groups, labels, timesBought, noise } = orderLines(5);
  const features = { names: ["noise", "uxp_times_bought"], columns: [noise, timesBought] };
  const { findings } = auditModelFeatures({ features, labels, groups });
  assert.deepEqual(
    findings.map(({ check, where }) => [check, where]),
    [["a feature made from the same labels", 'feature "uxp_times_bought"']],
  );
});

test("features that are constant in a group but not made from its labels pass", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { groups, labels, perPair, noise, rows } = orderLines(seed);
    const constant = rows.map(({ pair }) => perPair[pair]!);
    const features = {
      names: ["constant", "noise", "id"],
      columns: [constant, noise, rows.map(({ pair }) => pair)],
    };
    assert.deepEqual(auditLabelMeans({ features, labels, groups }), []);
  }
});

test("a window of features that ends in the label's is found, and one that ends where it begins is not", () => {
  const [cut, end] = [Date.UTC(2011, 8, 9), Date.UTC(2011, 11, 10)];
  const audit = (until: number | number[], labelFrom: number | number[]) =>
    auditLaterFeatures({
      features: [
        { name: "recency", until: cut },
        { name: "spend", until },
      ],
      labelFrom,
    });
  assert.deepEqual(audit(cut, cut), []);
  assert.equal(audit(end, cut)[0]!.where, 'feature "spend"');
  assert.equal(audit([cut, end, cut], cut)[0]!.figure, "up to 1 of 3 rows");
  assert.deepEqual(audit([cut, cut - 1], [cut, cut]), []);
  assert.throws(() => audit([cut, end], [cut]), /1 times of the label for 2 rows/);
  assert.throws(() => audit(Number.NaN, cut), /time of feature "spend" in row 0/);
});

test("honest features raise no alarm, however rare the label, however few or alike the rows", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const rows = [30, 60, 400][seed % 3]!;
    const { features, labels, customers } = honestRows(seed, rows, 3, seed % 5);
    if (new Set(labels).size < 2) continue;
    const { findings, checked } = auditModelFeatures({ features, labels, groups: customers });
    assert.deepEqual(findings, [], `seed ${seed}`);
    assert.equal(checked.length, 3);
  }
});

test("unrelated features of few values are hardly ever taken for the label", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(40)), { minLength: 20, maxLength: 60 }),
      (rows) => {
        const columns = [rows.map(([, few]) => few), rows.map(([, , many]) => many), rows.map(() => 1)];
        const features = { names: ["few", "many", "same"], columns };
        const { findings } = auditModelFeatures({ features, labels: rows.map(([label]) => label) });
        assert.deepEqual(findings, []);
      },
    ),
    { seed: 8 },
  );
});

test("labels of a length of their own are refused", () => {
  const { features } = honestRows(1);
  assert.throws(() => auditModelFeatures({ features, labels: ["a"] }), /1 labels for 1200 rows/);
});

test("a strong feature is no more than a note, and few rows show nothing", () => {
  const { features, labels } = honestRows(6);
  // Ranks 1 to 1,200 by label, but for every tenth: AUC about .95.
  const strong = Array.from(labels, (label, row) => (row % 10 === 0 ? row : row + 2000 * label));
  const found = auditLoneFeatures({ features: withColumn(features, "strong", strong), labels });
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ["note"],
  );
  const few = Array.from({ length: 40 }, (_, row) => (row < 29 ? 1 : 0));
  const perfect = { names: ["x"], columns: [few.map((label, row) => 100 * label + row)] };
  assert.deepEqual(auditLoneFeatures({ features: perfect, labels: few }), []);
});

test("missing values may stand for either label", () => {
  const labels = Array.from({ length: 100 }, (_, row) => row % 2);
  for (const away of [0, 1]) {
    // Some rows of the one label are missing, all others of it lie above, or below, those of the other label.
    for (const shift of [500, -500]) {
      const column = labels.map((label, row) =>
        label === away ? (row % 3 === 0 ? Number.NaN : shift + row) : row,
      );
      assert.equal(loneAucs({ names: ["x"], columns: [column] }, labels)[0]!.auc, 1);
    }
  }
});

test("groups of one label each say nothing of how a feature was made", () => {
  const groups = Array.from({ length: 120 }, (_, row) => Math.floor(row / 2));
  const labels = groups.map((group) => group % 2);
  const features = { names: ["kind"], columns: [labels.map((label) => 5 + label)] };
  assert.deepEqual(auditLabelMeans({ features, labels, groups }), []);
});

test("one odd row in the label and in a feature may be the same row by chance, two of many are not", () => {
  const odd = (rows: number, ...places: number[]) =>
    Array.from({ length: rows }, (_, row) => (places.includes(row) ? 1 : 0));
  const audited = (column: number[]) =>
    auditLabelCopies({ features: { names: ["x"], columns: [column] }, labels: column }).length;
  assert.deepEqual([audited(odd(20, 4, 9)), audited(odd(900, 4)), audited(odd(900, 4, 9))], [0, 0, 1]);
  assert.equal(audited(odd(20, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)), 1);
});

test("of many rows of a label as many as are needed are drawn", () => {
  const rows = 250_000;
  const labels = Uint8Array.from({ length: rows }, (_, row) => (row % 100 === 0 ? 1 : 0));
  const knows = Float64Array.from(labels, (label, row) => label * 1e6 + row);
  const [finding] = auditLoneFeatures({ features: { names: ["knows"], columns: [knows] }, labels });
  assert.equal(finding!.figure, "AUC 1.0000");
  assert.deepEqual(
    auditLoneFeatures({ features: { names: ["row"], columns: [knows.map((_, i) => i)] }, labels }),
    [],
  );
});

test("a feature that stands out among poor ones is a note, among good ones it passes", () => {
  const random = createRandom(12);
  const labels = Array.from({ length: 800 }, () => random.int(2));
  const shifted = (by: number) => labels.map((label) => random.normal() + by * label);
  const severities = (...shifts: number[]) =>
    auditLoneFeatures({
      features: { names: shifts.map((by, f) => `shift ${by} of ${f}`), columns: shifts.map(shifted) },
      labels,
    }).map(({ severity, where }) => `${severity} ${where}`);
  // Normals d apart have the AUC Φ(d / √2): 2.6 gives .967, 0.5 .638, 1.6 .871.
  assert.deepEqual(severities(0.5, 2.6), ['note feature "shift 2.6 of 1"']);
  assert.deepEqual(severities(0.5, 2.6, 1.6), []);
  assert.deepEqual(severities(2.6), []);
});
