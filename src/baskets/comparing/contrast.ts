import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import { upperGamma } from "../../stats/gamma";
import { type Interval, Z95 } from "../../stats/interval";
import { itemRows, rowsWith } from "../count-rows";
import { halfBasket, type Influence, influenceOf, rowsOfUnits } from "../evidence/unit-influence";
import { confidence, lift, type PairCounts } from "../measures";
import { numberValues } from "../numbering";
import type { Rule } from "../rule";
import type { Transactions } from "../transactions";

/** How a measure of a rule differs between a segment and the rest; intervals of 95 %. */
export interface Contrast {
  readonly inside: number;
  readonly rest: number;
  /** Inside over rest. */
  readonly ratio: Interval;
  /** Inside less rest. */
  readonly difference: Interval;
}

/** A rule in one segment against all other baskets. */
export interface RuleContrast {
  readonly segment: string;
  readonly antecedent: readonly string[];
  readonly consequent: readonly string[];
  readonly inside: PairCounts;
  readonly rest: PairCounts;
  readonly confidence: Contrast;
  readonly lift: Contrast;
  /** Two-sided, of no difference in the measure that was asked for; normal approximation on the logarithm. */
  readonly p: number;
  /** Corrected for all rules in all segments that were compared. */
  readonly adjustedP: number;
}

/** How {@link contrastRules} compares. */
export interface ContrastOptions {
  /** The segment of each basket by its place in `names`; −1 leaves a basket out of everything. */
  readonly segmentOf: ArrayLike<number>;
  readonly names: readonly string[];
  /** Who each basket is of: baskets of one customer are alike, and the intervals know it. By default each is of its own. */
  readonly customer?: ArrayLike<number> | ArrayLike<string | null>;
  /** What p is of: `confidence` (the default), or `lift`, which leaves aside that B sells more in a segment anyway. */
  readonly of?: "confidence" | "lift";
  readonly correction?: Correction;
  /** Baskets with A that the segment and the rest need, and with B; 20 by default. */
  readonly least?: number;
}

/** Rules by segment, the surest difference first, and how many comparisons had too few baskets. */
export interface RuleContrasts {
  readonly contrasts: readonly RuleContrast[];
  readonly tooFew: number;
}

/**
 * How much stronger each rule is in each segment than in the rest (a segment of customers, or a season of baskets), with
 * intervals over customers and p values corrected for all comparisons. Where no basket of a part has both sides, the
 * ratio is 0 or infinite and its finite end that of half a basket. O(rules × (rows with A or B + segments × customers)).
 *
 * @param rules such as `rules(…).rules`, by the item numbers of these transactions; mined from all baskets, since rules
 * that were chosen for being strong in one segment look stronger there than they are
 * @throws RangeError when segments or customers do not fit the baskets
 * @see Cochran (1977), "Sampling Techniques", section 6.4; Bay & Pazzani (2001), "Detecting group differences: mining contrast sets"
 * @example contrastRules(transactions, found.rules, { segmentOf, names: ["VIP", "At risk"], customer }).contrasts[0]?.lift.ratio
 */
export function contrastRules(
  transactions: Transactions,
  rules: readonly Pick<Rule, "left" | "right" | "antecedent" | "consequent">[],
  options: ContrastOptions,
): RuleContrasts {
  const { names, of = "confidence", correction = "holm", least = 20 } = options;
  const parts = partsOf(transactions, options);
  const held = itemRows(transactions);
  const found: Omit<RuleContrast, "adjustedP">[] = [];
  let tooFew = 0;
  for (const { left, right, antecedent, consequent } of rules) {
    const [a, b] = [rowsWith(held, left), rowsWith(held, right)];
    const both = rowsWith(held, [...left, ...right]);
    for (const [s, segment] of names.entries()) {
      const [inside, rest] = [true, false].map((wanted) => parts.take(s, wanted, { a, b, both })) as [
        Part,
        Part,
      ];
      if (Math.min(inside.counts.a, rest.counts.a, inside.counts.b, rest.counts.b) < least) {
        tooFew++;
        continue;
      }
      const byMeasure = {
        confidence: contrast(inside, rest, "confidence"),
        lift: contrast(inside, rest, "lift"),
      };
      found.push({
        segment,
        antecedent,
        consequent,
        inside: inside.counts,
        rest: rest.counts,
        confidence: byMeasure.confidence.contrast,
        lift: byMeasure.lift.contrast,
        p: byMeasure[of].p,
      });
    }
  }
  const adjusted = adjustPValues(
    found.map(({ p }) => p),
    correction,
  );
  const contrasts = found
    .map((row, i): RuleContrast => ({ ...row, adjustedP: adjusted[i] as number }))
    .sort((one, other) => one.p - other.p);
  return { contrasts, tooFew };
}

