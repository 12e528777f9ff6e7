import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { typescriptWorker } from "../../threads/typescript-worker";
import { Crew } from "./crew";
import { type TrainingStep, type TrainingTask, train } from "./train";
import type { TrainingMemory, TrainingShape } from "./training-memory";

/** Who does the work, who is told, and who may end it. */
export interface RunningTraining {
  /** Called with every step, in order. */
  readonly onStep: (step: TrainingStep) => void;
  readonly signal?: AbortSignal | undefined;
  /** The threads' program; tests put a broken one here. */
  readonly program?: string;
}

/**
 * Trains in worker threads, or, with one thread, in this one, which then lets others work between trees. No thread is
 * left behind.
 *
 * @throws whatever `onStep` throws, the reason of the signal, or an Error when a thread cannot begin or breaks
 * @example await runTraining(task, memory, shape, { onStep: (step) => losses.push(step.trainingLoss) })
 */
export async function runTraining(
  task: TrainingTask,
  memory: TrainingMemory,
  shape: TrainingShape,
  running: RunningTraining,
): Promise<void> {
  running.signal?.throwIfAborted();
  if (shape.threads > 1) return trainWithThreads(task, memory, shape, running);
  for (const step of train(task, memory, new Crew(memory.crew, 1, 0))) {
    running.onStep(step);
    await setImmediate();
    running.signal?.throwIfAborted();
  }
}

async function trainWithThreads(
  task: TrainingTask,
  { memory }: TrainingMemory,
  shape: TrainingShape,
  { onStep, signal, program = join(__dirname, "boost-worker.ts") }: RunningTraining,
): Promise<void> {
  const workers: Worker[] = [];
  const ended = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (cause: unknown) =>
        reject(new Error("A training thread broke: train with the option threads: 0.", { cause }));
      signal?.addEventListener("abort", () => reject(signal.reason), { signal: ended.signal });
      for (let me = 0; me < shape.threads; me++) {
        const worker = typescriptWorker(program, { task, shape, memory, me });
        workers.push(worker);
        worker.once("error", fail);
        // All messages come before the end; the first thread's end is the end of all.
        worker.once("exit", (code) => (code !== 0 ? fail(code) : me === 0 && resolve()));
        if (me > 0) continue;
        worker.on("message", (step: TrainingStep) => {
          try {
            onStep(step);
          } catch (error) {
            reject(error);
          }
        });
      }
    });
  } finally {
    ended.abort();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
