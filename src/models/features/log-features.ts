import { type Features, rowsOf } from "./features";

/**
 * Every feature's log(1 + x): what counts then is how many times more, not how much more. For amounts and counts, which are
 * 0 or more. Missing values stay missing. O(rows × features).
 *
 * @throws RangeError naming feature and row (from 0) of a value below 0, or as `rowsOf`
 * @example logFeatures({ names: ["spend"], columns: [[0, 99]] }).columns[0] // 0, 4.605…
 */
export function logFeatures(features: Features): Features {
  rowsOf(features);
  const columns = features.columns.map((column, f) =>
    Float64Array.from(column, (value, row) => {
      if (value < 0)
        throw new RangeError(
          `Feature "${features.names[f]}" is ${value} in row ${row}: logarithms are for features from 0 up.`,
        );
      return Math.log1p(value);
    }),
  );
  return { names: features.names, columns };
}
