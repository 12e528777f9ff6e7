import { takeRows } from "../features/features";
import { crossPredict, type Learner } from "../splits/cross-predict";
import type { VipTask } from "./vip-task";

/** What a model may know of those it is tested on: by customer, not them; by time, not their time; by both, neither. */
export type VipSplit = "customer" | "time" | "both";

/**
 * Scores the customers of a later pair of windows by models that know less and less of them. By customer: learnt from the
 * other folds of the same windows. By time: learnt from all customers of earlier windows. By both: learnt from earlier
 * windows, without the customers of the fold. A model for next quarter faces the split by time; a model that learns its
 * customers by heart shows where the other splits differ from it. Time of one training, or of one a fold.
 *
 * @param earlier windows whose label was known when the later ones' second window began
 * @param foldOf the fold of each customer of the later windows, such as of `stratifiedFolds`
 * @returns one score for each customer of the later windows
 * @throws RangeError when the folds are not one a customer of the later windows, and what the learner throws
 * @example await predictLater(earlier, later, { split: "time", foldOf, learner: logisticLearner() })
 */
export async function predictLater(
  earlier: VipTask,
  later: VipTask,
  { split, foldOf, learner }: { split: VipSplit; foldOf: ArrayLike<number>; learner: Learner },
): Promise<Float64Array> {
  const rows = later.customers.length;
  if (foldOf.length !== rows)
    throw new RangeError(`${foldOf.length} folds for ${rows} customers: each needs one.`);
  if (split === "customer") return crossPredict(later.features, later.later.labels, foldOf, learner);
  if (split === "time") return (await learner(earlier.features, earlier.later.labels))(later.features);
  const foldAt = new Map(later.customers.map((id, row) => [id, foldOf[row]!]));
  const scores = new Float64Array(rows);
  for (const fold of new Set(Array.from(foldOf))) {
    const known: number[] = [];
    for (const [row, id] of earlier.customers.entries()) if (foldAt.get(id) !== fold) known.push(row);
    const predict = await learner(
      takeRows(earlier.features, known),
      known.map((row) => earlier.later.labels[row]!),
    );
    const own: number[] = [];
    for (let row = 0; row < rows; row++) if (foldOf[row] === fold) own.push(row);
    for (const [i, score] of predict(takeRows(later.features, own)).entries()) scores[own[i]!] = score;
  }
  return scores;
}
