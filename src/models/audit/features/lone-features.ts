import { createRandom } from "../../../stats/random";
import { rankScores } from "../../evaluation/ranked-scores";
import { rocAuc } from "../../evaluation/roc";
import { tallyScores } from "../../evaluation/score-tally";
import { requireLabels } from "../../features/feature-matrix";
import { type Features, rowsOf, takeRows } from "../../features/features";
import type { Finding } from "../finding";
import { listed } from "../wording";

export const LONE_FEATURES = "a feature that knows the label";

/** How well a feature alone tells the labels apart. */
export interface LoneAuc {
  readonly name: string;
  /** From 0.5 to 1, whichever way the feature points; missing values are taken as the lowest or the highest. */
  readonly auc: number;
}

const KNOWS = 0.99;
/** One feature this good among others this poor stands out. */
const STANDS_OUT = { best: 0.95, others: 0.75 };
/** With fewer rows of either label an honest strong feature may reach it by chance. */
const FEWEST = 30;

/**
 * The AUC of each feature by itself, the best first. O(features × rows log rows).
 *
 * @throws RangeError when there is not one label, 0 or 1, a row, or one of the labels has no rows
 * @example loneAucs(features, labels)[0] // { name: "monetary", auc: 1 }
 */
export function loneAucs(features: Features, labels: ArrayLike<number>): LoneAuc[] {
  const aucs = features.columns.map((column, f) => {
    const ways = (hasMissing(column) ? [-Infinity, Infinity] : [Infinity]).map((end) => {
      const filled = fillMissing(column, end);
      return rocAuc(tallyScores(rankScores(labels, filled)));
    });
    return { name: features.names[f]!, auc: Math.max(...ways.map((auc) => Math.max(auc, 1 - auc))) };
  });
  return aucs.sort((a, b) => b.auc - a.auc);
}

function hasMissing(column: ArrayLike<number>): boolean {
  for (let row = 0; row < column.length; row++) if (Number.isNaN(column[row])) return true;
  return false;
}

/** The column with missing values below or above all others. */
function fillMissing(column: ArrayLike<number>, end: number): ArrayLike<number> {
  let [low, high] = [0, 0];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const filler = end < 0 ? low - 1 - Math.abs(low) : high + 1 + Math.abs(high);
  return Float64Array.from(column, (value) => (Number.isNaN(value) ? filler : value));
}

/**
 * Features that alone rank the labels as no honest feature of behaviour does: AUC of 0.99 or more. The label is often made
 * from such a feature, or the feature from what happened after. One of 0.95 or more where all others have 0.75 or less is
 * a note: it may be honest, as a feature that says nearly all there is to say. Silent with fewer than thirty rows of either
 * label; an unrelated feature is taken for one in fewer than one of 100,000 cases. Of more than 100,000 rows of a label as many are
 * drawn. O(rows + features × m log m) for the m rows looked at.
 *
 * @throws RangeError when there is not one label, 0 or 1, a row
 * @example auditLoneFeatures({ features, labels })[0]?.figure // "AUC 1.0000; the next feature 0.74"
 */
export function auditLoneFeatures(of: {
  readonly features: Features;
  readonly labels: ArrayLike<number>;
}): Finding[] {
  const rows = rowsOf(of.features);
  const ones = requireLabels(of.labels, rows);
  if (Math.min(ones, rows - ones) < FEWEST) return [];
  // The AUC does not hang on how many rows each label has, so that each is sampled for itself.
  const taken = [0, 1].flatMap((label) => sampleOf(of.labels, label));
  const aucs =
    taken.length === rows
      ? loneAucs(of.features, of.labels)
      : loneAucs(
          takeRows(of.features, taken),
          taken.map((row) => of.labels[row]!),
        );
  const best = aucs[0]!;
  const knowing = aucs.filter(({ auc }) => auc >= KNOWS);
  const next = aucs[Math.max(1, knowing.length)];
  if (knowing.length === 0)
    return next && best.auc >= STANDS_OUT.best && next.auc <= STANDS_OUT.others
      ? [standsOut(best, next)]
      : [];
  return [
    {
      check: LONE_FEATURES,
      severity: best.auc === 1 ? "error" : "warning",
      what: `${knowing.length === 1 ? "One feature alone ranks" : `${knowing.length} features, each alone, rank`} the labels almost without a mistake: the label is made from it, or it from what came after.`,
      where: `${knowing.length === 1 ? "feature" : "features"} ${listed(knowing.map(({ name }) => name))}`,
      figure: `AUC ${best.auc.toFixed(4)}${next ? `; the next feature ${next.auc.toFixed(2)}` : ""}`,
      advice: "Find out when the feature is known; leave it out unless that is before the label's time.",
    },
  ];
}

function standsOut(best: LoneAuc, next: LoneAuc): Finding {
  return {
    check: LONE_FEATURES,
    severity: "note",
    what: "One feature alone ranks the labels far better than any other: it may be known too late.",
    where: `feature ${listed([best.name])}`,
    figure: `AUC ${best.auc.toFixed(4)}; the next feature ${next.auc.toFixed(2)}`,
    advice: "Find out when it is known, and how the model does without it.",
  };
}

const MOST = 100_000;

/** Rows of a label; of too many one of each stretch of equal length, drawn by a generator of its own. */
function sampleOf(labels: ArrayLike<number>, label: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < labels.length; row++) if (labels[row] === label) rows.push(row);
  if (rows.length <= MOST) return rows;
  const random = createRandom(1);
  const stretch = rows.length / MOST;
  return Array.from({ length: MOST }, (_, i) => rows[Math.floor((i + random.next()) * stretch)]!);
}
