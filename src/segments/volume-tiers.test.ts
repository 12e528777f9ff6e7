import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { heavyMediumLight, volumeTiers } from "./volume-tiers";

const squares = Float64Array.from({ length: 50 }, (_, i) => ((i * 37) % 53) ** 2);

test("tiers hold their share of the customers, the heaviest first", () => {
  const { tierOf, tiers } = volumeTiers(Float64Array.of(1, 100, 2, 50, 4, 3, 9, 8, 7, 6), heavyMediumLight);
  assert.deepEqual([...tierOf], [2, 0, 2, 0, 2, 2, 1, 1, 1, 2]);
  assert.deepEqual(
    tiers.map(({ name, customers, from }) => [name, customers, from]),
    [
      ["Heavy", 2, 50],
      ["Medium", 3, 7],
      ["Light", 5, 1],
    ],
  );
  assertClose(tiers[0]?.volumeShare.estimate, 150 / 190, 1e-15);
});

test("the shares of volume are those of pandas", () => {
  // x = pd.Series(np.arange(50) * 37 % 53) ** 2; s = x.sort_values(ascending=False); s[:10].sum() / s.sum(), s[10:25] …
  const { tiers } = volumeTiers(squares, heavyMediumLight, { resamples: 200 });
  [0.4951171437530798, 0.38686556466424765, 0.11801729158267257].forEach((share, t) => {
    assertClose(tiers[t]?.volumeShare.estimate, share, 1e-12);
    assert.ok((tiers[t]?.volumeShare.low ?? 1) <= share && (tiers[t]?.volumeShare.high ?? 0) >= share);
  });
});

test("negative volumes, none at all, and tiers that do not add up are refused", () => {
  assert.throws(
    () => volumeTiers(Float64Array.of(1, -2), heavyMediumLight),
    /volume -2 at index 1 is negative/,
  );
  assert.throws(() => volumeTiers(Float64Array.of(0, 0), heavyMediumLight), /all volumes are 0/);
  assert.throws(
    () => volumeTiers(Float64Array.of(1), [{ name: "a", customers: 0.4 }]),
    /take 0.4 of the customers/,
  );
  assert.throws(() => volumeTiers(Float64Array.of(1), [{ name: "a", customers: 0 }]), /"a" takes 0/);
});
