import { logGamma } from "../../../stats/gamma";
import { type Features, rowsOf } from "../../features/features";
import type { Finding } from "../finding";
import { listed, whole } from "../wording";

export const LABEL_COPIES = "the label among the features";

/** How often a feature that has nothing to do with the labels may be taken for one of them. */
const LEVEL = 0.001;

/**
 * Features that are the label by another name: every label has one value of its own throughout, or the feature is constant
 * within each label and not the same in all, as a cluster's number, its rank or its mean. Labels may be of any number of
 * kinds, such as clusters. Silent where the feature's values, shuffled, agreed with the labels as well in more than one of
 * 1,000 cases, counted over all features: as with a single odd row. O(rows × features).
 *
 * @param of.labels numbers or texts, one a row
 * @throws RangeError when there is not one label a row
 * @example auditLabelCopies({ features, labels: clustering.labels })[0]?.where // 'feature "cluster"'
 */
export function auditLabelCopies(of: {
  readonly features: Features;
  readonly labels: ArrayLike<number> | ArrayLike<string>;
}): Finding[] {
  const { features, labels } = of;
  const rows = rowsOf(features);
  if (labels.length !== rows)
    throw new RangeError(`${labels.length} labels for ${rows} rows: give one a row.`);
  const sizes = new Map<number | string, number>();
  for (let row = 0; row < rows; row++) sizes.set(labels[row]!, (sizes.get(labels[row]!) ?? 0) + 1);
  const copies = features.names.filter((_, f) => {
    const values = valuesByLabel(features.columns[f]!, labels);
    return values !== undefined && chanceOf(values, sizes) * features.names.length < LEVEL;
  });
  if (copies.length === 0) return [];
  return [
    {
      check: LABEL_COPIES,
      severity: "error",
      what: `${copies.length === 1 ? "A feature has" : "Features have"} one value throughout each label: it is the answer by another name, and whatever is judged with it is judged by its own answer.`,
      where: `${copies.length === 1 ? "feature" : "features"} ${listed(copies)}`,
      figure: `${whole(sizes.size)} labels, ${whole(rows)} rows, no exception`,
      advice: "Leave it out of the features.",
    },
  ];
}

/** At most how often the feature's values, shuffled, are constant within each label. */
function chanceOf(
  values: ReadonlyMap<number | string, number>,
  sizes: ReadonlyMap<number | string, number>,
): number {
  const rowsOfValue = new Map<number, number>();
  let rows = 0;
  for (const [label, value] of values) {
    const size = sizes.get(label)!;
    rowsOfValue.set(value, (rowsOfValue.get(value) ?? 0) + size);
    rows += size;
  }
  // Each label may take each value, of as many orders as the values can stand in.
  let log = values.size * Math.log(rowsOfValue.size) - logGamma(rows + 1);
  for (const size of rowsOfValue.values()) log += logGamma(size + 1);
  return Math.exp(log);
}

/** The one value of each label; undefined where a label has several. Missing values equal each other. */
function valuesByLabel(
  column: ArrayLike<number>,
  labels: ArrayLike<number> | ArrayLike<string>,
): Map<number | string, number> | undefined {
  const values = new Map<number | string, number>();
  for (let row = 0; row < column.length; row++) {
    const [label, value] = [labels[row]!, column[row]!];
    const known = values.get(label);
    if (known === undefined) values.set(label, value);
    else if (!Object.is(known, value)) return undefined;
  }
  return values;
}
