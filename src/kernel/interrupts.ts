import { join } from "node:path";
import type { Script } from "node:vm";
import { Worker } from "node:worker_threads";

const [READY, GUARDED, PENDING, NEVER] = [0, 1, 2, 3];
/** The code of the error with which an interrupt ends a script. */
export const ERR_INTERRUPTED = "ERR_SCRIPT_EXECUTION_INTERRUPTED";
const READY_MS = 10_000;

/** Leads SIGINT to where it helps: into the code that runs, or to whoever waits for it to end. */
export interface Interrupts {
  /** Runs a script; an interrupt ends it with {@link ERR_INTERRUPTED}, whatever it does. */
  run(script: Script): unknown;
  /** Waits until interrupts are heard; before that they end the process. */
  ready(): void;
}

/**
 * Starts hearing interrupts: `onInterrupt` is called for those that come while no script runs.
 *
 * Node can end a script at a signal, but to do so it sets up a watcher at each run, and a signal between two
 * runs ends the process. A thread with a watcher of its own keeps them in place: a run then costs 2 µs instead
 * of 100, so that each step of a cell between two awaits can be one.
 *
 * @example const interrupts = hearInterrupts(() => session.interrupt());
 */
export function hearInterrupts(onInterrupt: () => void): Interrupts {
  const shared = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT);
  const state = new Int32Array(shared);
  const workerData = { READY, GUARDED, PENDING, NEVER, shared };
  const worker = new Worker(join(__dirname, "sigint.cjs"), { workerData });
  worker.unref();
  /** Whether there is an interrupt that was not seen yet; it is seen now. */
  const take = () => Atomics.exchange(state, PENDING, 0) === 1;
  worker.on("message", () => take() && onInterrupt());
  return {
    run(script) {
      // Where steps follow each other without a pause, as in `for (;;) await null`, no message comes in.
      if (take()) throw Object.assign(new Error("interrupted"), { code: ERR_INTERRUPTED });
      Atomics.store(state, GUARDED, 1);
      try {
        return script.runInThisContext({ breakOnSigint: true, displayErrors: false });
      } finally {
        Atomics.store(state, GUARDED, 0);
      }
    },
    ready: () => void Atomics.wait(state, READY, 0, READY_MS),
  };
}
