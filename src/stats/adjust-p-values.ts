/**
 * How p values are corrected for their number. `bonferroni` and `holm` bound the chance of a single false finding;
 * Holm finds at least as much at the same bound, so Bonferroni serves to be simple. `benjamini-hochberg` bounds the
 * expected share of false ones among the findings, for tests that are independent or go together positively;
 * `benjamini-yekutieli` bounds it however they depend.
 */
export type Correction = "none" | "bonferroni" | "holm" | "benjamini-hochberg" | "benjamini-yekutieli";

/**
 * Corrects p values for their number: a finding holds at level α where its corrected p value is at most α. O(n log n).
 *
 * @param p from 0 to 1
 * @param tests how many hypotheses were tested in all, where those with the smallest p values are not the only ones: by
 * default as many as there are values. The others count as never found (p = 1), whatever they were.
 * @returns as many values in the same order, each from its p value up to 1
 * @throws RangeError when a value is not from 0 to 1, or the tests are fewer than the values
 * @see Holm (1979); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001)
 * @example adjustPValues([0.01, 0.04], "holm") // [0.02, 0.04]
 */
export function adjustPValues(p: ArrayLike<number>, correction: Correction, tests = p.length): Float64Array {
  if (!(tests >= p.length && tests < Infinity)) {
    throw new RangeError(`${tests} tests for ${p.length} p values: count every hypothesis that was tested`);
  }
  const values = Float64Array.from(p);
  const bad = values.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad >= 0) throw new RangeError(`p value ${values[bad]} at index ${bad} is not from 0 to 1`);
  if (correction === "none") return values;
  if (correction === "bonferroni") return values.map((value) => Math.min(1, value * tests));
  const order = Uint32Array.from(values, (_, i) => i).sort(
    (i, j) => (values[i] as number) - (values[j] as number),
  );
  const adjusted = new Float64Array(values.length);
  if (correction === "holm") {
    let reached = 0;
    order.forEach((i, place) => {
      reached = Math.max(reached, (values[i] as number) * (tests - place));
      adjusted[i] = Math.min(1, reached);
    });
    return adjusted;
  }
  const factor = correction === "benjamini-yekutieli" ? harmonic(tests) : 1;
  let reached = 1;
  for (let place = order.length; place > 0; place--) {
    const i = order[place - 1] as number;
    reached = Math.min(reached, ((values[i] as number) * tests * factor) / place);
    adjusted[i] = reached;
  }
  return adjusted;
}

/** 1 + 1/2 + … + 1/n; by its expansion where n is large. */
function harmonic(n: number): number {
  if (n > 1e6) return Math.log(n) + 0.5772156649015329 + 1 / (2 * n);
  let sum = 0;
  for (let i = Math.floor(n); i > 0; i--) sum += 1 / i;
  return sum;
}
