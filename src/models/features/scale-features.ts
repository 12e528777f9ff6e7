import { type Features, requireSameNames, rowsOf } from "./features";

/** Means and deviations of features: plain data. */
export interface FeatureScale {
  readonly names: readonly string[];
  readonly means: readonly number[];
  /** Population standard deviations; 1 for a constant feature. */
  readonly deviations: readonly number[];
}

/**
 * Learns each feature's mean and standard deviation over the rows where it is known, for what measures distances, such as
 * `smote`. Learn it from the rows that are learnt from, and scale both sides with it. O(rows × features).
 *
 * @throws RangeError naming a feature that is missing in every row, or as `rowsOf`
 * @example const scale = learnScale(train); smote(scaleFeatures(scale, train), labels)
 */
export function learnScale(features: Features): FeatureScale {
  rowsOf(features);
  const moments = features.columns.map((column, f) => {
    const known = Float64Array.from(column).filter((value) => !Number.isNaN(value));
    if (known.length === 0)
      throw new RangeError(`Feature "${features.names[f]}" is missing in every row: leave it out.`);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const constant = known.every((value) => value === known[0]);
    return constant
      ? { mean: known[0]!, deviation: 1 }
      : { mean, deviation: Math.sqrt(squares / known.length) };
  });
  return {
    names: features.names,
    means: moments.map(({ mean }) => mean),
    deviations: moments.map(({ deviation }) => deviation),
  };
}

/**
 * Each value less its feature's mean, by its deviation; missing ones stay missing. O(rows × features).
 *
 * @throws RangeError when the features are not those the scale was learnt from, in their order, or as `rowsOf`
 * @example scaleFeatures({ names: ["gap"], means: [7], deviations: [2] }, { names: ["gap"], columns: [[9]] }).columns // [1]
 */
export function scaleFeatures({ names, means, deviations }: FeatureScale, features: Features): Features {
  rowsOf(features);
  requireSameNames(names, features.names, "the scale");
  const columns = features.columns.map((column, f) =>
    Float64Array.from(column, (value) => (value - means[f]!) / deviations[f]!),
  );
  return { names, columns };
}
