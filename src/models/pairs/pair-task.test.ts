import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { withReal } from "../../../test/real-data";
import { clean } from "../../data/clean";
import { openDataset } from "../../data/dataset";
import { numbers, texts } from "../../data/engine";
import { splitPurchases } from "../../recommend/evaluation/split";
import { purchasesOf } from "../../recommend/purchases";
import { pairTask } from "./pair-task";

/** Sunday, 2 January 2011, 9 o'clock UTC. */
const SUNDAY = Date.UTC(2011, 0, 2, 9);
const DAY = 86_400_000;

/** Orders of "customer day: items". */
function purchases(...orders: string[]) {
  const lines = orders.flatMap((order, o) => {
    const [customer, day, ...items] = order.split(/[ :]+/);
    return items.map((item) => ({ customer: customer!, order: o, time: SUNDAY + Number(day) * DAY, item }));
  });
  return purchasesOf({
    customers: lines.map(({ customer }) => customer),
    orders: lines.map(({ order }) => order),
    times: lines.map(({ time }) => time),
    items: lines.map(({ item }) => item),
  });
}

const shop = [
  "ann 0: tea milk",
  "ann 1: tea",
  "ann 1: tea jam",
  "bob 3: tea",
  "ann 7: jam rice",
  "bob 9: milk",
];

test("features of a pair, by hand", () => {
  const task = pairTask(splitPurchases(purchases(...shop), { by: "time", at: SUNDAY + 7 * DAY }));
  // Items by name: jam 0, milk 1, rice 2, tea 3. Ann had milk, tea, then jam; bob had tea.
  assert.deepEqual([...task.customers], [0, 0, 0, 1]);
  assert.deepEqual([...task.items], [1, 3, 0, 3]);
  assert.deepEqual([...task.labels], [0, 0, 1, 0]);
  const { names, columns } = task.features;
  const table = new Map(names.map((name, f) => [name, [...Array.from(columns[f]!)]]));
  assert.deepEqual(
    table,
    new Map([
      ["uxp_times_bought", [1, 3, 1, 1]],
      ["uxp_reorder_ratio", [1 / 3, 1, 1, 1]],
      ["uxp_last_five", [1, 3, 1, 1]],
      ["uxp_ratio_last_five", [0.2, 0.6, 0.2, 0.2]],
      ["u_num_of_orders", [3, 3, 3, 1]],
      ["u_avg_prd", [5 / 3, 5 / 3, 5 / 3, 1]],
      ["dow_u_most", [1, 1, 1, 3]],
      ["hod_u_most", [9, 9, 9, 9]],
      ["u_reorder_ratio", [0.4, 0.4, 0.4, 0]],
      ["p_reorder_ratio", [0, 0.5, 0, 0.5]],
      ["p_num_of_times", [1, 4, 1, 4]],
    ]),
  );
});

test("only the last five orders are the last five", () => {
  const six = [0, 1, 2, 3, 4, 5].map((day) => `ann ${day}: ${day === 0 || day === 5 ? "tea" : "milk"}`);
  const { items, features } = pairTask(splitPurchases(purchases(...six, "ann 6: tea"), { by: "lastOrder" }));
  const lastFive = features.columns[features.names.indexOf("uxp_last_five")]!;
  assert.deepEqual([...items], [1, 0]);
  assert.deepEqual([lastFive[0], lastFive[1]], [1, 4]);
});

test("no feature changes when the future does", () => {
  const features = (...later: string[]) =>
    pairTask(splitPurchases(purchases(...shop.slice(0, 4), ...later), { by: "time", at: SUNDAY + 7 * DAY }));
  const one = features("ann 7: jam", "bob 9: milk");
  const other = features("ann 8: tea", "ann 20: tea jam", "bob 7: tea");
  assert.deepEqual(one.features, other.features);
  assert.notDeepEqual(one.labels, other.labels);
});

test("without anybody who has both earlier orders and a held-out one there is nothing to ask", () => {
  const split = splitPurchases(purchases("ann 0: tea", "bob 9: tea"), { by: "time", at: SUNDAY + 7 * DAY });
  assert.throws(() => pairTask(split), /No customer has both earlier orders and one that is held out/);
});

// pandas 3 on the published cleaning: pairs of customers and stock codes of the invoices before 9 October 2011, with the
// customer's next invoice; sums of each feature over all pairs and over those that were bought again.
const SUMS: readonly [name: string, all: number, again: number][] = [
  ["uxp_times_bought", 201461, 29306],
  ["uxp_reorder_ratio", 64923.4277370417, 9045.249851218055],
  ["uxp_last_five", 125934, 20313],
  ["uxp_ratio_last_five", 25186.8, 4062.6],
  ["u_num_of_orders", 1704234, 123400],
  ["u_avg_prd", 4546463.240503671, 540713.6461819054],
  ["dow_u_most", 296175, 30670],
  ["hod_u_most", 1603177, 173358],
  ["u_reorder_ratio", 35479.35332260278, 3912.8374622398223],
  ["p_reorder_ratio", 33743.9169424738, 4409.066168569789],
  ["p_num_of_times", 30838895, 4755236],
];

test("the pairs of Online Retail are those of pandas", withReal("online-retail/data.csv"), async () => {
  const opened = await openDataset("online-retail", { source: "real" });
  try {
    const { table } = await clean(opened, "as-published");
    const lines = await opened.engine.query(
      `SELECT customer, order_id, CAST(epoch_ms(order_time) AS DOUBLE) AS time, product FROM ${table}`,
    );
    const all = purchasesOf({
      customers: texts(lines, "customer"),
      orders: texts(lines, "order_id"),
      times: numbers(lines, "time"),
      items: texts(lines, "product"),
    });
    const task = pairTask(splitPurchases(all, { by: "time", at: Date.UTC(2011, 9, 9) }));
    assert.equal(task.labels.length, 134_530);
    assert.equal(new Set(task.customers).size, 1_792);
    assert.equal(
      task.labels.reduce((sum, label) => sum + label, 0),
      14_418,
    );
    for (const [f, [name, sum, again]] of SUMS.entries()) {
      assert.equal(task.features.names[f], name);
      const column = Float64Array.from(task.features.columns[f]!);
      const total = (part: Float64Array) => part.reduce((a, b) => a + b, 0);
      assertClose(total(column), sum, 1e-9 * sum, name);
      assertClose(total(column.map((value, row) => value * task.labels[row]!)), again, 1e-9 * again, name);
    }
  } finally {
    await opened.close();
  }
});
