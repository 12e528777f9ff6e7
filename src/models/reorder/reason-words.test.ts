import assert from "node:assert/strict";
import { test } from "node:test";
import { REORDER_FEATURES } from "./feature-list";
import { REORDER_WORDS } from "./reason-words";

test("every worded feature is one of reorder prediction, and the words hold its value", () => {
  const names = new Set(REORDER_FEATURES.map(({ name }) => name));
  for (const [name, words] of Object.entries(REORDER_WORDS)) {
    assert.ok(names.has(name), `${name} is no feature`);
    assert.notEqual(words(0.04), words(0.97), name);
  }
});

test("counts, shares and pauses read as people say them", () => {
  const said = (name: string, value: number) => REORDER_WORDS[name]?.(value);
  assert.equal(said("uxp_times_bought", 1), "bought in 1 order");
  assert.equal(said("p_num_of_times", 472_565), "sold 472,565 times");
  assert.equal(said("uxp_times_bought", 12), "bought in 12 orders");
  assert.equal(said("uxp_orders_since_last", 1), "last bought in the last order");
  assert.equal(said("uxp_orders_since_last", 4), "last bought 4 orders ago");
  assert.equal(said("uxp_times_ratio", 0.254), "in 25 % of all orders");
  assert.equal(said("uxp_streak", 0), "not in the last order");
  assert.equal(said("uxp_line_share", 0.0123), "1.2 % of all the customer's lines");
  assert.equal(said("uxp_weekday_affinity", -0.9), "bought on opposite weekdays");
});
