import type { Contributions } from "../boosting/tree-shap";
import { type Features, rowsOf } from "../features/features";

/**
 * Checks that contributions are those of the features' rows. O(rows × features).
 *
 * @returns the number of rows
 * @throws RangeError when there are more or fewer contributions than features or rows, or as `rowsOf`
 * @example requireContributions(treeShap(model, features), features) // rows
 */
export function requireContributions({ columns }: Contributions, features: Features): number {
  const rows = rowsOf(features);
  if (columns.length !== features.names.length)
    throw new RangeError(
      `Contributions of ${columns.length} features, but there are ${features.names.length}: pass the table that was explained.`,
    );
  for (const [f, column] of columns.entries())
    if (column.length !== rows)
      throw new RangeError(
        `Feature "${features.names[f]}" has contributions to ${column.length} rows, but there are ${rows}: pass the table that was explained.`,
      );
  return rows;
}
