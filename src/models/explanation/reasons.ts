import type { Contributions } from "../boosting/tree-shap";
import type { Features } from "../features/features";
import { requireContributions } from "./require-contributions";

/** Why a row scores as it does: what one feature adds to its margin. */
export interface Reason {
  readonly name: string;
  /** The row's value of the feature; NaN where missing. */
  readonly value: number;
  /** What it adds to the margin (log odds): above 0 it speaks for the 1, below against it. */
  readonly effect: number;
  /** The value in words, for people. Plain text: escape it where it is shown. */
  readonly text: string;
}

/** How {@link reasonsOf} chooses and words; every field has a default. */
export interface ReasonOptions {
  /** The most reasons; default 5. */
  readonly top?: number;
  /** For a feature's name what its value means in words; a feature without any is called by its name. */
  readonly words?: Readonly<Record<string, (value: number) => string>>;
}

/**
 * The features that move a row's margin most, either way, in words. What adds nothing is no reason. The words are called
 * only with values that are there; a missing one is "unknown". O(rows × features) to check, as a table is passed whole.
 *
 * @param contributions of the same rows and features, as `treeShap` gives them
 * @param row number of the row, from 0
 * @returns at most `top` reasons, the strongest first; of equal ones in the features' order
 * @throws RangeError when contributions and features do not fit together, there is no such row, or `top` is no whole number
 * from 1 up
 * @example reasonsOf(shap, test, 7, { words: { recency: (days) => `last order ${days} days ago` } })[0]!.text
 */
export function reasonsOf(
  contributions: Contributions,
  features: Features,
  row: number,
  { top = 5, words = {} }: ReasonOptions = {},
): Reason[] {
  const rows = requireContributions(contributions, features);
  if (!Number.isInteger(row) || row < 0 || row >= rows)
    throw new RangeError(`There is no row ${row}: the table has rows 0 to ${rows - 1}.`);
  if (!Number.isInteger(top) || top < 1)
    throw new RangeError(`${top} reasons: take a whole number from 1 up.`);
  return features.names
    .map((name, f): Reason => {
      const value = features.columns[f]![row]!;
      const wording = Object.hasOwn(words, name) ? words[name] : undefined;
      const text = Number.isNaN(value)
        ? `${name}: unknown`
        : wording
          ? wording(value)
          : `${name}: ${shown(value)}`;
      return { name, value, effect: contributions.columns[f]![row]!, text };
    })
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, top);
}

/** Whole numbers whole, others with three digits that count. */
const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
