import { createRandom } from "../../../stats/random";
import type { ScoreTerm, SummedScore } from "./score-terms";

/** Values with mean 0 and standard deviation 1. For tests. */
export function standardised(values: ArrayLike<number>): Float64Array {
  const list = Float64Array.from(values);
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  const spread = Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length);
  return list.map((x) => (x - mean) / spread);
}

/** A sound score: independent standardised terms of equal weight, recency turned round. For tests. */
export function soundScore(seed: number, customers: number): SummedScore {
  const { next: random } = createRandom(seed);
  const draw = () => standardised(Array.from({ length: customers }, () => random() + random() ** 3));
  const term = (name: string, weight: number, better: "more" | "fewer"): ScoreTerm => {
    return { name, unit: "sd", weight, better, values: draw() };
  };
  return { name: "sound", terms: [term("R", -1, "fewer"), term("F", 1, "more"), term("M", 1, "more")] };
}

/** Days, lines and money of customers, heavy-tailed as they are in shops. For tests. */
export function rawTerms(
  seed: number,
  customers: number,
): { days: number[]; lines: number[]; money: number[] } {
  const { next: random } = createRandom(seed);
  const draw = (of: () => number) => Array.from({ length: customers }, of);
  const lines = draw(() => Math.ceil(3 / (0.01 + random()) ** 0.8));
  return {
    days: draw(() => Math.floor(365 * random())),
    lines,
    money: lines.map((n) => n * (5 + 40 * random() ** 2)),
  };
}
