import { quantileSorted } from "../../stats/quantile";
import { type Features, requireSameNames, rowsOf } from "./features";

/** A table's features and the values that stand for their missing ones: plain data. */
export interface MissingFill {
  readonly names: readonly string[];
  /** For each feature the median of its known values. */
  readonly medians: readonly number[];
  /** Features that had missing values, each of which gets a column of marks. */
  readonly marked: readonly string[];
}

/**
 * Learns what to fill missing values with, for models that take none: each feature's median over the rows where it is
 * known. Learn it from the rows that are learnt from, and fill both sides with it. O(rows log rows × features).
 *
 * @throws RangeError naming a feature that is missing in every row, or as `rowsOf`
 * @example const fill = learnFill(train); fitLogistic(fillMissing(fill, train), labels)
 */
export function learnFill(features: Features): MissingFill {
  rowsOf(features);
  const known = features.columns.map((column) =>
    Float64Array.from(column)
      .filter((value) => !Number.isNaN(value))
      .sort(),
  );
  const empty = known.findIndex((values) => values.length === 0);
  if (empty >= 0)
    throw new RangeError(`Feature "${features.names[empty]}" is missing in every row: leave it out.`);
  return {
    names: features.names,
    medians: known.map((values) => quantileSorted(values, 0.5)),
    marked: features.names.filter((_, f) => known[f]!.length < features.columns[f]!.length),
  };
}

/**
 * The table without missing values: each is its feature's median, and every feature that had some where the fill was
 * learnt gets a column "… missing" of 1 and 0 after the others. O(rows × features).
 *
 * @throws RangeError when the features are not those the fill was learnt from, in their order, or as `rowsOf`
 * @example fillMissing({ names: ["gap"], medians: [7], marked: ["gap"] }, { names: ["gap"], columns: [[Number.NaN]] }).columns // [7], [1]
 */
export function fillMissing({ names, medians, marked }: MissingFill, features: Features): Features {
  rowsOf(features);
  requireSameNames(names, features.names, "the fill");
  const filled = features.columns.map((column, f) =>
    Float64Array.from(column, (value) => (Number.isNaN(value) ? medians[f]! : value)),
  );
  const marks = marked.map((name) =>
    Float64Array.from(features.columns[names.indexOf(name)]!, (value) => (Number.isNaN(value) ? 1 : 0)),
  );
  return { names: [...names, ...marked.map((name) => `${name} missing`)], columns: [...filled, ...marks] };
}
