import { requireLabels } from "../../features/feature-matrix";
import { type Features, rowsOf } from "../../features/features";
import type { Finding } from "../finding";
import { listed, whole } from "../wording";

export const LABEL_MEANS = "a feature made from the same labels";

const FEWEST_MEANS = 3;
const FEWEST_REPEATS = 10;

/**
 * Features that are made from the labels they are to predict, as a customer's count of a product is from the rows that say
 * whether he had bought it before: all groups with the same value of the feature have the same share of label 1, without an
 * exception. Looks at features that are constant within each group; speaks only where such values repeat over ten groups
 * and the shares take three values, which unrelated features do in fewer than one of 1,000 cases. O(rows × features).
 *
 * @param of.groups what the feature was counted over, one a row, such as customer and product
 * @throws RangeError when there is not one label, 0 or 1, and one group a row
 * @example auditLabelMeans({ features, labels, groups: pairs })[0]?.where // 'feature "uxp_times_bought"'
 */
export function auditLabelMeans(of: {
  readonly features: Features;
  readonly labels: ArrayLike<number>;
  readonly groups: ArrayLike<number> | ArrayLike<string>;
}): Finding[] {
  const { features, labels, groups } = of;
  const rows = rowsOf(features);
  requireLabels(labels, rows);
  if (groups.length !== rows)
    throw new RangeError(`${groups.length} groups for ${rows} rows: give one a row.`);
  const { numbers, means } = groupMeans(labels, groups);
  const suspects = features.names.flatMap((name, f) => {
    const found = meansByValue(features.columns[f]!, numbers, means);
    return found === undefined ? [] : [{ name, ...found }];
  });
  const first = suspects[0];
  if (first === undefined) return [];
  return [
    {
      check: LABEL_MEANS,
      severity: "error",
      what: `The share of label 1 in a group follows from ${suspects.length === 1 ? "the feature" : "each of the features"} without an exception: it was counted over the very rows whose labels it is to predict.`,
      where: `${suspects.length === 1 ? "feature" : "features"} ${listed(suspects.map(({ name }) => name))}`,
      figure: `${whole(first.means)} values, each with one share of label 1 in all of its groups (${whole(means.length)} groups)`,
      advice: "Compute features as of before the labelled row, from earlier rows only.",
    },
  ];
}

function groupMeans(labels: ArrayLike<number>, groups: ArrayLike<number> | ArrayLike<string>) {
  const numberOf = new Map<number | string, number>();
  const numbers = new Uint32Array(labels.length);
  const [rows, ones]: number[][] = [[], []];
  for (let row = 0; row < labels.length; row++) {
    const group = groups[row]!;
    const number = numberOf.get(group) ?? numberOf.size;
    numberOf.set(group, number);
    numbers[row] = number;
    rows![number] = (rows![number] ?? 0) + 1;
    ones![number] = (ones![number] ?? 0) + labels[row]!;
  }
  return { numbers, means: ones!.map((n, group) => n / rows![group]!) };
}

/** How many different means the values stand for; undefined where the feature varies in a group or a value has two means. */
function meansByValue(
  column: ArrayLike<number>,
  numbers: Uint32Array,
  means: readonly number[],
): { means: number } | undefined {
  const valueAt = new Float64Array(means.length);
  const seen = new Uint8Array(means.length);
  const meanOf = new Map<number, number>();
  let repeats = 0;
  for (let row = 0; row < column.length; row++) {
    const [group, value] = [numbers[row]!, column[row]!];
    if (Number.isNaN(value)) return undefined;
    if (seen[group] === 1) {
      if (valueAt[group] !== value) return undefined;
      continue;
    }
    seen[group] = 1;
    valueAt[group] = value;
    const known = meanOf.get(value);
    if (known === undefined) meanOf.set(value, means[group]!);
    else if (known === means[group]) repeats++;
    else return undefined;
  }
  const different = new Set(meanOf.values()).size;
  return repeats >= FEWEST_REPEATS && different >= FEWEST_MEANS ? { means: meanOf.size } : undefined;
}
