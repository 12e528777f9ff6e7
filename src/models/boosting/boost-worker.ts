/** A worker thread's side of `trainWithThreads`: trains with the others; the first tells every step. */
import { parentPort, workerData } from "node:worker_threads";
import { Crew } from "./crew";
import { type TrainingTask, train } from "./train";
import { layOut, type TrainingShape } from "./training-memory";
import type { SharedMemory } from "./web-assembly";

const { task, shape, memory, me } = workerData as {
  task: TrainingTask;
  shape: TrainingShape;
  memory: SharedMemory;
  me: number;
};
const mine = layOut(shape, memory);
for (const step of train(task, mine, new Crew(mine.crew, shape.threads, me)))
  if (me === 0) parentPort?.postMessage(step);
