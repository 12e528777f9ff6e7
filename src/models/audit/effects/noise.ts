import { adjustPValues, type Correction } from "../../../stats/adjust-p-values";
import { chiSquare } from "../../../stats/chi-square";
import type { Finding } from "../finding";
import { listed, pText, whole } from "../wording";
import { permutationP } from "./permutation-p";

export const NOISE = "a difference that is noise";

/** A difference that somebody claims, with what it can be tested by: exactly one of the three. */
export interface ClaimedDifference {
  readonly name: string;
  /** Its p value, where it is known. */
  readonly p?: number;
  /** Counts by group (rows) and outcome (columns): Pearson's χ². */
  readonly counts?: readonly (readonly number[])[];
  /** Values and the group of each: a permutation test of the means. */
  readonly values?: ArrayLike<number>;
  readonly groups?: readonly string[];
}

/** How {@link auditDifferences} decides. */
export interface NoiseOptions {
  /** How p values are corrected for their number; default `holm`. */
  readonly correction?: Correction;
  /** Corrected p values above it are noise; default 0.05. */
  readonly level?: number;
  /** How many differences were looked at, where only the largest are told; by default those given. */
  readonly looked?: number;
  /** Of the permutations; default 1. */
  readonly seed?: number;
}

/**
 * Claimed differences that chance makes as well, after correction for how many were looked at. What is not found to be
 * noise may still be small: this tells chance from no chance. A true difference is called noise where the data are too few
 * to show it, which the finding says. O(cells), and 9,999 permutations for values.
 *
 * @throws RangeError naming the difference that has no test or several, or as the tests do
 * @example auditDifferences(grades.map(({ name, counts }) => ({ name, counts })))[0]?.figure // "corrected p = 0.48 to 1.00"
 */
export function auditDifferences(
  claims: readonly ClaimedDifference[],
  { correction = "holm", level = 0.05, looked = claims.length, seed = 1 }: NoiseOptions = {},
): Finding[] {
  if (claims.length === 0) return [];
  const p = claims.map((claim) => pOf(claim, seed));
  const adjusted = adjustPValues(p, correction, looked);
  const noise = claims.flatMap(({ name }, i) => (adjusted[i]! > level ? [{ name, p: adjusted[i]! }] : []));
  if (noise.length === 0) return [];
  const [least, most] = [Math.min, Math.max].map((end) => end(...noise.map((one) => one.p)));
  const all =
    noise.length === claims.length
      ? claims.length === 1
        ? "The difference is"
        : "All differences are"
      : `${whole(noise.length)} of ${whole(claims.length)} differences ${noise.length === 1 ? "is" : "are"}`;
  return [
    {
      check: NOISE,
      severity: "warning",
      what: `${all} no larger than chance makes them${looked > 1 ? `, given that ${whole(looked)} were looked at` : ""}.`,
      where: listed(
        noise.map(({ name }) => name),
        6,
      ),
      figure: `${looked > 1 && correction !== "none" ? "corrected " : ""}${pText(least!)}${pText(most!) === pText(least!) ? "" : ` to ${most!.toFixed(2)}`}`,
      advice: "Tell no story about it; if it would matter, find out with more data or an experiment.",
    },
  ];
}

function pOf({ name, p, counts, values, groups }: ClaimedDifference, seed: number): number {
  const given = [p, counts, values].filter((one) => one !== undefined).length;
  if (given !== 1 || (values === undefined) !== (groups === undefined))
    throw new RangeError(`Difference "${name}": give either p, or counts, or values with groups.`);
  if (p !== undefined) return p;
  if (counts !== undefined) return chiSquare(counts).p;
  return permutationP(values!, groups!, { seed });
}
