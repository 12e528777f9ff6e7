import { HISTOGRAM_CODE } from "./histogram-code";
import { compiled, type SharedMemory } from "./web-assembly";

/** The passes of `histogram.wat` over shared memory; places and ends are in bytes. */
export interface HistogramPasses {
  /** Adds the records of the rows listed from `order` to before `end` to the histograms of 4 × `fours` features. */
  count(order: number, end: number, records: number, stride: number, fours: number, histograms: number): void;
  /** Adds the histograms at `other` to those from `sums` to before `end`. */
  add(sums: number, end: number, other: number): void;
  /** Takes the histograms at `other` away from those from `sums` to before `end`. */
  subtract(sums: number, end: number, other: number): void;
  /** Turns the derivatives of records from doubles into whole numbers of units. */
  fix(
    record: number,
    end: number,
    stride: number,
    gradients: number,
    hessians: number,
    countBits: bigint,
  ): void;
}

let code: ((memory: SharedMemory) => object) | undefined;

/**
 * The passes as functions of one thread, compiled once a thread.
 * @example histogramPasses(memory).count(orderAt, orderAt + 4 * rows, records, stride, fours, slot)
 */
export function histogramPasses(memory: SharedMemory): HistogramPasses {
  code ??= compiled(HISTOGRAM_CODE);
  return code(memory) as HistogramPasses;
}

/** What a node's rows add up to. */
export interface NodeSums {
  readonly gradient: number;
  readonly hessian: number;
  readonly rows: number;
}

/** How derivatives are held as whole numbers, so fine that sums of any of them are exact. */
export interface Units {
  /** How many whole numbers are one of gradient and one of hessian: powers of two. */
  readonly gradient: number;
  readonly hessian: number;
  /** The lowest bits of a hessian, which count rows. */
  readonly countBits: number;
}

/**
 * The finest units in which the derivatives of some rows add up exactly: sums of gradients and of hessians are whole
 * numbers below 2⁵³, which a double holds, and that of hessians and the count fit into 63 bits. A million rows leave 32
 * bits to a gradient and 21 to a hessian.
 *
 * @param rows how many may be added up
 * @param gradient the largest gradient in size, and
 * @param hessian the largest hessian
 * @example unitsOf(1000, 1, 0.25).countBits // 10
 */
export function unitsOf(rows: number, gradient: number, hessian: number): Units {
  const countBits = 32 - Math.clz32(rows);
  const unit = (bits: number, largest: number) => {
    if (largest === 0) return 1;
    const power = Math.floor(bits - Math.log2(largest) - Math.log2(rows));
    return 2 ** Math.max(-1000, Math.min(1000, power));
  };
  return { gradient: unit(52, gradient), hessian: unit(Math.min(52, 61 - countBits), hessian), countBits };
}

/** Numbers of a bin in what {@link readHistogram} fills: the sums of gradients and of hessians, and the rows. */
export const PER_BIN = 3;

/**
 * Reads one feature's histogram as plain numbers. O(bins).
 *
 * @param at byte where the feature's histogram starts
 * @param from the first bin, and
 * @param to the bin to end before
 * @param into {@link PER_BIN} numbers a bin, in that order
 * @example readHistogram(high, low, slot, 0, 256, units, new Float64Array(256 * PER_BIN))
 */
export function readHistogram(
  high: Int32Array,
  low: Uint32Array,
  at: number,
  from: number,
  to: number,
  { gradient, hessian, countBits }: Units,
  into: Float64Array,
): void {
  const [perGradient, perHessian] = [1 / gradient, 1 / hessian];
  // This function's own name: an exported one is looked up anew wherever it is used.
  const perBin = PER_BIN;
  const above = 2 ** (32 - countBits);
  const counted = 2 ** countBits - 1;
  for (let bin = from; bin < to; bin++) {
    const word = at / 4 + 4 * bin;
    const sums = perBin * bin;
    into[sums] = (high[word + 1]! * 2 ** 32 + low[word]!) * perGradient;
    into[sums + 1] = (high[word + 3]! * above + (low[word + 2]! >>> countBits)) * perHessian;
    into[sums + 2] = low[word + 2]! & counted;
  }
}
