import type { Worker } from "node:worker_threads";
import { typescriptWorker } from "../../threads/typescript-worker";

/** Threads that work for this one. */
export interface HelperThreads {
  /** Resolves when `take` has had enough, or has thrown, or all threads have ended. */
  readonly settled: Promise<void>;
  /** Throws what `take` threw. */
  check(): void;
  /** Ends all threads, whose messages are taken no more; resolves when they have ended. */
  end(): Promise<void>;
}

/**
 * Starts threads that run a TypeScript program with the same data, and hands what they post to `take` until that
 * answers false. A thread that cannot begin, or breaks, is left out.
 *
 * @example const threads = helperThreads(2, program, { numbers }, (message) => keep(message));
 */
export function helperThreads<T>(
  threads: number,
  program: string,
  data: object,
  take: (message: T) => boolean,
): HelperThreads {
  const workers: Worker[] = [];
  let ended = false;
  let failure: { error: unknown } | undefined;
  let finish = () => {};
  const enough = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const ends: Promise<void>[] = [];
  for (let i = 0; i < threads; i++) {
    let worker: Worker;
    try {
      worker = typescriptWorker(program, data);
    } catch {
      break;
    }
    workers.push(worker);
    worker.on("error", () => {});
    worker.on("message", (message: T) => {
      if (failure !== undefined || ended) return;
      try {
        if (!take(message)) finish();
      } catch (error) {
        failure = { error };
        finish();
      }
    });
    ends.push(new Promise((resolve) => worker.once("exit", () => resolve())));
  }
  return {
    settled: Promise.race([enough, Promise.all(ends)]).then(() => {}),
    check() {
      if (failure !== undefined) throw failure.error;
    },
    async end() {
      ended = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
