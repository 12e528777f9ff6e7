import { requireBothLabels } from "./both-labels";
import type { ScoreTally } from "./score-tally";

/** Probability = 1 / (1 + exp(−(slope × score + intercept))); plain data, good for JSON. */
export interface SigmoidCalibration {
  readonly method: "sigmoid";
  readonly slope: number;
  readonly intercept: number;
}

/** Below this part of the loss a step's gain drowns in rounding: the search is so near that whole steps are safe. */
const NEAR = 1e-12;
const ROUNDS = 100;

/**
 * Learns a calibration by Platt's sigmoid: the logistic curve of least log loss against his smoothed targets,
 * (P + 1) / (P + 2) for label 1 and 1 / (N + 2) for label 0, where P and N are the (weighted) rows of either. Newton's
 * method with halved steps; learn it on other rows than the model was trained on. O(different scores × rounds).
 *
 * @throws RangeError when either label has no rows, or all rows have the same score
 * @throws Error when the search does not settle within 100 rounds, or the slope is beyond floating point
 * @see Platt (1999), "Probabilistic outputs for support vector machines"; Lin, Lin & Weng (2007), "A note on Platt's
 * probabilistic outputs for support vector machines"
 * @example calibrate(sigmoidCalibration(tallyScores(rankScores(labels, margins))), otherMargins)
 */
export function sigmoidCalibration(tally: ScoreTally): SigmoidCalibration {
  requireBothLabels(tally, "A sigmoid");
  const { thresholds, totalPositives, totalNegatives } = tally;
  const high = thresholds[0]!;
  const low = thresholds[thresholds.length - 1]!;
  if (!(high > low))
    throw new RangeError(`All rows have the score ${high}: a sigmoid needs at least two different scores.`);
  // Scores are put between −1 and 1 for the search, so that slope and intercept are of one size.
  const half = high / 2 - low / 2;
  const middle = high / 2 + low / 2;
  const x = thresholds.map((score) => (score - middle) / half);
  let at: Line = [0, Math.log((totalPositives + 1) / (totalNegatives + 1))];
  let loss = lossAt(tally, x, at);
  let wholeSteps = 0;
  for (let round = 0; round < ROUNDS && wholeSteps < 2; round++) {
    const [step, decrement] = newtonStep(tally, x, at);
    const near = decrement <= NEAR * loss;
    // Where the curve is all but level a step is far too long: each may go some times as far as the way so far.
    let size = Math.min(1, (4 * (1 + lengthOf(at))) / lengthOf(step));
    let next = moved(at, step, size);
    for (let trial = 0; trial < 60 && !near; trial++) {
      if (lossAt(tally, x, next) <= loss - 1e-4 * size * decrement) break;
      size /= 2;
      next = moved(at, step, size);
    }
    at = next;
    loss = lossAt(tally, x, at);
    wholeSteps = near ? wholeSteps + 1 : 0;
  }
  const slope = at[0] / half;
  const intercept = at[1] - slope * middle;
  if (wholeSteps === 2 && Number.isFinite(slope) && Number.isFinite(intercept))
    return { method: "sigmoid", slope, intercept };
  throw new Error(
    `No sigmoid was found in ${ROUNDS} rounds for scores from ${low} to ${high}: look for outliers, or use isotonic regression.`,
  );
}

type Line = readonly [slope: number, intercept: number];

const lengthOf = ([slope, intercept]: Line) => Math.abs(slope) + Math.abs(intercept);

const moved = (at: Line, step: Line, size: number): Line => [at[0] + size * step[0], at[1] + size * step[1]];

/** Σ over rows of the log loss against the smoothed targets, without overflow. */
function lossAt(tally: ScoreTally, x: Float64Array, [slope, intercept]: Line): number {
  const [ofPositive, ofNegative] = targetsOf(tally);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const z = slope * x[i]! + intercept;
    const wanted = tally.positives[i]! * ofPositive + tally.negatives[i]! * ofNegative;
    const rows = tally.positives[i]! + tally.negatives[i]!;
    sum += rows * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) - wanted * z;
  }
  return sum;
}

/** The step to the lowest point of the parabola that touches the loss here, and twice how much lower that is. */
function newtonStep(
  tally: ScoreTally,
  x: Float64Array,
  [slope, intercept]: Line,
): [step: Line, decrement: number] {
  const [ofPositive, ofNegative] = targetsOf(tally);
  const curvatures = new Float64Array(x.length);
  const offs = new Float64Array(x.length);
  let [off, curvature, moment] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const z = slope * x[i]! + intercept;
    const p = 1 / (1 + Math.exp(-z));
    const rows = tally.positives[i]! + tally.negatives[i]!;
    offs[i] = rows * p - tally.positives[i]! * ofPositive - tally.negatives[i]! * ofNegative;
    // p (1 − p), not 0 as soon as p rounds to 1.
    const tail = Math.exp(-Math.abs(z));
    curvatures[i] = (rows * tail) / (1 + tail) ** 2;
    off += offs[i]!;
    curvature += curvatures[i]!;
    moment += curvatures[i]! * x[i]!;
  }
  // About their own centre the scores' two equations part, and nothing cancels when an outlier leaves the rest close by.
  const centre = moment / curvature;
  let [offMoment, spread] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    offMoment += offs[i]! * (x[i]! - centre);
    spread += curvatures[i]! * (x[i]! - centre) ** 2;
  }
  const rise = -offMoment / spread;
  return [[rise, -off / curvature - rise * centre], off * (off / curvature) - rise * offMoment];
}

const targetsOf = ({ totalPositives, totalNegatives }: ScoreTally) =>
  [(totalPositives + 1) / (totalPositives + 2), 1 / (totalNegatives + 2)] as const;
