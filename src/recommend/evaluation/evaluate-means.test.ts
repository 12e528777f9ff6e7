import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { adjustPValues } from "../../stats/adjust-p-values";
import { bootstrap, resampled } from "../../stats/interval";
import { createRandom } from "../../stats/random";
import { itemCosine } from "../item-cosine";
import { popular } from "../popular";
import { shopOf } from "../testing";
import { evaluate } from "./evaluate";
import type { Lists } from "./evaluate-lists";
import { metricMeans } from "./evaluate-means";
import { splitPurchases } from "./split";

const random = createRandom(8);
const customers = 60;
const places = Array.from({ length: customers }, (_, i) => i);
const relevant = places.map(() => new Set([random.int(6), random.int(6)]));

/** Lists of two of ten items; a relevant one comes first as often as said. */
function listsOf(method: string, luck: number): Lists {
  const made = places.map((place) => {
    const hit = [...relevant[place]!][0]!;
    return Uint32Array.of(random.next() < luck ? hit : 8, 9);
  });
  return { method, at: (place) => made[place]! };
}

const methods = [listsOf("Base", 0.3), listsOf("Better", 0.9), listsOf("Alike", 0.3), listsOf("Worse", 0)];
const judged = { places, relevant };

test("the interval of a difference is that of the customers' differences, on the baseline's resamples", () => {
  const drawing = { resamples: 300, seed: 4, level: 0.9 };
  const rows = metricMeans(methods, judged, { n: [1], baseline: "Base", ...drawing });
  const hit = (m: number, place: number) => (relevant[place]!.has(methods[m]!.at(place)[0]!) ? 1 : 0);
  methods.forEach((method, m) => {
    const row = rows.find((r) => r.method === method.method && r.metric === "precision");
    const mean = (value: (place: number) => number) => (weights: Float64Array) => [
      places.reduce((sum, place) => sum + weights[place]! * value(place), 0) / customers,
    ];
    const own = bootstrap(
      customers,
      mean((place) => hit(m, place)),
      drawing,
    )[0]!;
    const between = bootstrap(
      customers,
      mean((place) => hit(m, place) - hit(0, place)),
      drawing,
    )[0]!;
    for (const end of ["estimate", "low", "high"] as const) {
      assertClose(row?.[end], own[end], 1e-12, method.method);
      if (m > 0) assertClose(row?.difference?.[end], between[end], 1e-12, method.method);
    }
    if (m === 0) assert.deepEqual([row?.difference, row?.p, row?.verdict], [null, null, null]);
  });
});

test("a p value is twice the share of resamples on the rarer side of 0, each count one more", () => {
  const drawing = { resamples: 250, seed: 6 };
  const hit = (m: number, place: number) => (relevant[place]!.has(methods[m]!.at(place)[0]!) ? 1 : 0);
  for (const m of [1, 2, 3]) {
    const rows = metricMeans([methods[0]!, methods[m]!], judged, { n: [1], baseline: "Base", ...drawing });
    // Whole numbers of hits, so that no rounding moves a draw away from 0.
    const { draws } = resampled(
      customers,
      (weights) => [
        places.reduce((sum, place) => sum + weights[place]! * (hit(m, place) - hit(0, place)), 0),
      ],
      drawing,
    );
    const share = (side: (x: number) => boolean) => ([...draws[0]!].filter(side).length + 1) / 251;
    const expected = Math.min(
      1,
      2 *
        Math.min(
          share((x) => x >= 0),
          share((x) => x <= 0),
        ),
    );
    const found = rows.find(({ method, metric }) => method === methods[m]!.method && metric === "hit rate");
    assertClose(found?.p ?? undefined, expected, 1e-12, methods[m]!.method);
    assert.ok(m !== 2 || (expected > 0.05 && expected < 1), "the case of alike methods tells nothing");
  }
});

test("verdicts say which methods are better and worse, and leave alone what is alike", () => {
  const rows = metricMeans(methods, judged, { n: [1, 2], baseline: "Base", resamples: 400 });
  for (const metric of ["precision", "recall", "nDCG", "MAP", "hit rate", "MRR"]) {
    for (const n of [1, 2]) {
      const own = rows.filter((row) => row.metric === metric && row.n === n);
      assert.deepEqual(
        own.map(({ verdict }) => verdict),
        [null, "better", "not told apart", "worse"],
        `${metric} ${n}`,
      );
    }
  }
});

test("p values are corrected by Holm among the methods compared", () => {
  const alone = methods.slice(1).map((method) => {
    const rows = metricMeans([methods[0]!, method], judged, { n: [2], baseline: "Base", resamples: 500 });
    return rows.find((row) => row.metric === "nDCG" && row.method === method.method)!.p!;
  });
  const together = metricMeans(methods, judged, { n: [2], baseline: "Base", resamples: 500 })
    .filter((row) => row.metric === "nDCG" && row.p !== null)
    .map((row) => row.p!);
  assert.deepEqual(together, [...adjustPValues(alone, "holm")]);
  assert.ok(together.some((p, i) => p > alone[i]!));
});

test("where no method is better, one is seldom called so", () => {
  // 200 trials at level .95: of chance alone at most 5 % of families have a finding, 10 expected; 20 is 3 sd above.
  let found = 0;
  for (let trial = 0; trial < 200; trial++) {
    const same = ["Base", "A", "B", "C"].map((name) => listsOf(name, 0.4));
    const rows = metricMeans(same, judged, { n: [1], baseline: "Base", resamples: 250, seed: trial });
    if (
      rows.some(
        ({ metric, verdict }) => metric === "hit rate" && verdict !== null && verdict !== "not told apart",
      )
    )
      found++;
  }
  assert.ok(found <= 20, `${found} of 200`);
});

test("a planted follower is found by item–item cosine and not by popularity", () => {
  // Every customer who has bought lead k buys its follower k next; followers and leads are equally common.
  const pairs = 12;
  const follow = Object.fromEntries(
    Array.from({ length: 240 }, (_, c) => {
      const [own, next] = [c % pairs, Math.floor(c / pairs) % pairs];
      const orders = [[`lead ${own}`], [`follower ${own}`], [`lead ${next}`]];
      return [`c${c}`, own === next ? orders.slice(0, 2) : [...orders, [`follower ${next}`]]];
    }),
  );
  const split = splitPurchases(shopOf(follow), { by: "lastOrder", minOrders: 4 });
  const result = evaluate([popular(split.history), itemCosine(split.history)], split, {
    n: [1],
    bought: "left out",
    baseline: "Popular",
    resamples: 200,
  });
  const [common, cosine] = result.means.filter(({ metric }) => metric === "precision");
  assert.equal(common?.customers, 220);
  assert.ok(common.estimate < 0.2, `${common.estimate}`);
  assert.ok(cosine!.estimate > 0.9, `${cosine?.estimate}`);
  assert.equal(cosine?.verdict, "better");
});
