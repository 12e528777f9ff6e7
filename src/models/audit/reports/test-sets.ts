import type { Finding } from "../finding";
import { listed, shareText, whole } from "../wording";

export const TEST_SETS = "models on different tests";

/** A model that is compared, and what it was tested on. */
export interface TestedModel {
  readonly name: string;
  /** How many rows it was tested on; known from `test` where that is given. */
  readonly rows?: number;
  /** How many of these have label 1. */
  readonly positives?: number;
  /** Which rows: their numbers or keys, in any order. */
  readonly test?: ArrayLike<number> | ArrayLike<string>;
}

/**
 * Models that are ranked by scores on different tests: another count of rows or of label 1, or other rows. Silent where
 * what is given agrees. Never raises a false alarm: it counts. O(rows).
 *
 * @throws RangeError when there are fewer than two models
 * @example auditTestSets([{ name: "LightGBM", rows: 3_058_335 }, { name: "CatBoost", rows: 917_357 }])[0]?.severity // "error"
 */
export function auditTestSets(models: readonly TestedModel[]): Finding[] {
  const first = models[0];
  if (first === undefined || models.length < 2)
    throw new RangeError(`${models.length} models: a comparison needs two or more.`);
  const rowsOf = ({ rows, test }: TestedModel) => test?.length ?? rows;
  const finding = (what: string, others: readonly TestedModel[], figure: string): Finding[] => [
    {
      check: TEST_SETS,
      severity: "error",
      what: `${what}: their scores cannot be ranked, for tests are not equally hard.`,
      where: listed([first.name, ...others.map(({ name }) => name)]),
      figure,
      advice: "Score all models on the same rows, and give the difference with its interval.",
    },
  ];
  const differs = (count: (model: TestedModel) => number | undefined) =>
    models.filter(
      (model) => count(model) !== undefined && count(first) !== undefined && count(model) !== count(first),
    );
  const said = (count: (model: TestedModel) => number | undefined, of: string) =>
    `${[...new Set(models.flatMap((model) => count(model) ?? []))].map(whole).join(" and ")} ${of}`;
  const bySize = differs(rowsOf);
  if (bySize.length > 0)
    return finding("The models were tested on different numbers of rows", bySize, said(rowsOf, "rows"));
  const byLabel = differs(({ positives }) => positives);
  if (byLabel.length > 0)
    return finding(
      "The models' tests have different numbers of label 1",
      byLabel,
      said(({ positives }) => positives, "rows of label 1"),
    );
  if (first.test === undefined) return [];
  const own = new Set<number | string>(Array.from<number | string>(first.test));
  const apart = models.flatMap((model) => {
    if (model.test === undefined) return [];
    const shared = Array.from<number | string>(model.test).filter((row) => own.has(row)).length;
    return shared < model.test.length ? [{ model, shared: shared / model.test.length }] : [];
  });
  if (apart.length === 0) return [];
  const least = Math.min(...apart.map(({ shared }) => shared));
  return finding(
    "The models were tested on different rows",
    apart.map(({ model }) => model),
    `as little as ${shareText(least)} of the rows in common`,
  );
}
