import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { typescriptWorker } from "../../threads/typescript-worker";
import { oneStart, type Start } from "./one-start";
import type { Limits, Points, Settled } from "./points";

/** What {@link runStarts} may use, and whom it tells. */
export interface Running {
  /** Worker threads; 0 does the work in this one. */
  readonly workers: number;
  /** Called after each start, with how many are done. */
  readonly onDone?: ((done: number) => void) | undefined;
  /** The thread's program; tests put a broken one here. */
  readonly program?: string;
}

/**
 * Runs starts of k-means, shared out among worker threads over one shared copy of the points, and returns where each
 * settled, in the order of the starts: the same bits with any number of threads. Starts that a thread could not do
 * (it failed to begin, or broke) are done in this thread. No thread is left behind.
 *
 * @throws whatever {@link oneStart} or `onDone` throws
 * @example await runStarts(matrix, [{ k: 3, from: { seed: 1 } }], limits, { workers: 2 })
 */
export async function runStarts(
  points: Points,
  starts: readonly Start[],
  limits: Limits,
  { workers, onDone, program = join(__dirname, "k-means-worker.ts") }: Running,
): Promise<Settled[]> {
  const settled = new Array<Settled | undefined>(starts.length);
  let done = 0;
  const keep = (index: number, result: Settled) => {
    settled[index] = result;
    onDone?.(++done);
  };
  // The starts with most centres take longest: begun last, they would leave the other threads idle.
  const queue = starts.map((_, index) => index).sort((a, b) => starts[b]!.k - starts[a]!.k || a - b);

  if (workers > 0) {
    const shared = { ...points, values: shareable(points.values) };
    const threads = Array.from({ length: Math.min(workers, starts.length) }, () =>
      serve(program, { points: shared, limits }, starts, queue, keep),
    );
    // All threads have ended before an error goes on to the caller.
    for (const end of await Promise.allSettled(threads)) if (end.status === "rejected") throw end.reason;
  }
  for (const [index, start] of starts.entries()) {
    if (settled[index] !== undefined) continue;
    keep(index, await oneStart(points, start, limits));
    await setImmediate();
  }
  return settled as Settled[];
}

/** The same numbers in memory that threads can see. */
function shareable(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

/** Lets one worker thread work at the queue until it is empty, or the thread breaks; then ends the thread. */
async function serve(
  program: string,
  data: { points: Points; limits: Limits },
  starts: readonly Start[],
  queue: number[],
  keep: (index: number, settled: Settled) => void,
): Promise<void> {
  let worker: Worker;
  try {
    worker = typescriptWorker(program, data);
  } catch {
    return;
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        const index = queue.shift();
        if (index === undefined) resolve();
        else worker.postMessage({ index, start: starts[index] });
      };
      worker.on("message", ({ index, settled }: { index: number; settled: Settled }) => {
        try {
          keep(index, settled);
          next();
        } catch (error) {
          queue.length = 0;
          reject(error);
        }
      });
      worker.once("error", () => resolve());
      worker.once("exit", () => resolve());
      next();
    });
  } finally {
    await worker.terminate();
  }
}
