import type { Crew } from "./crew";
import { histogramPasses, type Units, unitsOf } from "./histogram";
import { LOSSES, type LossName, type Slope, type WeighedRows } from "./loss";
import { CHUNK, DERIVATIVE_BYTES, type TrainingMemory } from "./training-memory";

/** Writes every row's bins side by side in its record, after its derivatives, all threads together. O(rows × features). */
export function writeRecords(
  rows: number,
  { columns, recordBytes, stride }: TrainingMemory,
  crew: Crew,
): void {
  const [begin, end] = crew.shareOf(0, rows);
  for (let from = begin; from < end; from += CHUNK) {
    const to = Math.min(end, from + CHUNK);
    for (const [feature, column] of columns.entries()) {
      let at = from * stride + DERIVATIVE_BYTES + feature;
      for (let row = from; row < to; row++, at += stride) recordBytes[at] = column[row]!;
    }
  }
}

/** What {@link keepDerivatives} tells: sums of losses, and the units that the derivatives are in. */
export interface Kept {
  readonly training: number;
  readonly judged: number;
  readonly units: Units;
}

/**
 * Writes the derivatives of the rows to learn from into their records, and adds up the losses of them and of the rows
 * that the model is judged by, all threads together; the same bits for any number of threads. O(rows).
 *
 * @example keepDerivatives("log loss", rows, judged, memory, crew).training / rows // the mean loss
 */
export function keepDerivatives(
  name: LossName,
  rows: number,
  judged: number,
  memory: TrainingMemory,
  crew: Crew,
): Kept {
  const loss = LOSSES[name];
  const { stride, records, recordDoubles, target, margins } = memory;
  const [lost, gradients, hessians] = memory.chunks;
  const all: WeighedRows = { target, margins, weights: memory.weights.length ? memory.weights : undefined };
  const chunks = Math.ceil(rows / CHUNK);
  const keep = (chunk: number, slope: Slope) => {
    lost[chunk] = slope.loss;
    gradients[chunk] = slope.gradient;
    hessians[chunk] = slope.hessian;
  };
  const [first, last] = crew.shareOf(0, chunks);
  for (let chunk = first; chunk < last; chunk++) {
    const [from, to] = [chunk * CHUNK, Math.min(rows, (chunk + 1) * CHUNK)];
    keep(chunk, loss.slope(all, from, to, recordDoubles, stride / 8));
  }
  const [begin, end] = crew.shareOf(0, Math.ceil(judged / CHUNK));
  for (let chunk = begin; chunk < end; chunk++) {
    const [from, to] = [chunk * CHUNK, Math.min(judged, (chunk + 1) * CHUNK)];
    keep(chunks + chunk, loss.slope(all, rows + from, rows + to));
  }
  crew.meet();
  // The parts are the same for any number of threads, and are added up in the same order.
  const sum = (from: number, to: number) => lost.subarray(from, to).reduce((a, b) => a + b, 0);
  const most = (values: Float64Array) => values.subarray(0, chunks).reduce((a, b) => Math.max(a, b), 0);
  const units = unitsOf(rows, most(gradients), most(hessians));
  const [start, stop] = [first * CHUNK, Math.min(rows, last * CHUNK)].map((row) => records + row * stride);
  const { gradient, hessian, countBits } = units;
  histogramPasses(memory.memory).fix(start!, stop!, stride, gradient, hessian, BigInt(countBits));
  const kept = { training: sum(0, chunks), judged: sum(chunks, lost.length), units };
  crew.meet();
  return kept;
}
