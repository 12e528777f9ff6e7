import { type Features, rowsOf } from "../features/features";
import {
  type PermutationImportance,
  type PermutationOptions,
  permutationImportance,
} from "./permutation-importance";

/**
 * Permutation importance of groups of features: a group's features are shuffled together, row by row, so that features that
 * say nearly the same cannot cover for each other. O(groups × repeats × (prediction + rows × (log rows + features))).
 *
 * @param predict what the model says of a table of features: one score a row
 * @param labels one 0 or 1 a row
 * @param groupOf the name of the group of each feature; features of one name are shuffled together
 * @returns one for each group, in order of appearance
 * @throws RangeError as {@link permutationImportance}
 * @see Gregorutti, Michel & Saint-Pierre (2015), "Grouped variable importance with random forests"
 * @example groupImportance(predict, test, labels, (name) => name.split("_")[0]!, { measure: "average precision" })
 */
export function groupImportance(
  predict: (features: Features) => ArrayLike<number>,
  features: Features,
  labels: ArrayLike<number>,
  groupOf: (name: string) => string,
  options: PermutationOptions = {},
): PermutationImportance[] {
  const rows = rowsOf(features);
  const groups = features.names.map(groupOf);
  const names = [...new Set(groups)];
  // A group stands for its rows' numbers: where they are shuffled, its features take their values from other rows.
  const places: Features = {
    names,
    columns: names.map(() => Uint32Array.from({ length: rows }, (_, i) => i)),
  };
  const taken = (column: ArrayLike<number>, from: ArrayLike<number>) =>
    Float64Array.from({ length: rows }, (_, row) => column[from[row]!]!);
  const whole = places.columns;
  return permutationImportance(
    ({ columns }) =>
      predict({
        names: features.names,
        columns: features.columns.map((column, f) => {
          const group = names.indexOf(groups[f]!);
          return columns[group] === whole[group] ? column : taken(column, columns[group]!);
        }),
      }),
    places,
    labels,
    options,
  );
}
