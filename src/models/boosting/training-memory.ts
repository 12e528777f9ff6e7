import { BINS } from "./bins";
import { CREW_NUMBERS } from "./crew";
import { type SharedMemory, sharedMemory } from "./web-assembly";

/** Bytes of a bin in a histogram: the sums of gradients and of hessians with the count of rows. */
const BIN_BYTES = 16;

/** Bytes of one feature's histogram. */
export const HISTOGRAM_BYTES = BINS * BIN_BYTES;

/** Bytes of a row's derivatives, before its bins. */
export const DERIVATIVE_BYTES = 16;

/** Rows whose losses are added up at once: parts of the rows that do not depend on the number of threads. */
export const CHUNK = 512;

/** What WebAssembly reaches. */
const MOST_BYTES = 2 ** 32;

/** Memory for histograms that are kept so that a child's need not be counted: more than this costs time elsewhere. */
const HISTOGRAM_MEMORY = 2 ** 29;

/** What the size of the memory depends on. */
export interface TrainingShape {
  /** Rows to learn from; they stand first. */
  readonly rows: number;
  /** Rows to judge the model by; they follow. */
  readonly judged: number;
  readonly features: number;
  readonly weighted: boolean;
  readonly maxLeaves: number;
  readonly threads: number;
}

/** The memory that all training threads share, and where in it everything lies. */
export interface TrainingMemory {
  readonly memory: SharedMemory;
  readonly crew: Int32Array;
  /** For each feature the bin of every row. */
  readonly columns: readonly Uint8Array[];
  readonly target: Float64Array;
  /** A weight for each row; empty where all weigh the same. */
  readonly weights: Float64Array;
  readonly margins: Float64Array;
  /** A record for each row to learn from: derivatives, then a byte for each feature; where it starts, and its bytes. */
  readonly records: number;
  readonly stride: number;
  /** The features that are counted, in fours: the last may be none. */
  readonly fours: number;
  /** The records as bytes, and the derivatives in them as doubles before they are made whole numbers. */
  readonly recordBytes: Uint8Array;
  readonly recordDoubles: Float64Array;
  /** The rows of a tree, those of a leaf side by side; where they start. */
  readonly order: Int32Array;
  readonly orderAt: number;
  /** As long as the order, for moving rows. */
  readonly spare: Int32Array;
  /** For each {@link CHUNK} of rows its loss, its largest gradient and its largest hessian. */
  readonly chunks: readonly [loss: Float64Array, gradient: Float64Array, hessian: Float64Array];
  /** A few numbers of each thread for the others. */
  readonly notes: Float64Array;
  /** Bytes of the histograms of all features. */
  readonly slotBytes: number;
  /** Where the histograms of every thread's share of a node start, and those of every kept node. */
  readonly partials: readonly number[];
  readonly slots: readonly number[];
  /** All the memory as halves of the 64-bit sums in histograms. */
  readonly high: Int32Array;
  readonly low: Uint32Array;
}

/** Numbers that each thread may leave for the others: rows it sent left; gain and feature of its two best splits. */
export const NOTES = 5;

/**
 * Lays out the memory of a training: in new memory, or in that which another thread has laid out.
 *
 * @throws RangeError when it does not fit in the 4 GiB that WebAssembly reaches, or the machine does not give it
 * @example const mine = layOut(shape); // the thread's own: layOut(shape, mine.memory)
 */
export function layOut(shape: TrainingShape, given?: SharedMemory): TrainingMemory {
  const { rows, judged, features, weighted, maxLeaves, threads } = shape;
  const all = rows + judged;
  const fours = Math.ceil(features / 4);
  const stride = DERIVATIVE_BYTES + 8 * Math.ceil(features / 8);
  const slotBytes = 4 * fours * HISTOGRAM_BYTES;
  // Without a limit on the leaves few wait at a time: one a level.
  const wanted = maxLeaves === Infinity ? 64 : maxLeaves + 2;
  const keptNodes = Math.max(3, Math.min(wanted, Math.floor(HISTOGRAM_MEMORY / slotBytes)));
  const chunkCount = Math.ceil(rows / CHUNK) + Math.ceil(judged / CHUNK);

  let end = 0;
  const place = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const crewAt = place(4 * CREW_NUMBERS);
  const notesAt = place(8 * NOTES * threads);
  const targetAt = place(8 * all);
  const weightsAt = place(weighted ? 8 * all : 0);
  const marginsAt = place(8 * all);
  const chunksAt = [0, 1, 2].map(() => place(8 * chunkCount));
  const columnsAt = Array.from({ length: features }, () => place(all));
  const orderAt = place(4 * rows);
  const spareAt = place(4 * rows);
  const partials = Array.from({ length: threads }, () => place(slotBytes));
  const slots = Array.from({ length: keptNodes }, () => place(slotBytes));
  const records = place(rows * stride);
  if (end > MOST_BYTES)
    throw new RangeError(
      `Training on ${rows} rows of ${features} features takes ${(end / 2 ** 30).toFixed(1)} GiB, and 4 are the most: take fewer rows or features.`,
    );
  const memory = given ?? sharedMemory(end);
  const { buffer } = memory;
  const doubles = (at: number, length: number) => new Float64Array(buffer, at, length);
  return {
    memory,
    crew: new Int32Array(buffer, crewAt, CREW_NUMBERS),
    columns: columnsAt.map((at) => new Uint8Array(buffer, at, all)),
    target: doubles(targetAt, all),
    weights: doubles(weightsAt, weighted ? all : 0),
    margins: doubles(marginsAt, all),
    records,
    stride,
    fours,
    recordBytes: new Uint8Array(buffer, records, rows * stride),
    recordDoubles: doubles(records, (rows * stride) / 8),
    order: new Int32Array(buffer, orderAt, rows),
    orderAt,
    spare: new Int32Array(buffer, spareAt, rows),
    chunks: [
      doubles(chunksAt[0]!, chunkCount),
      doubles(chunksAt[1]!, chunkCount),
      doubles(chunksAt[2]!, chunkCount),
    ],
    notes: doubles(notesAt, NOTES * threads),
    slotBytes,
    partials,
    slots,
    high: new Int32Array(buffer),
    low: new Uint32Array(buffer),
  };
}