/** One side of a comparison. */
interface Part {
  readonly counts: PairCounts;
  readonly influence: Influence;
}

type Lists = Readonly<Record<"a" | "b" | "both", Uint32Array>>;

function partsOf({ rows }: Transactions, { segmentOf, names, customer }: ContrastOptions) {
  if (segmentOf.length !== rows || (customer !== undefined && customer.length !== rows)) {
    throw new RangeError(
      `${segmentOf.length} segments and ${customer?.length ?? rows} customers for ${rows} baskets: give one for each.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    const segment = segmentOf[row] as number;
    if (!Number.isInteger(segment) || segment < -1 || segment >= names.length)
      throw new RangeError(`Row ${row} is in segment ${segment} of ${names.length}: −1 is none.`);
  }
  const unitOf =
    customer === undefined
      ? Uint32Array.from({ length: rows }, (_, row) => row)
      : numberValues("customer", customer).ids;
  const units = unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0);
  const among = (of: Uint32Array, s: number, inside: boolean) =>
    of.filter((row) => (segmentOf[row] === s) === inside && (segmentOf[row] as number) >= 0);
  const every = Uint32Array.from({ length: rows }, (_, row) => row);
  const sizes = names.map((_, s) =>
    [true, false].map((inside) => {
      const own = among(every, s, inside);
      return { n: own.length, rowsOf: rowsOfUnits(own, unitOf, units) };
    }),
  );
  return {
    take(s: number, inside: boolean, lists: Lists): Part {
      const { n, rowsOf } = sizes[s]?.[inside ? 0 : 1] as { n: number; rowsOf: Float64Array };
      const own = {
        a: among(lists.a, s, inside),
        b: among(lists.b, s, inside),
        both: among(lists.both, s, inside),
      };
      const counts = { n, a: own.a.length, b: own.b.length, both: own.both.length };
      return { counts, influence: influenceOf(own, counts, unitOf, rowsOf) };
    },
  };
}

function contrast(inside: Part, rest: Part, name: "confidence" | "lift"): { contrast: Contrast; p: number } {
  const measure = name === "confidence" ? confidence : lift;
  const [here, there] = [measure(inside.counts), measure(rest.counts)];
  const [pullHere, pullThere] = [inside.influence[name], rest.influence[name]];
  let [units, ofRatio, ofDifference] = [0, 0, 0];
  pullHere.forEach((pull, unit) => {
    const other = pullThere[unit] as number;
    if (pull !== 0 || other !== 0) units++;
    ofRatio += (pull - other) ** 2;
    ofDifference += (here * pull - there * other) ** 2;
  });
  const scale = units > 1 ? units / (units - 1) : Number.NaN;
  const half = halfBasket(inside.counts.both) + halfBasket(rest.counts.both);
  const error = Math.sqrt(scale * ofRatio + half);
  const some = ({ counts }: Part) => measure({ ...counts, both: Math.max(counts.both, 0.5) });
  const middle = some(inside) / some(rest);
  const factor = Math.exp(Z95 * error);
  const spread = Z95 * Math.sqrt(scale * ofDifference);
  const ratio = here / there;
  return {
    contrast: {
      inside: here,
      rest: there,
      ratio: {
        estimate: ratio,
        low: Math.min(ratio, middle / factor),
        high: Math.max(ratio, middle * factor),
      },
      difference: { estimate: here - there, low: here - there - spread, high: here - there + spread },
    },
    p: Number.isNaN(error) ? 1 : twoSided(Math.log(middle) / error),
  };
}

/** Two-sided p of a standard normal number. */
function twoSided(z: number): number {
  return Number.isFinite(z) ? upperGamma(0.5, (z * z) / 2) : z === 0 || Number.isNaN(z) ? 1 : 0;
}
