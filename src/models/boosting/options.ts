import type { Features } from "../features/features";
import type { LossName } from "./loss";

/** How a boosted model is trained; all but the loss have a default. */
export interface BoostingOptions {
  readonly loss: LossName;
  /** The most trees; default 100. */
  readonly trees?: number;
  /** Share of every tree's step that is taken, above 0 and at most 1; default 0.1. */
  readonly learningRate?: number;
  /** The most leaves of a tree, or Infinity; default 31. */
  readonly maxLeaves?: number;
  /** The most questions from root to leaf; default Infinity. */
  readonly maxDepth?: number;
  /** The fewest training rows in a leaf; default 20. */
  readonly minRows?: number;
  /** The smallest sum of hessians in a leaf; default 0.001. */
  readonly minHessian?: number;
  /** L2 penalty on leaf values; default 0. */
  readonly lambda?: number;
  /** The most bins of a feature's numbers, 2 to 255; default 255. */
  readonly maxBins?: number;
  /** Share of the rows that each tree learns from, drawn anew; default 1. */
  readonly rowShare?: number;
  /** Share of the features that each tree may ask for, drawn anew; default 1. */
  readonly columnShare?: number;
  /** Share of the tree's features that each node may ask for, drawn anew; default 1. */
  readonly columnShareByNode?: number;
  /** Seed of the draws; default 1. */
  readonly seed?: number;
  /** Rows apart from the training rows, by which training ends early; default none. */
  readonly validation?: Validation | undefined;
  /**
   * What each row counts, from 0 up; default 1. "balanced" makes both labels count the same: n rows, of which m have a
   * label, weigh n / 2m each. Predictions are then no chances of a 1 any more.
   */
  readonly weights?: ArrayLike<number> | "balanced" | undefined;
  /** Features by name with which predictions must not fall, or must not rise; default none. */
  readonly monotone?: { readonly increasing?: readonly string[]; readonly decreasing?: readonly string[] };
  /** Features by name whose numbers are categories, at most 254, not amounts; default none. */
  readonly categorical?: readonly string[];
  /** Worker threads, 0 for none; default as many as there are cores, where the work is long enough to repay them. */
  readonly threads?: number | undefined;
  /** Called after every tree with how many there are, how many there may be, and the loss that it came to. */
  readonly onTree?: ((done: number, total: number, loss: number) => void) | undefined;
  /** Ends training early: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Rows to judge a model by while it is trained. */
export interface Validation {
  /** The same features in the same order as those that are trained on. */
  readonly features: Features;
  readonly target: ArrayLike<number>;
  /** Training ends when so many trees in a row have not lowered the loss; the trees after the lowest are dropped. */
  readonly patience: number;
}

/** The options with their defaults filled in. */
export type Settings = Required<Omit<BoostingOptions, Unset>> & Pick<BoostingOptions, Unset>;

/** Options that have no default. */
type Unset = "validation" | "weights" | "threads" | "onTree" | "signal";

/**
 * Fills in the defaults and checks every option.
 *
 * @throws RangeError naming the option that is out of range and what it may be
 * @example settingsOf({ loss: "log loss" }).trees // 100
 */
export function settingsOf(options: BoostingOptions): Settings {
  const settings: Settings = {
    trees: 100,
    learningRate: 0.1,
    maxLeaves: 31,
    maxDepth: Infinity,
    minRows: 20,
    minHessian: 1e-3,
    lambda: 0,
    maxBins: 255,
    rowShare: 1,
    columnShare: 1,
    columnShareByNode: 1,
    monotone: {},
    categorical: [],
    seed: 1,
    ...options,
  };
  const whole = (x: number, from: number) => Number.isInteger(x) && x >= from;
  const share = (x: number) => x > 0 && x <= 1;
  const finite = (x: number) => x >= 0 && x < Infinity;
  const rules: [name: keyof Settings, holds: boolean, advice: string][] = [
    ["loss", ["squared error", "log loss"].includes(settings.loss), '"squared error" or "log loss"'],
    ["trees", whole(settings.trees, 1), "a whole number from 1 up"],
    ["learningRate", share(settings.learningRate), "above 0 and at most 1"],
    [
      "maxLeaves",
      settings.maxLeaves === Infinity || whole(settings.maxLeaves, 2),
      "a whole number from 2 up, or Infinity",
    ],
    [
      "maxDepth",
      settings.maxDepth === Infinity || whole(settings.maxDepth, 1),
      "a whole number from 1 up, or Infinity",
    ],
    ["minRows", whole(settings.minRows, 1), "a whole number from 1 up"],
    ["minHessian", finite(settings.minHessian), "a finite number from 0 up"],
    ["lambda", finite(settings.lambda), "a finite number from 0 up"],
    ["maxBins", whole(settings.maxBins, 2) && settings.maxBins <= 255, "a whole number from 2 to 255"],
    ["rowShare", share(settings.rowShare), "above 0 and at most 1"],
    ["columnShare", share(settings.columnShare), "above 0 and at most 1"],
    ["columnShareByNode", share(settings.columnShareByNode), "above 0 and at most 1"],
    [
      "threads",
      settings.threads === undefined || (whole(settings.threads, 0) && settings.threads <= 64),
      "a whole number from 0 to 64",
    ],
    ["seed", Number.isSafeInteger(settings.seed), "a whole number"],
  ];
  for (const [name, holds, advice] of rules)
    if (!holds) throw new RangeError(`The option ${name} is ${String(settings[name])}: take ${advice}.`);
  if (settings.validation && !whole(settings.validation.patience, 1))
    throw new RangeError(`The patience is ${settings.validation.patience}: take a whole number from 1 up.`);
  return settings;
}
