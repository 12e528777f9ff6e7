import type { Contributions } from "../boosting/tree-shap";
import { featureMatrix } from "../features/feature-matrix";
import { type Features, requireSameNames } from "../features/features";
import type { LogisticModel } from "./logistic";

/**
 * What each feature adds to a row's log odds: coefficient × (value − mean) / deviation. Where features are independent
 * these are the Shapley values of the margin; of features that go together each takes what its own coefficient gives.
 * O(rows × features).
 *
 * @returns columns that with `expected` (the log odds at the means) add up to every row's log odds
 * @throws RangeError when the columns are not those the model was fitted to, in their order, or one is missing or infinite
 * @see Lundberg & Lee (2017), "A unified approach to interpreting model predictions", corollary 1
 * @example logisticContributions(model, features).columns[0][7] // what the first feature adds for row 7
 */
export function logisticContributions(model: LogisticModel, features: Features): Contributions {
  const { rows, columns, values } = featureMatrix(features);
  requireSameNames(model.names, features.names, "the model");
  return {
    expected: model.intercept,
    columns: model.names.map((_, j) =>
      Float64Array.from({ length: rows }, (__, i) => {
        const above = values[i * columns + j]! - model.means[j]!;
        return (model.coefficients[j]! * above) / model.deviations[j]!;
      }),
    ),
  };
}
