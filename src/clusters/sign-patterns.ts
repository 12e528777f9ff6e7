import { columnOf, type Matrix } from "./matrix";

/** Where the mean of a cluster lies against the mean of all rows. */
export type Sign = "far above" | "above" | "below";

/** A name for the clusters whose means lie as told; "above" takes "far above" too. */
export interface SignRule {
  readonly name: string;
  readonly signs: readonly (readonly [variable: string, sign: Sign])[];
}

/** A cluster's means against those of all rows. */
export interface SignPattern {
  readonly cluster: number;
  /** The first rule that fits; undefined if none does. */
  readonly name: string | undefined;
  readonly means: readonly {
    readonly variable: string;
    readonly mean: number;
    readonly overall: number;
    readonly sign: Sign;
  }[];
  /** Such as "length ↑, last gap ↓, frequency ↑↑". */
  readonly text: string;
}

/**
 * The four names that study 000 gives its clusters by the signs of their means. Its fifth variable, the sum of prices,
 * has the sign of the items in all four. It publishes arrows only, and double ones for Gold, whose printed means are
 * more than three times those of all users, while Silver's are less than twice.
 */
export const studySigns: readonly SignRule[] = [
  {
    name: "Gold",
    signs: [
      ["length", "above"],
      ["last gap", "below"],
      ["frequency", "far above"],
      ["items", "far above"],
    ],
  },
  {
    name: "Silver",
    signs: [
      ["length", "above"],
      ["last gap", "below"],
      ["frequency", "above"],
      ["items", "above"],
    ],
  },
  {
    name: "Bronze",
    signs: [
      ["length", "below"],
      ["last gap", "below"],
      ["frequency", "below"],
      ["items", "below"],
    ],
  },
  {
    name: "Churn risk (이탈위험)",
    signs: [
      ["length", "below"],
      ["last gap", "above"],
      ["frequency", "below"],
      ["items", "below"],
    ],
  },
];

const ARROWS = { "far above": "↑↑", above: "↑", below: "↓" } as const;

/**
 * Names clusters by whether their means lie above or below the means of all rows; "far above" is twice the mean of all
 * rows or more. Several clusters may get one name, or none. O(rows × columns).
 *
 * @param matrix in original units, all means above zero
 * @param labels the cluster of each row, from 0
 * @throws RangeError when there is not one label a row, a rule speaks of a column that is not there, or the mean of a
 * column is not above zero ("twice" has no meaning then)
 * @example signPatterns(matrix, labels, studySigns).map(({ name, text }) => name ?? text)
 */
export function signPatterns(
  matrix: Matrix,
  labels: ArrayLike<number>,
  rules: readonly SignRule[] = studySigns,
): SignPattern[] {
  if (labels.length !== matrix.rows) {
    throw new RangeError(`${labels.length} labels for ${matrix.rows} rows: give each row one label.`);
  }
  for (const [variable] of rules.flatMap(({ signs }) => signs)) {
    if (matrix.names.includes(variable)) continue;
    throw new RangeError(`A rule speaks of "${variable}"; the columns are ${matrix.names.join(", ")}.`);
  }
  const k = Array.from(labels).reduce((most, label) => Math.max(most, label + 1), 0);
  const columns = matrix.names.map((variable) => {
    const [overall, ...means] = meansOf(columnOf(matrix, variable), labels, k);
    if (!(overall! > 0)) throw new RangeError(`The mean of "${variable}" is ${overall}, not above zero.`);
    return { variable, overall: overall!, means };
  });
  return Array.from({ length: k }, (_, cluster) => {
    const means = columns.map(({ variable, overall, means: own }) => {
      const mean = own[cluster]!;
      const sign: Sign = mean >= 2 * overall ? "far above" : mean >= overall ? "above" : "below";
      return { variable, mean, overall, sign };
    });
    const fits = (variable: string, wanted: Sign) => {
      const { sign } = means.find((one) => one.variable === variable)!;
      return sign === wanted || (sign === "far above" && wanted === "above");
    };
    return {
      cluster,
      name: rules.find(({ signs }) => signs.every(([variable, sign]) => fits(variable, sign)))?.name,
      means,
      text: means.map(({ variable, sign }) => `${variable} ${ARROWS[sign]}`).join(", "),
    };
  });
}

/**
 * A name for each cluster that readers can tell from the others: the rule's, numbered where it fits several, or
 * "Unnamed" where none fits. O(k²).
 *
 * @example patternNames(signPatterns(matrix, labels)) // ["Bronze", "Unnamed", "Bronze 2"]
 */
export function patternNames(patterns: readonly SignPattern[]): string[] {
  const names = patterns.map(({ name }) => name ?? "Unnamed");
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}

/** The mean of all values, then that of each cluster. */
function meansOf(values: Float64Array, labels: ArrayLike<number>, k: number): number[] {
  const sums = new Float64Array(k + 1);
  const counts = new Float64Array(k + 1);
  values.forEach((value, i) => {
    for (const slot of [0, (labels[i] as number) + 1]) {
      sums[slot]! += value;
      counts[slot]!++;
    }
  });
  return Array.from(sums, (sum, slot) => sum / counts[slot]!);
}
