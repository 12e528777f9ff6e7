import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** TypeScript has no meaning for a bare worker: tsx, which runs the project's commands, is taught to it first. */
const BEGIN = `const { workerData } = require("node:worker_threads");
require(workerData.reader);
require(workerData.program);`;

/**
 * Begins a worker thread that runs a TypeScript file, from wherever this one runs: a test, a command or a notebook.
 *
 * @param program absolute path of the file; it finds `data` in `workerData`
 * @throws Error as `node:worker_threads` does when no thread can begin; a program that is not there or throws is told
 * by the worker's `error`
 * @example const worker = typescriptWorker(join(__dirname, "k-means-worker.ts"), { points, limits });
 */
export function typescriptWorker(program: string, data: object): Worker {
  const reader = createRequire(__filename).resolve("tsx/cjs");
  return new Worker(BEGIN, { eval: true, execArgv: [], workerData: { ...data, reader, program } });
}
