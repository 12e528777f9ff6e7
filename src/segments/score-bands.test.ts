import assert from "node:assert/strict";
import { test } from "node:test";
import { bandOf, publishedBands } from "./score-bands";

test("the published bands meet at their cut points", () => {
  const name = (score: number) => publishedBands[bandOf([score], publishedBands)[0] as number]?.name;
  assert.equal(name(555), "VIP");
  assert.equal(name(545), "VIP");
  assert.equal(name(544), "Loyal customer");
  assert.equal(name(512), "Loyal customer");
  assert.equal(name(511), "Potential Loyalists");
  assert.equal(name(411), "New customers");
  assert.equal(name(231), "Cannot lose them");
  assert.equal(name(121), "At-Risk");
  assert.equal(name(111), "Hibernating");
});

test("bands that do not descend and scores below them all are refused", () => {
  assert.throws(
    () =>
      bandOf(
        [300],
        [
          { name: "a", from: 200 },
          { name: "b", from: 200 },
        ],
      ),
    /"b" starts at 200/,
  );
  assert.throws(() => bandOf([555, 100], publishedBands), /score 100 at index 1/);
});
