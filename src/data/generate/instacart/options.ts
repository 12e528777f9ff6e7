import { MOST_BUNDLES } from "./bundles";
import { ORIGINAL_USERS } from "./catalogue";

/** What to generate of Instacart. */
export interface InstacartGenerateOptions {
  readonly seed: number;
  /** Number of customers; 2,000 by default, 206,209 at most, as many as the original has. */
  readonly users?: number | undefined;
  /** How far the planted types stand apart, from 0 (not at all) to 1 (well, the default). */
  readonly separation?: number | undefined;
  /** How many bundles of products are planted, 0 (the default) to 6. */
  readonly bundles?: number | undefined;
}

/** The number of customers that are generated unless said. */
export const DEFAULT_USERS = 2_000;
/** Raise it whenever the same options give other rows than before. */
export const INSTACART_GENERATOR_VERSION = 2;

const FEWEST_USERS = 10;

/**
 * The options with their defaults.
 * @throws RangeError when the users are not from 10 to 206,209, the separation is not from 0 to 1, there are not so
 * many bundles, or the seed is no whole number.
 * @example checkedOptions({ seed: 1 }).users // 2000
 */
export function checkedOptions(options: InstacartGenerateOptions) {
  const { seed, users = DEFAULT_USERS, separation = 1, bundles = 0 } = options;
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed ${seed} is not a whole number`);
  if (!Number.isInteger(users) || users < FEWEST_USERS || users > ORIGINAL_USERS) {
    throw new RangeError(
      `Cannot generate ${users} customers: give a whole number from ${FEWEST_USERS} to ${ORIGINAL_USERS}.`,
    );
  }
  if (!(separation >= 0 && separation <= 1)) {
    throw new RangeError(`A separation of ${separation} is not from 0 (all types alike) to 1 (well apart).`);
  }
  if (!Number.isInteger(bundles) || bundles < 0 || bundles > MOST_BUNDLES) {
    throw new RangeError(`Cannot plant ${bundles} bundles: give a whole number from 0 to ${MOST_BUNDLES}.`);
  }
  return { seed, users, separation, bundles };
}
