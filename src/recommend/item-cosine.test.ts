import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { itemCosine } from "./item-cosine";
import { purchasesOf } from "./purchases";
import { meanRatings, ratingsOf } from "./ratings";
import { anyLines, shopOf } from "./testing";
import { boughtItems, recommend, topItems } from "./top-items";

// R = [[2,0,1,0,4], [1,3,0,0,0], [0,2,2.5,0,1], [0,0,0,6,0], [3,0,0,0,0]]: customers × items.
const history = shopOf({
  u0: [["a", "c"], ["e"]],
  u1: [["b"], ["a"]],
  u2: [["b", "c", "e"]],
  u3: [["d"]],
  u4: [["a"]],
});
const ratings = meanRatings(history, {
  customers: ["u0", "u0", "u0", "u1", "u1", "u2", "u2", "u2", "u3", "u4"],
  items: ["a", "c", "e", "a", "b", "b", "c", "e", "d", "a"],
  values: [2, 1, 4, 1, 3, 2, 2.5, 1, 6, 3],
});
const close = (actual: Float64Array, expected: readonly number[]) => {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    if (value === 0) assert.equal(actual[i], -Infinity);
    else assertClose(actual[i], value, 1e-14, `item ${i}`);
  });
};

test("scores are S·u of scikit-learn's cosines", () => {
  // S = sklearn.metrics.pairwise.cosine_similarity(R.T); S @ R[0], S @ R[1] (scikit-learn 1.9)
  const recommender = itemCosine(history, { ratings });
  close(
    recommender.scores(0),
    [4.272768582161113, 1.4979140278183154, 3.738995548965806, 0, 5.622616511527822],
  );
  close(
    recommender.scores(1),
    [1.6671243849949913, 3.2223747949983315, 1.7435952746680006, 0, 0.922166655239519],
  );
});

test("with one neighbour only the nearest other of each of the customer's items counts", () => {
  // The same S with all but the diagonal and each row's greatest other set to 0: R[u] @ S
  const recommender = itemCosine(history, { ratings, neighbours: 1 });
  close(recommender.scores(0), [2, 0, 3.3419622153774338, 0, 5.622616511527822]);
  close(recommender.scores(1), [1, 3, 1.5450786078738146, 0, 0.5185629788417315]);
});

test("reasons name the customer's items by what they add, or say that it was bought before", () => {
  const reasonOf = (neighbours?: number) => (customer: number, item: number) =>
    itemCosine(history, { ratings, ...(neighbours && { neighbours }) }).reason(customer, item);
  // To item b: a adds .2224 × 2, c .5150 × 1, e .1345 × 4.
  assert.deepEqual(reasonOf()(0, 1), { kind: "goes with", items: [4, 2, 0] });
  // To item c: c itself adds 1, but e .5855 × 4; a .1985 × 2.
  assert.deepEqual(reasonOf()(0, 2), { kind: "goes with", items: [4, 0] });
  assert.deepEqual(reasonOf(1)(0, 2), { kind: "goes with", items: [4] });
  assert.deepEqual(reasonOf()(0, 4), { kind: "bought before", orders: 1, of: 2 });
  assert.deepEqual(reasonOf()(3, 3), { kind: "bought before", orders: 1, of: 1 });
});

test("reasons of what is not bought name one to three of the customer's items", () => {
  fc.assert(
    fc.property(anyLines, fc.constantFrom(undefined, 1, 2, 3), (lines, neighbours) => {
      const any = purchasesOf(lines);
      const recommender = itemCosine(any, { ...(neighbours && { neighbours }) });
      for (let c = 0; c < any.customers.length; c++) {
        const own = boughtItems(any, c);
        for (const { reason } of recommend(recommender, any, c, { n: 7, bought: "left out" })) {
          assert.ok(reason.kind === "goes with" && reason.items.length >= 1 && reason.items.length <= 3);
          assert.ok(reason.items.every((item) => own.includes(item)));
        }
      }
    }),
  );
});

test("as many neighbours as there are items give the exact scores", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const any = purchasesOf(lines);
      const [all, near] = [itemCosine(any), itemCosine(any, { neighbours: any.items.length })];
      for (let c = 0; c < any.customers.length; c++) {
        const expected = all.scores(c);
        near.scores(c).forEach((score, i) => {
          if (expected[i] === -Infinity) assert.equal(score, -Infinity);
          else assertClose(score, expected[i]!, 1e-12);
        });
      }
    }),
  );
});

test("all ratings times a factor give the same lists", () => {
  const doubled = { ...ratings, values: ratings.values.map((value) => value * 8) };
  for (let c = 0; c < 5; c++) {
    const list = (of: typeof ratings) =>
      topItems(itemCosine(history, { ratings: of }), history, c, { n: 5, bought: "kept" });
    assert.deepEqual(list(doubled), list(ratings));
  }
});

test("ratings of other customers and impossible neighbours are refused", () => {
  const other = shopOf({ ann: [["a"]] });
  assert.throws(
    () => itemCosine(history, { ratings: ratingsOf(other, "bought") }),
    /Ratings of 1 customers and 1 items do not go with a history of 5 and 5/,
  );
  for (const one of [{ customers: 4 }, { items: 4 }]) {
    assert.throws(() => itemCosine(history, { ratings: { ...ratings, ...one } }), /do not go with a history/);
  }
  for (const neighbours of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => itemCosine(history, { neighbours }), /neighbours of an item/);
  }
});
