import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rfmVariables } from "./rfm";
import { blockOf, standardMap } from "./score-map";
import { type ScoreRule, scoreVariables, segmentByRules } from "./score-rules";
import { quintileScores } from "./scores";
import { rfmOf } from "./testing";

const customers = rfmOf(Array.from({ length: 40 }, (_, i) => [(i * 7) % 41, (i * 11) % 43, (i * 13) % 47]));
const scores = scoreVariables(rfmVariables(customers), { levels: 5, by: "rank" });
type Rfm = "recency" | "frequency" | "monetary";

test("scores of any variables are those of R, F and M, by value and by rank", () => {
  for (const by of ["value", "rank"] as const) {
    const found = scoreVariables(rfmVariables(customers), { levels: 5, by }).scores;
    const known = quintileScores(customers, by);
    for (const { variable, score } of found) assert.deepEqual(score, known[variable], `${variable} by ${by}`);
  }
});

test("the standard map written as rules gives the standard map's segments", () => {
  const within = (score: number, [low, high]: readonly [number, number]) => score >= low && score <= high;
  const rules = standardMap.map(
    (block): ScoreRule<Rfm> => ({
      name: block.name,
      when: (s) => within(s.recency, block.recency) && within(s.frequency, block.frequency),
    }),
  );
  assert.deepEqual(segmentByRules(scores, rules), blockOf(quintileScores(customers, "rank"), standardMap));
});

test("each combination of scores is covered once, or the first that is not is named", () => {
  const late: ScoreRule<Rfm> = { name: "Late", when: (s) => s.recency <= 2 };
  const lately: ScoreRule<Rfm> = { name: "Lately", when: (s) => s.recency >= 4 };
  const rich: ScoreRule<Rfm> = { name: "Rich", when: (s) => s.monetary === 5 };
  assert.throws(
    () => segmentByRules(scores, [late, lately]),
    /no segment covers the scores recency 3, frequency 1, monetary 1/,
  );
  const rest: ScoreRule<Rfm> = { name: "Between", when: (s) => s.recency === 3 };
  assert.throws(
    () => segmentByRules(scores, [late, lately, rest, rich]),
    /"Late" and "Rich" both claim the scores recency 1, frequency 1, monetary 5/,
  );
  const many = { ...scores, levels: 60 };
  assert.throws(() => segmentByRules(many, [late]), /216000 combinations, more than 200000/);
});

test("rules are found for every customer as they say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (r, m) => {
      const good: ScoreRule<Rfm> = { name: "good", when: (s) => s.recency >= r && s.monetary >= m };
      const rest: ScoreRule<Rfm> = { name: "rest", when: (s) => !good.when(s) };
      const found = segmentByRules(scores, [good, rest]);
      const by = (name: Rfm) => scores.scores.find((s) => s.variable === name)?.score as Uint8Array;
      found.forEach((segment, i) => {
        const isGood = (by("recency")[i] as number) >= r && (by("monetary")[i] as number) >= m;
        assert.equal(segment, isGood ? 0 : 1);
      });
    }),
  );
});
