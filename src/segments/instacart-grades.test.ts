import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClose } from "../../test/close";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import type { Dataset } from "../data/opened";
import { gradeByCuts } from "./grades";
import { instacartGrades, instacartWeights, percentOfRange, rfrGrades, rfrScore } from "./instacart-grades";
import { orderVariables } from "./order-variables";
import { sampledOrderVariables } from "./sampled-orders";
import { valuesOf } from "./variables";
import { weightedScore } from "./weighted-score";

const counts = (of: Uint8Array, grades: number) =>
  Array.from({ length: grades }, (_, g) => of.filter((grade) => grade === g).length);

test("the published customers and lines add up to the published totals, one printed share does not", () => {
  const users = instacartGrades.reduce((sum, grade) => sum + grade.users, 0);
  assert.equal(users, 122_812);
  assert.equal(
    instacartGrades.reduce((sum, grade) => sum + grade.lines, 0),
    3_661_121,
  );
  const shares = instacartGrades.map((grade) => ((100 * grade.users) / users).toFixed(2));
  assert.deepEqual(shares, ["0.56", "3.41", "9.16", "20.98", "45.50", "20.39"]); // 20.98 is printed as 19.80
});

test("the grades leave no gap from 0 to their greatest score", () => {
  assert.deepEqual(
    [...gradeByCuts([0, 9, 9.2, 106, 244], instacartGrades, { closed: "right" })],
    [5, 5, 4, 1, 0],
  );
  assert.deepEqual([...gradeByCuts([0, 10, 69.9, 70, 100], rfrGrades, { closed: "left" })], [4, 3, 1, 0, 0]);
});

test("a score is spread over 0 to 100, if it differs at all", () => {
  assert.deepEqual([...percentOfRange(Float64Array.of(3, 1, 2))], [100, 0, 50]);
  assert.throws(() => percentOfRange(Float64Array.of(3, 3)), /the same for all customers/);
});

// pandas 3.1 on the 1,000 customers, test orders left out: pd.cut(.2 * R + .4 * F + .4 * M, [0, 9, 20, 37, 64, 106, 734]),
// np.cov(weight * variable, score)[0, 1] / score.var(), and the min-max sums cut by pd.cut(…, right=False).
describe("study 002's scores of the real customers", withReal("instacart/orders.csv"), () => {
  let shop: Dataset;
  before(async () => {
    shop = await openDataset("instacart", { source: "real" });
  });
  after(() => shop?.close());

  test("items make up 94 % of the raw score, and 56 customers lie above its published range", async () => {
    const variables = ["lastGap", "frequency", "items", "reordered"] as const;
    const customers = await orderVariables(shop.engine, { variables, testOrders: "left out" });
    const { score, parts } = weightedScore(customers, instacartWeights, {
      scale: "raw",
      direction: "ignored",
    });
    [-0.0076938825878149, 0.06724950279468926, 0.9404443797931257].forEach((share, i) => {
      assertClose(parts[i]?.varianceShare, share, 1e-12, parts[i]?.variable);
    });
    assert.equal(score.filter((value) => value > 244).length, 56);
    assertClose(Math.max(...score), 733.4, 1e-9);
    const open = instacartGrades.map((grade) => (grade.name === "VIP" ? { ...grade, to: Infinity } : grade));
    assert.deepEqual(counts(gradeByCuts(score, open, { closed: "right" }), 6), [196, 138, 214, 231, 193, 28]);
    assert.throws(
      () => gradeByCuts(score, instacartGrades, { closed: "right" }),
      /lies outside the grades, 0 to 244/,
    );
    assert.deepEqual(
      counts(gradeByCuts(rfrScore(customers), rfrGrades, { closed: "left" }), 5),
      [13, 57, 249, 364, 317],
    );
  });

  test("a sample of all orders is all customers as they are, a smaller one some of them with fewer items", async () => {
    const { engine } = shop;
    const all = await sampledOrderVariables(engine, { share: 1, seed: 1 });
    const exact = await orderVariables(engine, {
      variables: ["lastGap", "frequency", "items"],
      testOrders: "left out",
    });
    assert.deepEqual(all.customer, exact.customer);
    for (const name of ["lastGap", "frequency", "items"] as const) {
      assert.deepEqual(valuesOf(all, name), valuesOf(exact, name), name);
    }
    const some = await sampledOrderVariables(engine, { share: 0.113, seed: 1 });
    assert.deepEqual(some, await sampledOrderVariables(engine, { share: 0.113, seed: 1 }));
    // Of 15,968 orders with n_u for customer u: Σ 1 − (1 − .113)^n_u customers, 671.4 ± 12.8.
    assert.ok(Math.abs(some.customer.length - 671.4) < 3 * 12.8, String(some.customer.length));
    await assert.rejects(sampledOrderVariables(engine, { share: 0, seed: 1 }), /share 0 of the orders/);
  });
});
