import { quantileSorted, sortedCopy } from "../stats/quantile";

/** One way to change the numbers of a column. */
export type ScalingStep = "none" | "log1p" | "standard" | "min-max" | "robust" | "quantile";

/** A step as fitted to a column: what it remembers, and how it is done and undone. */
export interface FittedStep {
  readonly kind: ScalingStep;
  /** What the step took from the column it was fitted to, such as its mean and standard deviation. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly forward: (x: number) => number;
  readonly inverse: (y: number) => number;
}

/**
 * Fits one step to a column of finite numbers:
 * `log1p` ln(1 + x); `standard` minus the mean, by the population standard deviation; `min-max` to 0 … 1; `robust`
 * minus the median, by the distance of the quartiles; `quantile` to the share of the column that lies below, 0 … 1, by
 * up to 1,000 quantiles. A column without spread is only shifted, as in scikit-learn. O(n log n).
 */
export function fitStep(kind: ScalingStep, column: Float64Array): FittedStep {
  switch (kind) {
    case "none":
      return { kind, parameters: {}, forward: (x) => x, inverse: (y) => y };
    case "log1p":
      return { kind, parameters: {}, forward: Math.log1p, inverse: Math.expm1 };
    case "standard": {
      const { mean, deviation } = momentsOf(column);
      return linear(kind, { mean, deviation }, mean, deviation);
    }
    case "min-max": {
      const sorted = sortedCopy(column);
      const minimum = sorted[0] as number;
      const maximum = sorted.at(-1) as number;
      return linear(kind, { minimum, maximum }, minimum, maximum - minimum);
    }
    case "robust": {
      const sorted = sortedCopy(column);
      const [lower, median, upper] = [0.25, 0.5, 0.75].map((q) => quantileSorted(sorted, q)) as [
        number,
        number,
        number,
      ];
      return linear(kind, { median, lower, upper }, median, upper - lower);
    }
    case "quantile":
      return quantileStep(sortedCopy(column));
  }
}

function linear(
  kind: ScalingStep,
  parameters: Record<string, number>,
  origin: number,
  spread: number,
): FittedStep {
  const unit = spread === 0 ? 1 : spread;
  return { kind, parameters, forward: (x) => (x - origin) / unit, inverse: (y) => y * unit + origin };
}

/** Mean and population standard deviation, measured from the first value so that equal values have exactly none. */
function momentsOf(column: Float64Array): { mean: number; deviation: number } {
  const first = column[0] as number;
  const above = column.reduce((sum, x) => sum + (x - first), 0) / column.length;
  const squares = column.reduce((sum, x) => sum + (x - first - above) ** 2, 0);
  return { mean: first + above, deviation: Math.sqrt(squares / column.length) };
}

const MOST_QUANTILES = 1000;

function quantileStep(sorted: Float64Array): FittedStep {
  const count = Math.max(2, Math.min(MOST_QUANTILES, sorted.length));
  const levels = Float64Array.from({ length: count }, (_, i) => i / (count - 1));
  const values = levels.map((level) => quantileSorted(sorted, level));
  return {
    kind: "quantile",
    parameters: { quantiles: count, minimum: values[0] as number, maximum: values[count - 1] as number },
    // A run of equal quantiles spans levels: the middle of the lowest and the highest is taken; the ends are met.
    // All as in scikit-learn.
    forward(x) {
      if (x <= (values[0] as number)) return 0;
      if (x >= (values[count - 1] as number)) return 1;
      return (interpolate(x, values, levels, "last") + interpolate(x, values, levels, "first")) / 2;
    },
    inverse: (y) => interpolate(y, levels, values, "last"),
  };
}

/** Straight lines between the points (from, to), `from` ascending; beyond the ends, the end's value. */
function interpolate(x: number, from: Float64Array, to: Float64Array, ofEqual: "first" | "last"): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = from[middle] as number;
    if (value < x || (ofEqual === "last" && value === x)) low = middle + 1;
    else high = middle;
  }
  // `low` is now the first point past x (for "first", the first not below it).
  if (ofEqual === "last" && low > 0 && from[low - 1] === x) return to[low - 1] as number;
  if (ofEqual === "first" && from[low] === x) return to[low] as number;
  if (low === 0) return to[0] as number;
  if (low === from.length) return to[low - 1] as number;
  const [x0, x1] = [from[low - 1] as number, from[low] as number];
  const [y0, y1] = [to[low - 1] as number, to[low] as number];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
