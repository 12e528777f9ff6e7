import assert from "node:assert/strict";
import { test } from "node:test";
import { oncePer } from "./once";

test("work is done once for an owner and key, also when asked for at once", async () => {
  const ask = oncePer<object, number>();
  let done = 0;
  const work = async () => ++done;
  const [shop, other] = [{}, {}];
  assert.deepEqual(await Promise.all([ask(shop, "a", work), ask(shop, "a", work)]), [1, 1]);
  assert.equal(await ask(shop, "a", work), 1);
  assert.deepEqual([await ask(shop, "b", work), await ask(other, "a", work)], [2, 3]);
});

test("work that fails is tried again", async () => {
  const ask = oncePer<object, string>();
  const shop = {};
  const failing = () => Promise.reject(new Error("no"));
  await assert.rejects(ask(shop, "a", failing), /no/);
  assert.equal(await ask(shop, "a", async () => "yes"), "yes");
});
