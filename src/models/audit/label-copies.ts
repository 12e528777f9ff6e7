import { type Features, rowsOf } from "../features";
import type { Finding } from "./finding";
import { listed, whole } from "./wording";

export const LABEL_COPIES = "the label among the features";

/** With fewer rows a label, on average, values and labels go together by chance. */
const ROWS_A_LABEL = 5;

/**
 * Features that are the label by another name: every label has one value of its own throughout, or the feature is constant
 * within each label and not the same in all, as a cluster's number, its rank or its mean. Labels may be of any number of
 * kinds, such as clusters; there must be five rows of one on average and two of the rarest. A clean feature would have to
 * agree with the labels in every row: below one in 1,000 for features that have nothing to do with them. O(rows × features).
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
  const rarest = Math.min(...sizes.values());
  if (sizes.size < 2 || rarest < 2 || rows < Math.max(20, ROWS_A_LABEL * sizes.size)) return [];
  const copies = features.names.filter((_, f) => {
    const values = valuesByLabel(features.columns[f]!, labels);
    return values !== undefined && new Set(values.values()).size > 1;
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
