import { pearson } from "../stats/correlation";
import { columnOf, type Matrix, requireFiniteCells } from "./matrix";

/** Something about a column that clusters should probably not be made from. */
export interface FeatureWarning {
  /** `label`: clusters of an earlier run; `id`: names, not measurements; `near-duplicate`: two columns say the same. */
  readonly kind: "label" | "id" | "near-duplicate";
  readonly columns: readonly string[];
  /** What was seen, and what to do, in a sentence or two. */
  readonly message: string;
}

/** What {@link auditFeatures} knows beside the matrix. */
export interface AuditOptions {
  /** Labels of an earlier clustering: a column that follows from them is a leak, whatever its name. */
  readonly labels?: ArrayLike<number>;
  /** Correlation above which two columns are near-duplicates, between 0 and 1; 0.95 unless told. */
  readonly correlation?: number;
}

/**
 * Looks at columns before clusters are made of them. Refuses what no clustering can use, and warns of what it should
 * not: labels among the features (a silhouette then praises the labels, not the clusters), ids, near-duplicates (what
 * they share counts twice). O(rows × columns²).
 *
 * @throws RangeError when a number is not finite (names row, column and value), a column is constant, there are fewer
 * than two rows, or there is not one label a row
 * @example auditFeatures(matrix, { labels: clustering.labels }).map(({ message }) => message)
 */
export function auditFeatures(matrix: Matrix, options: AuditOptions = {}): FeatureWarning[] {
  const { labels, correlation = 0.95 } = options;
  if (matrix.rows < 2) throw new RangeError(`Clusters need two rows or more; the matrix has ${matrix.rows}.`);
  if (labels !== undefined && labels.length !== matrix.rows) {
    throw new RangeError(`${labels.length} labels for ${matrix.rows} rows: give each row one label.`);
  }
  requireFiniteCells(matrix);
  const columns = matrix.names.map((name) => ({ name, values: columnOf(matrix, name) }));
  for (const { name, values } of columns) {
    if (values.every((value) => value === values[0])) {
      throw new RangeError(
        `Column "${name}" is ${values[0]} in every row: it tells no rows apart, so leave it out.`,
      );
    }
  }
  const suspects = columns.flatMap(({ name, values }) => {
    if (labels !== undefined && followsFrom(values, labels))
      return [labelWarning(name, "follows from the labels given")];
    if (LABEL_NAME.test(name) && fewWholeNumbers(values))
      return [labelWarning(name, "looks like labels of clusters")];
    const rising = isRising(values);
    if (rising || (ID_NAME.test(name) && allWhole(values))) return [idWarning(name, rising)];
    return [];
  });
  const named = new Set(suspects.flatMap((warning) => warning.columns));
  const measured = columns.filter(({ name }) => !named.has(name));
  return [...suspects, ...nearDuplicates(measured, correlation)];
}

const LABEL_NAME = /(^|[^a-z])(cluster|label|segment|group|grade)s?([^a-z]|$)/i;
const ID_NAME = /(^id$|_id$|[a-z]I[dD]$|\bid$)/;
/** More labels than this would be an unusual number of clusters. */
const MOST_LABELS = 30;

function labelWarning(name: string, seen: string): FeatureWarning {
  const message = `Column "${name}" ${seen}: with it among the features a clustering is judged by its own answer. Leave it out.`;
  return { kind: "label", columns: [name], message };
}

function idWarning(name: string, rising: boolean): FeatureWarning {
  const seen = rising ? "holds whole numbers that only rise, like row numbers" : "is named like an id";
  const message = `Column "${name}" ${seen}: distances between such numbers mean nothing. Leave it out.`;
  return { kind: "id", columns: [name], message };
}

const allWhole = (values: Float64Array) => values.every(Number.isInteger);

function fewWholeNumbers(values: Float64Array): boolean {
  return allWhole(values) && new Set(values).size <= MOST_LABELS;
}

/** Whole numbers, each above the one before; in a few rows that happens by chance. */
function isRising(values: Float64Array): boolean {
  return (
    values.length >= 10 &&
    allWhole(values) &&
    values.every((value, i) => i === 0 || value > (values[i - 1] as number))
  );
}

/** Whether rows with the same label all have the same value, and each label covers two rows on average at least. */
function followsFrom(values: Float64Array, labels: ArrayLike<number>): boolean {
  const valueByLabel = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const label = labels[i] as number;
    const value = values[i] as number;
    if ((valueByLabel.get(label) ?? value) !== value) return false;
    valueByLabel.set(label, value);
  }
  return valueByLabel.size * 2 <= values.length;
}

function nearDuplicates(
  columns: readonly { name: string; values: Float64Array }[],
  limit: number,
): FeatureWarning[] {
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b): FeatureWarning[] => {
      const r = pearson(a.values, b.values);
      if (Math.abs(r) <= limit) return [];
      const message = `Columns "${a.name}" and "${b.name}" say nearly the same (correlation ${r.toFixed(3)}): what they share counts twice. Keep one, or combine them.`;
      return [{ kind: "near-duplicate", columns: [a.name, b.name], message }];
    }),
  );
}
