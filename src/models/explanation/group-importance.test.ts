import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import type { Features } from "../features/features";
import { groupImportance } from "./group-importance";
import { permutationImportance } from "./permutation-importance";

/** Two copies of one feature that decides the label, and one of noise. */
function copies() {
  const random = createRandom(3);
  const signal = Float64Array.from({ length: 400 }, () => random.next());
  const noise = Float64Array.from({ length: 400 }, () => random.next());
  const labels = Uint8Array.from(signal, (x) => (x + 0.2 * random.next() > 0.6 ? 1 : 0));
  const features: Features = { names: ["a_one", "a_two", "b"], columns: [signal, signal.slice(), noise] };
  return { features, labels };
}
/** Believes the greater of both copies: with one shuffled the other still tells much. */
const predict = ({ columns: [one, two, noise] }: Features) =>
  Float64Array.from({ length: one!.length }, (_, i) => one![i]! + two![i]! + 0.01 * noise![i]!);

test("each group of one feature is as important as that feature, to the bit", () => {
  const { features, labels } = copies();
  const options = { repeats: 3, seed: 5 };
  assert.deepEqual(
    groupImportance(predict, features, labels, (name) => name, options),
    permutationImportance(predict, features, labels, options),
  );
});

test("copies cannot cover for each other in one group, which then tells nothing", () => {
  const { features, labels } = copies();
  const options = { repeats: 10, seed: 5 };
  const single = permutationImportance(predict, features, labels, options);
  const [together, noise] = groupImportance(predict, features, labels, (name) => name[0]!, options);
  assert.deepEqual([together!.name, noise!.name], ["a", "b"]);
  assert.ok(
    together!.importance > 2 * single[0]!.importance,
    `${together!.importance} ${single[0]!.importance}`,
  );
  // Without the group the scores are noise: an AUC of a half.
  assert.ok(Math.abs(together!.importance - 0.5) < 0.05, String(together!.importance));
  assert.ok(Math.abs(noise!.importance) < 0.01);
});

test("features of a group keep to the same row when shuffled", () => {
  const { features, labels } = copies();
  let checked = 0;
  const watched = (table: Features) => {
    const [one, two] = table.columns as [ArrayLike<number>, ArrayLike<number>];
    for (let i = 0; i < one.length; i++) assert.equal(one[i], two[i]);
    checked++;
    return predict(table);
  };
  groupImportance(watched, features, labels, (name) => name[0]!, { repeats: 2 });
  assert.equal(checked, 5);
});
